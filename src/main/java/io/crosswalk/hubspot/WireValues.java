package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HubSpot's record objects as plain values. */
final class WireValues {
    private WireValues() {}

    static CrmRecord record(String askedId, JsonNode result, Collection<String> names) {
        return new CrmRecord(
                askedId,
                result.path("id").asText(askedId),
                of(result.path("properties"), names),
                instant(result.path("updatedAt")));
    }

    /** Those of the names that HubSpot answered; every value is a text or null there. */
    static Map<String, @Nullable String> of(JsonNode properties, Collection<String> names) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (String name : names) {
            JsonNode value = properties.get(name);
            if (value != null) {
                values.put(name, value.isNull() ? null : value.asText());
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** ISO 8601, or milliseconds as a number or text: HubSpot uses all three. */
    static @Nullable Instant instant(JsonNode time) {
        try {
            String text = time.asText("");
            if (text.matches("-?\\d{1,15}")) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
