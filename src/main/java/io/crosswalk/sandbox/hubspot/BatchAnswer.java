package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The envelope of a batch call: results, and errors that each name the inputs they are about. */
final class BatchAnswer {
    private final ObjectStore store;
    private final long now;
    private final ArrayNode results = Json.array();
    private final ArrayNode errors = Json.array();

    BatchAnswer(ObjectStore store, long now) {
        this.store = store;
        this.now = now;
    }

    void result(ObjectNode result) {
        results.add(result);
    }

    ObjectNode written(StoredRecord record, JsonNode input) {
        ObjectNode result =
                RecordJson.of(store, record, ObjectsApi.names(input.path("properties")));
        if (input.has("objectWriteTraceId")) {
            result.set("objectWriteTraceId", input.get("objectWriteTraceId"));
        }
        results.add(result);
        return result;
    }

    void refused(HubspotError error, JsonNode input) {
        if (input.has("id")) {
            error.context("ids", List.of(input.path("id").asText()));
        }
        if (input.has("objectWriteTraceId")) {
            error.context("objectWriteTraceId", List.of(input.path("objectWriteTraceId").asText()));
        }
        errors.add(error.entry());
    }

    /** One error for all of them. */
    void missing(Collection<String> ids) {
        if (!ids.isEmpty()) {
            HubspotError error =
                    HubspotError.notFound(
                            "Could not get some "
                                    + store.type.singular.toUpperCase(Locale.ROOT)
                                    + " objects, they may be deleted or not exist."
                                    + " Check that ids are valid.");
            errors.add(error.context("ids", List.copyOf(ids)).entry());
        }
    }

    /**
     * @param success when every input succeeded; otherwise 207
     */
    SandboxResponse response(int success) {
        ObjectNode body = Json.object();
        body.put("status", "COMPLETE");
        body.set("results", results);
        if (!errors.isEmpty()) {
            body.put("numErrors", errors.size());
            body.set("errors", errors);
        }
        body.put("startedAt", Json.time(now));
        body.put("completedAt", Json.time(now));
        return SandboxResponse.json(errors.isEmpty() ? success : 207, body);
    }
}
