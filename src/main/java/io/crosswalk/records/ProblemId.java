package io.crosswalk.records;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A problem's stable identity: the same cause in the same place is the same problem.
 *
 * <p>As text {@code contact.contact-phone.FIELD_GONE} for a mapping, {@code
 * contact.contact-phone.501.TOO_LONG} for a record's value, {@code contact.-.501.RECORD_GONE} for a
 * record. Fits a path segment as it is.
 */
public record ProblemId(
        String object, @Nullable String mappingId, @Nullable String hubspotId, ProblemCode code) {
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
        String hubspotId = parts.length == 4 ? parts[2] : null;
        if (mappingId == null && hubspotId == null) {
            return Optional.empty();
        }
        for (ProblemCode code : ProblemCode.values()) {
            if (code.name().equals(parts[parts.length - 1])) {
                return Optional.of(new ProblemId(parts[0], mappingId, hubspotId, code));
            }
        }
        return Optional.empty();
    }

    public String text() {
        return prefix(object, mappingId, hubspotId) + code.name();
    }

    /** What the ids of all problems of one place begin with. */
    static String prefix(String object, @Nullable String mappingId, @Nullable String hubspotId) {
        return object
                + "."
                + (mappingId == null ? NO_MAPPING : mappingId)
                + "."
                + (hubspotId == null ? "" : hubspotId + ".");
    }

    /** The record's link; null for a problem of a mapping as a whole. */
    public @Nullable RecordKey link() {
        return hubspotId == null ? null : RecordKey.hubspot(object, hubspotId);
    }
}
