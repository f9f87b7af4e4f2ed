package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.hubspot.HubspotClient.Changed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads {@code propertiesWithHistory} of a record (HubSpot's objects API, v3). */
final class PropertyHistories {
    private static final int ENTRIES_MAX = 100;

    private final OptionalLong appId;

    PropertyHistories(OptionalLong appId) {
        this.appId = appId;
    }

    boolean recognisesUs() {
        return appId.isPresent();
    }

    Map<String, List<Changed>> of(JsonNode result, Collection<String> properties) {
        Map<String, List<Changed>> histories = new LinkedHashMap<>();
        for (String property : properties) {
            List<Changed> entries = new ArrayList<>();
            for (JsonNode entry : result.path("propertiesWithHistory").path(property)) {
                Instant at = WireValues.instant(entry.path("timestamp"));
                if (at != null && entries.size() < ENTRIES_MAX) {
                    String value = entry.path("value").asText("");
                    boolean ours =
                            OurApp.did(
                                    appId,
                                    entry.path("sourceType").asText(""),
                                    entry.path("sourceId").asText(""));
                    entries.add(new Changed(at, value.isEmpty() ? null : value, ours));
                }
            }
            if (!entries.isEmpty()) {
                // HubSpot's samples are newest first; the sort is stable and costs nothing then.
                entries.sort(Comparator.comparing(Changed::at).reversed());
                histories.put(property, List.copyOf(entries));
            }
        }
        return histories;
    }
}
