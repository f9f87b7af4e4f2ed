package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.hubspot.HubspotClient.SearchFilter;
import io.crosswalk.hubspot.HubspotClient.SearchPage;
import io.crosswalk.records.CrmRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** HubSpot's search. */
final class Searches {
    private static final int FILTERS_MAX = 6;
    private static final int LIMIT_MAX = 200;
    private static final Set<String> LIST_OPERATORS = Set.of("IN", "NOT_IN");

    private final HubspotCalls calls;
    private final PropertyDefinitions definitions;
    private final ObjectMapper json;

    Searches(HubspotCalls calls, PropertyDefinitions definitions, ObjectMapper json) {
        this.calls = calls;
        this.definitions = definitions;
        this.json = json;
    }

    SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        if (filters.size() > FILTERS_MAX || limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException(
                    "HubSpot's search takes 6 filters and 200 results: "
                            + filters.size()
                            + ", "
                            + limit);
        }
        ObjectNode body = json.createObjectNode();
        ArrayNode group = body.putArray("filterGroups").addObject().putArray("filters");
        filters.forEach(filter -> group.add(filter(type, filter)));
        body.putArray("sorts")
                .addObject()
                .put("propertyName", sortProperty)
                .put("direction", "ASCENDING");
        if (filters.isEmpty()) {
            body.putArray("filterGroups");
        }
        return send(type, body, properties, limit, after);
    }

    SearchPage find(
            String type,
            String words,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        ObjectNode body = json.createObjectNode().put("query", words);
        body.putArray("filterGroups");
        return send(type, body, properties, limit, after);
    }

    private SearchPage send(
            String type,
            ObjectNode body,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        ArrayNode wanted = body.putArray("properties");
        properties.forEach(wanted::add);
        body.put("limit", limit);
        if (after != null) {
            body.put("after", after);
        }
        JsonNode answer =
                calls.post(CallListener.Kind.SEARCH, 0, Paths.objects(type, "search"), body)
                        .bodyOrThrow("search '" + type + "' in HubSpot");
        return page(answer, properties);
    }

    private static SearchPage page(JsonNode answer, Collection<String> properties) {
        List<CrmRecord> records = new ArrayList<>();
        for (JsonNode result : answer.path("results")) {
            records.add(WireValues.record(result.path("id").asText(), result, properties));
        }
        String next = answer.path("paging").path("next").path("after").asText("");
        return new SearchPage(
                answer.path("total").asLong(records.size()),
                List.copyOf(records),
                next.isEmpty() ? null : next);
    }

    private ObjectNode filter(String type, SearchFilter filter) {
        ObjectNode node =
                json.createObjectNode()
                        .put("propertyName", filter.property())
                        .put("operator", filter.operator());
        if (LIST_OPERATORS.contains(filter.operator())) {
            ArrayNode values = node.putArray("values");
            boolean lower = mustBeLowerCase(type, filter);
            filter.values().forEach(v -> values.add(lower ? v.toLowerCase(Locale.ROOT) : v));
        } else if (!filter.values().isEmpty()) {
            node.put("value", filter.values().get(0));
            if (filter.operator().equals("BETWEEN")) {
                node.put("highValue", filter.values().get(1));
            }
        }
        return node;
    }

    /** IN finds a text property's values only in lower case, but an enumeration's only exactly. */
    private boolean mustBeLowerCase(String type, SearchFilter filter) {
        return filter.values().stream().anyMatch(v -> !v.equals(v.toLowerCase(Locale.ROOT)))
                && definitions.of(type).stream()
                        .anyMatch(
                                property ->
                                        property.name().equals(filter.property())
                                                && property.type().equals("string"));
    }
}
