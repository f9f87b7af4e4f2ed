package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls about single records, and lists of them. */
final class ObjectsApi {
    private static final int LIST_MAX = 100;
    private static final int HISTORY_MAX = 50;

    private final RecordWriter writer;
    private final RecordLifecycle lifecycle;
    private final Associations associations;

    ObjectsApi(RecordWriter writer, RecordLifecycle lifecycle, Associations associations) {
        this.writer = writer;
        this.lifecycle = lifecycle;
        this.associations = associations;
    }

    SandboxResponse answer(HubspotCall call, ObjectStore store, Source source, long now) {
        return switch (call.kind()) {
            case LIST -> list(call, store);
            case GET ->
                    SandboxResponse.json(
                            200,
                            RecordJson.of(
                                    store,
                                    found(call, store, call.flag("archived")),
                                    call.names("properties"),
                                    call.names("propertiesWithHistory"),
                                    Long.MAX_VALUE));
            case CREATE -> create(call, store, source, now);
            case PATCH -> patch(call, store, source, now);
            case ARCHIVE -> archive(call, store, source, now);
            case MERGE -> merge(call, store, source, now);
            case GDPR_DELETE -> forget(call, store, source, now);
            default -> throw HubspotCall.unknownPath();
        };
    }

    private SandboxResponse list(HubspotCall call, ObjectStore store) {
        List<String> histories = call.names("propertiesWithHistory");
        int limitMax = histories.isEmpty() ? LIST_MAX : HISTORY_MAX;
        int limit = call.number("limit", 10);
        if (limit < 1 || limit > limitMax) {
            throw HubspotError.validation("limit must be between 1 and " + limitMax);
        }
        long after = call.number("after", 0);
        ObjectNode page = Json.object();
        ArrayNode results = page.putArray("results");
        long last = after;
        for (StoredRecord record : store.records.tailMap(after, false).values()) {
            if (record.archived() == call.flag("archived")) {
                if (results.size() == limit) {
                    ObjectNode next = page.putObject("paging").putObject("next");
                    next.put("after", Long.toString(last));
                    next.put("link", "?after=" + last);
                    break;
                }
                last = record.id;
                results.add(
                        RecordJson.of(
                                store,
                                record,
                                call.names("properties"),
                                histories,
                                Long.MAX_VALUE));
            }
        }
        return SandboxResponse.json(200, page);
    }

    private static StoredRecord found(HubspotCall call, ObjectStore store, boolean archived) {
        return found(store, call.rest().get(0), call.request().queryValue("idProperty"), archived);
    }

    private static StoredRecord found(
            ObjectStore store, String id, @Nullable String idProperty, boolean archived) {
        StoredRecord record = store.find(id, idProperty, archived);
        if (record == null) {
            throw HubspotError.notFound("Object not found.  objectId are usually numeric.");
        }
        return record;
    }

    private SandboxResponse create(HubspotCall call, ObjectStore store, Source source, long now) {
        JsonNode body = Json.body(call.request());
        JsonNode properties = properties(body);
        Map<Property, @Nullable String> accepted = writer.checked(store, properties, null);
        List<Associations.Wanted> wanted = associations.wanted(store, body.path("associations"));
        StoredRecord record = writer.create(store, accepted, source, now);
        associations.associate(record, wanted, source, now);
        return SandboxResponse.json(201, RecordJson.of(store, record, names(properties)));
    }

    private SandboxResponse patch(HubspotCall call, ObjectStore store, Source source, long now) {
        StoredRecord record = found(call, store, false);
        JsonNode properties = properties(Json.body(call.request()));
        writer.update(store, record, writer.checked(store, properties, record), source, now);
        return SandboxResponse.json(200, RecordJson.of(store, record, names(properties)));
    }

    private SandboxResponse archive(HubspotCall call, ObjectStore store, Source source, long now) {
        StoredRecord record = store.find(call.rest().get(0), null, false);
        if (record != null) {
            lifecycle.archive(store, record, source, now);
        }
        return SandboxResponse.empty(204);
    }

    private SandboxResponse merge(HubspotCall call, ObjectStore store, Source source, long now) {
        JsonNode body = Json.body(call.request());
        StoredRecord primary = found(store, body.path("primaryObjectId").asText(), null, false);
        StoredRecord loser = found(store, body.path("objectIdToMerge").asText(), null, false);
        if (primary == loser) {
            throw HubspotError.validation("Cannot merge an object with itself");
        }
        StoredRecord winner = lifecycle.merge(store, primary, loser, source, now);
        return SandboxResponse.json(200, RecordJson.of(store, winner, List.of()));
    }

    private SandboxResponse forget(HubspotCall call, ObjectStore store, Source source, long now) {
        JsonNode body = Json.body(call.request());
        String idProperty = body.path("idProperty").asText("");
        StoredRecord record = found(store, body.path("objectId").asText(), idProperty, false);
        lifecycle.forget(store, record, source, now);
        return SandboxResponse.empty(204);
    }

    /** The {@code properties} of a body or of one input of a batch. */
    static JsonNode properties(JsonNode body) {
        JsonNode properties = body.path("properties");
        if (!properties.isObject()) {
            throw HubspotError.validation("Invalid input JSON: properties must be an object");
        }
        return properties;
    }

    static Set<String> names(JsonNode properties) {
        Set<String> names = new LinkedHashSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
