package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls about up to 100 records. One refused input leaves the others alone. */
final class BatchApi {
    private static final int INPUTS_MAX = 100;
    private static final int HISTORY_INPUTS_MAX = 50;

    private final RecordWriter writer;
    private final RecordLifecycle lifecycle;
    private final Associations associations;
    private final Faults faults;

    BatchApi(
            RecordWriter writer,
            RecordLifecycle lifecycle,
            Associations associations,
            Faults faults) {
        this.writer = writer;
        this.lifecycle = lifecycle;
        this.associations = associations;
        this.faults = faults;
    }

    SandboxResponse answer(HubspotCall call, ObjectStore store, Source source, long now) {
        JsonNode body = Json.body(call.request());
        JsonNode inputs = body.path("inputs");
        if (!inputs.isArray()) {
            throw HubspotError.validation("Invalid input JSON: inputs must be an array");
        }
        if (inputs.size() > INPUTS_MAX) {
            throw HubspotError.validation(
                    "The maximum number of inputs supported in a batch request is 100, but was "
                            + inputs.size());
        }
        return switch (call.kind()) {
            case BATCH_READ -> read(body, call.flag("archived"), store, now);
            case BATCH_CREATE -> create(inputs, store, source, now);
            case BATCH_UPDATE -> update(inputs, store, source, now);
            case BATCH_UPSERT -> upsert(inputs, store, source, now);
            case BATCH_ARCHIVE -> archive(inputs, store, source, now);
            default -> throw HubspotCall.unknownPath();
        };
    }

    private SandboxResponse read(JsonNode body, boolean archived, ObjectStore store, long now) {
        List<String> histories = Json.texts(body.path("propertiesWithHistory"));
        if (!histories.isEmpty() && body.path("inputs").size() > HISTORY_INPUTS_MAX) {
            throw HubspotError.validation(
                    "The maximum number of inputs supported in a batch request for property"
                            + " histories is 50, but was "
                            + body.path("inputs").size());
        }
        String idProperty = body.path("idProperty").asText("");
        BatchAnswer answer = new BatchAnswer(store, now);
        Set<StoredRecord> found = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (JsonNode input : body.path("inputs")) {
            String id = input.path("id").asText();
            if (faults.mergedAwayLeftOut() && store.isMergedAway(id)) {
                continue;
            }
            StoredRecord record = store.find(id, idProperty, archived);
            if (record == null) {
                missing.add(id);
            } else {
                found.add(record);
            }
        }
        for (StoredRecord record : found) {
            answer.result(
                    RecordJson.of(
                            store,
                            record,
                            Json.texts(body.path("properties")),
                            histories,
                            Long.MAX_VALUE));
        }
        answer.missing(missing);
        return answer.response(200);
    }

    /** All or nothing, unless every input can be told apart by its own trace id. */
    private SandboxResponse create(JsonNode inputs, ObjectStore store, Source source, long now) {
        Set<String> traces = new HashSet<>();
        inputs.forEach(input -> traces.add(input.path("objectWriteTraceId").asText("")));
        boolean traced = traces.size() == inputs.size() && !traces.contains("");
        BatchAnswer answer = new BatchAnswer(store, now);
        if (!traced) {
            // Nothing is created before everything is known to be good.
            Set<String> unique = new HashSet<>();
            for (JsonNode input : inputs) {
                writer.checked(store, ObjectsApi.properties(input), null)
                        .forEach((property, value) -> checkFirst(unique, property, value));
                associations.wanted(store, input.path("associations"));
            }
        }
        for (JsonNode input : inputs) {
            try {
                JsonNode properties = ObjectsApi.properties(input);
                Map<Property, @Nullable String> accepted = writer.checked(store, properties, null);
                List<Associations.Wanted> wanted =
                        associations.wanted(store, input.path("associations"));
                StoredRecord record = writer.create(store, accepted, source, now);
                associations.associate(record, wanted, source, now);
                answer.written(record, input);
            } catch (HubspotError refused) {
                if (!traced) {
                    throw refused;
                }
                answer.refused(refused, input);
            }
        }
        return answer.response(201);
    }

    private static void checkFirst(Set<String> unique, Property property, @Nullable String value) {
        if (property.unique() && value != null && !unique.add(property.name + " " + value)) {
            throw new HubspotError(409, "CONFLICT", "Two inputs have the same " + property.name);
        }
    }

    private SandboxResponse update(JsonNode inputs, ObjectStore store, Source source, long now) {
        Set<String> ids = new HashSet<>();
        for (JsonNode input : inputs) {
            if (!ids.add(input.path("id").asText())) {
                throw HubspotError.validation(
                        "Duplicate IDs found in batch input: ["
                                + input.path("id").asText()
                                + "]. Batch inputs must have unique IDs");
            }
        }
        if (faults.wholeBatchFails()) {
            // Throws before anything is written.
            for (JsonNode input : inputs) {
                StoredRecord record = found(store, input);
                if (record != null) {
                    writer.checked(store, ObjectsApi.properties(input), record);
                }
            }
        }
        BatchAnswer answer = new BatchAnswer(store, now);
        Set<String> missing = new LinkedHashSet<>();
        for (JsonNode input : inputs) {
            StoredRecord record = found(store, input);
            if (record == null) {
                missing.add(input.path("id").asText());
                continue;
            }
            try {
                JsonNode properties = ObjectsApi.properties(input);
                writer.update(
                        store, record, writer.checked(store, properties, record), source, now);
                answer.written(record, input);
            } catch (HubspotError refused) {
                answer.refused(refused, input);
            }
        }
        answer.missing(missing);
        return answer.response(200);
    }

    private static @Nullable StoredRecord found(ObjectStore store, JsonNode input) {
        return store.find(input.path("id").asText(), input.path("idProperty").asText(""), false);
    }

    private SandboxResponse upsert(JsonNode inputs, ObjectStore store, Source source, long now) {
        BatchAnswer answer = new BatchAnswer(store, now);
        for (JsonNode input : inputs) {
            String idProperty = input.path("idProperty").asText("");
            StoredRecord record = found(store, input);
            try {
                JsonNode properties = ObjectsApi.properties(input);
                boolean isNew = record == null;
                if (isNew && !idProperty.isEmpty() && !properties.has(idProperty)) {
                    ObjectNode identified = properties.deepCopy();
                    properties = identified.set(idProperty, input.path("id"));
                }
                Map<Property, @Nullable String> accepted =
                        writer.checked(store, properties, record);
                if (record == null) {
                    record = writer.create(store, accepted, source, now);
                } else {
                    writer.update(store, record, accepted, source, now);
                }
                answer.written(record, input).put("new", isNew);
            } catch (HubspotError refused) {
                answer.refused(refused, input);
            }
        }
        return answer.response(200);
    }

    private SandboxResponse archive(JsonNode inputs, ObjectStore store, Source source, long now) {
        for (JsonNode input : inputs) {
            StoredRecord record = store.find(input.path("id").asText(), null, false);
            if (record != null) {
                lifecycle.archive(store, record, source, now);
            }
        }
        return SandboxResponse.empty(204);
    }
}
