package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Salesforce's record objects as plain values. */
final class WireValues {
    /** {@code 2013-05-20T20:49:32.000+0000}: the offset has no colon; events write {@code Z}. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    private WireValues() {}

    static CrmRecord record(String askedId, JsonNode node, Collection<String> names) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && value.isValueNode()) {
                values.put(name, text(value));
            }
        }
        return new CrmRecord(
                askedId,
                node.path("Id").asText(askedId),
                Collections.unmodifiableMap(values),
                instant(node.path("SystemModstamp")));
    }

    static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.asText();
    }

    /** ISO 8601 in Salesforce's ways, or milliseconds; null if it is neither. */
    static @Nullable Instant instant(JsonNode time) {
        String text = time.asText("");
        try {
            // 14 digits end in the year 5138: a later time would win every conflict for ever.
            if (text.matches("\\d{1,14}")) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }
            return text.isEmpty() ? null : OffsetDateTime.parse(text, STAMP).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
