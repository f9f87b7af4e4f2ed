package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The search endpoint, whose index may lag behind and which never pages past 10,000 results. */
final class ObjectSearch {
    private static final int BODY_MAX = 3_000;
    private static final int GROUPS_MAX = 5;
    private static final int FILTERS_PER_GROUP_MAX = 6;
    private static final int FILTERS_MAX = 18;
    private static final int LIMIT_MAX = 200;
    private static final int RESULTS_MAX = 10_000;
    private static final List<String> TEXT_SEARCHED =
            List.of("firstname", "lastname", "email", "phone", "name", "domain", "dealname");

    private final Faults faults;

    ObjectSearch(Faults faults) {
        this.faults = faults;
    }

    SandboxResponse answer(HubspotCall call, ObjectStore store, long now) {
        if (call.request().text().length() > BODY_MAX) {
            throw HubspotError.validation("The request body must be at most 3000 characters long");
        }
        JsonNode body = Json.body(call.request());
        int limit = body.path("limit").asInt(10);
        int after = after(body.path("after").asText("0"));
        if (limit < 1 || limit > LIMIT_MAX) {
            throw HubspotError.validation("limit must be between 1 and 200");
        }
        if (after + limit > RESULTS_MAX) {
            throw HubspotError.validation("Paging through results is limited to 10000");
        }
        long at = faults.searchLagMillis() == 0 ? Long.MAX_VALUE : now - faults.searchLagMillis();
        List<StoredRecord> matches = matches(store, body, at);
        Comparator<StoredRecord> order = order(store, body.path("sorts"), at);
        if (order != null) {
            matches.sort(order);
        }
        return SandboxResponse.json(
                200, page(store, matches, Json.texts(body.path("properties")), after, limit, at));
    }

    private static ObjectNode page(
            ObjectStore store,
            List<StoredRecord> matches,
            List<String> properties,
            int after,
            int limit,
            long at) {
        ObjectNode page = Json.object();
        page.put("total", matches.size());
        ArrayNode results = page.putArray("results");
        int end = Math.min(matches.size(), after + limit);
        for (int i = after; i < end; i++) {
            results.add(RecordJson.of(store, matches.get(i), properties, List.of(), at));
        }
        if (end < matches.size()) {
            page.putObject("paging").putObject("next").put("after", Integer.toString(end));
        }
        return page;
    }

    private static List<StoredRecord> matches(ObjectStore store, JsonNode body, long at) {
        List<List<SearchFilter>> groups = groups(store, body);
        String query = body.path("query").asText("").toLowerCase(Locale.ROOT);
        List<StoredRecord> matches = new ArrayList<>();
        for (StoredRecord record : store.shown(at)) {
            if (!record.archived(at)
                    && record.createdAt <= at
                    && anyGroup(groups, store, record, at)
                    && (query.isEmpty() || hasText(store, record, query, at))) {
                matches.add(record);
            }
        }
        return matches;
    }

    private static List<List<SearchFilter>> groups(ObjectStore store, JsonNode body) {
        List<List<SearchFilter>> groups = new ArrayList<>();
        int filters = 0;
        for (JsonNode group : body.path("filterGroups")) {
            groups.add(group(store, group.path("filters")));
            filters += group.path("filters").size();
        }
        if (body.has("filters")) {
            groups.add(group(store, body.path("filters")));
        }
        if (groups.size() > GROUPS_MAX || filters > FILTERS_MAX) {
            throw HubspotError.validation("Too many filter groups or filters");
        }
        return groups;
    }

    private static List<SearchFilter> group(ObjectStore store, JsonNode filters) {
        if (filters.size() > FILTERS_PER_GROUP_MAX) {
            throw HubspotError.validation("Too many filters in a filter group");
        }
        List<SearchFilter> group = new ArrayList<>();
        filters.forEach(filter -> group.add(new SearchFilter(store, filter)));
        return group;
    }

    private static boolean anyGroup(
            List<List<SearchFilter>> groups, ObjectStore store, StoredRecord record, long at) {
        for (List<SearchFilter> group : groups) {
            if (all(group, store, record, at)) {
                return true;
            }
        }
        return groups.isEmpty();
    }

    private static boolean all(
            List<SearchFilter> group, ObjectStore store, StoredRecord record, long at) {
        for (SearchFilter filter : group) {
            if (!filter.matches(store, record, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasText(ObjectStore store, StoredRecord record, String query, long at) {
        for (String name : TEXT_SEARCHED) {
            Property property = store.properties.find(name);
            String value = property == null ? null : store.value(record, property, at);
            if (value != null && value.toLowerCase(Locale.ROOT).contains(query)) {
                return true;
            }
        }
        return false;
    }

    /** Null for the order in which records were created. */
    private static @Nullable Comparator<StoredRecord> order(
            ObjectStore store, JsonNode sorts, long at) {
        if (sorts.isEmpty()) {
            return null;
        }
        if (sorts.size() > 1) {
            throw HubspotError.validation("Only one sort is allowed");
        }
        JsonNode sort = sorts.get(0);
        String text = sort.isTextual() ? sort.asText() : sort.path("propertyName").asText();
        boolean descending =
                text.startsWith("-") || sort.path("direction").asText().equals("DESCENDING");
        String name = text.startsWith("-") ? text.substring(1) : text;
        Property property = store.properties.find(name);
        if (property == null) {
            throw HubspotError.validation("Cannot sort by unknown property " + name);
        }
        if (property.derived == Property.Derived.OBJECT_ID && !descending) {
            // Ids rise in the order of creation.
            return null;
        }
        Comparator<StoredRecord> order =
                property.derived == Property.Derived.MODIFIED_AT
                        ? Comparator.comparingLong(record -> record.modifiedAt(at))
                        : property.derived == Property.Derived.OBJECT_ID
                                ? Comparator.comparingLong(record -> record.id)
                                : byValue(store, property, at);
        return descending ? order.reversed() : order;
    }

    private static Comparator<StoredRecord> byValue(ObjectStore store, Property property, long at) {
        return Comparator.comparing(
                record -> store.value(record, property, at),
                Comparator.nullsLast((one, other) -> SearchFilter.compare(property, one, other)));
    }

    private static int after(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw HubspotError.validation("after must be an integer");
        }
    }
}
