package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom results of a batch create belong to that do not echo the trace id. The contract leaves the
 * echo optional and promises no order, so what is left is a value that no two inputs share: the
 * e-mail, or the Salesforce id.
 */
final class UnechoedResults {
    private final String type;

    /**
     * @param type HubSpot's name of the object, such as {@code contacts}
     */
    UnechoedResults(String type) {
        this.type = type;
    }

    /**
     * Returns the record's id by place in the inputs: of all of them, or nothing where one cannot
     * be told from another.
     */
    Map<Integer, String> ids(List<CrmCreate> inputs, List<JsonNode> results) {
        if (inputs.size() != results.size()) {
            return Map.of();
        }
        if (inputs.size() == 1) {
            return Map.of(0, results.get(0).path("id").asText());
        }
        return Optional.of(byValue("email", inputs, results))
                .filter(found -> !found.isEmpty())
                .or(() -> salesforceId().map(name -> byValue(name, inputs, results)))
                .orElse(Map.of());
    }

    private Optional<String> salesforceId() {
        return ObjectPairs.ofHubspotType(type).map(ObjectPair::salesforceIdProperty);
    }

    private static Map<Integer, String> byValue(
            String property, List<CrmCreate> inputs, List<JsonNode> results) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            String value = plain(inputs.get(i).values().get(property));
            if (value.isEmpty() || places.put(value, i) != null) {
                return Map.of();
            }
        }
        Map<Integer, String> ids = new HashMap<>();
        for (JsonNode result : results) {
            Integer place = places.remove(plain(result.at("/properties/" + property).asText("")));
            if (place == null) {
                return Map.of();
            }
            ids.put(place, result.path("id").asText());
        }
        return ids;
    }

    /** HubSpot keeps e-mails in lower case; ids differ by more than case where both are sent. */
    private static String plain(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
