package io.crosswalk.records;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A problem's stable identity: the same cause in the same place is the same problem.
 *
 * <p>As text {@code contact.-.SCOPE_MISSING} for an object, {@code
 * contact.contact-phone.FIELD_GONE} for a mapping, {@code contact.contact-phone.501.TOO_LONG} for a
 * record's value, {@code contact.-.501.RECORD_GONE} for a record; a Salesforce record that has no
 * link stands there with its own id. Fits a path segment as it is.
 */
public record ProblemId(
        String object, @Nullable String mappingId, @Nullable String recordId, ProblemCode code) {
    private static final String NO_MAPPING = "-";
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    public static Optional<ProblemId> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length < 3 || parts.length > 4) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (!PART.matcher(part).matches()) {
                return Optional.empty();
            }
        }
        String mappingId = parts[1].equals(NO_MAPPING) ? null : parts[1];
        String recordId = parts.length == 4 ? parts[2] : null;
        for (ProblemCode code : ProblemCode.values()) {
            if (code.name().equals(parts[parts.length - 1])) {
                boolean ofObject = mappingId == null && recordId == null;
                return ofObject && !code.isOfObjects()
                        ? Optional.empty()
                        : Optional.of(new ProblemId(parts[0], mappingId, recordId, code));
            }
        }
        return Optional.empty();
    }

    public String text() {
        return prefix(object, mappingId, recordId) + code.name();
    }

    /** What the ids of all problems of one place begin with. */
    static String prefix(String object, @Nullable String mappingId, @Nullable String recordId) {
        return object
                + "."
                + (mappingId == null ? NO_MAPPING : mappingId)
                + "."
                + (recordId == null ? "" : recordId + ".");
    }

    /** Where the record is kept; null for a problem of an object or a mapping as a whole. */
    public @Nullable RecordKey link() {
        return recordId == null ? null : recordKey(object, recordId);
    }

    /** HubSpot's ids are digits, and Salesforce's never are: their check sum has letters. */
    static RecordKey recordKey(String object, String recordId) {
        return recordId.chars().allMatch(Character::isDigit)
                ? RecordKey.hubspot(object, recordId)
                : RecordKey.salesforce(object, recordId);
    }
}
