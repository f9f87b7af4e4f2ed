package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of deals, with their stages: the options of two properties whose definitions name
 * none. A portal starts with HubSpot's own pipeline, to which somebody has added three stages.
 */
final class Pipelines {
    private static final String STAGE = "dealstage";
    private static final String PIPELINE = "pipeline";
    private static final String DEFAULT = "default";
    private static final String CREATED_AT = "1970-01-01T00:00:00Z";

    /** {@code id | label | probability}. */
    private static final String DEFAULT_STAGES =
            """
            appointmentscheduled | Appointment Scheduled | 0.2
            qualifiedtobuy | Qualified To Buy | 0.4
            1094813312 | Needs Analysed | 0.5
            presentationscheduled | Presentation Scheduled | 0.6
            decisionmakerboughtin | Decision Maker Bought-In | 0.8
            1094813313 | Seen By All | 0.8
            1094813314 | Proposal Sent | 0.9
            contractsent | Contract Sent | 0.9
            closedwon | Closed Won | 1.0
            closedlost | Closed Lost | 0.0
            """;

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private long lastId = 745_000_000;

    Pipelines() {
        ObjectNode pipeline = pipeline(DEFAULT, "Sales Pipeline", 0, CREATED_AT);
        for (String row : DEFAULT_STAGES.strip().split("\n")) {
            String[] cells = row.split("\\|");
            addStage(pipeline, cells[0].strip(), cells[1].strip(), cells[2].strip(), CREATED_AT);
        }
    }

    /** Whether a value is checked here, together with the record's others. */
    static boolean decideOver(Property property) {
        return property.name.equals(STAGE) || property.name.equals(PIPELINE);
    }

    /**
     * A stage is one of the record's pipeline; a new record with a stage and without a pipeline is
     * in the default one.
     *
     * @param accepted takes the pipeline of a new record
     * @param refused told of a property whose value is none of it
     */
    void settle(
            ObjectStore store,
            Map<Property, @Nullable String> accepted,
            @Nullable StoredRecord current,
            BiConsumer<String, PropertyValues.Invalid> refused) {
        Property stageProperty = store.properties.find(STAGE);
        Property pipelineProperty = store.properties.find(PIPELINE);
        if (stageProperty == null
                || pipelineProperty == null
                || !accepted.containsKey(stageProperty)
                        && !accepted.containsKey(pipelineProperty)) {
            return;
        }
        String stage = value(store, stageProperty, accepted, current);
        String pipeline = value(store, pipelineProperty, accepted, current);
        String its = pipeline == null ? DEFAULT : pipeline;
        if (!byId.containsKey(its)) {
            refused.accept(
                    PIPELINE,
                    invalid(its + " is not a valid pipeline ID. Valid options are: " + ids()));
        } else if (stage != null && !stages(its).contains(stage)) {
            refused.accept(
                    STAGE,
                    invalid(
                            stage
                                    + " is not a valid pipeline stage ID. Valid options are:"
                                    + " pipelineId="
                                    + its
                                    + " : "
                                    + stages(its)));
        } else if (stage != null && pipeline == null) {
            accepted.put(pipelineProperty, its);
        }
    }

    private static PropertyValues.Invalid invalid(String message) {
        return new PropertyValues.Invalid("INVALID_OPTION", message);
    }

    private List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    private static @Nullable String value(
            ObjectStore store,
            Property property,
            Map<Property, @Nullable String> accepted,
            @Nullable StoredRecord current) {
        return accepted.containsKey(property) || current == null
                ? accepted.get(property)
                : store.value(current, property);
    }

    private List<String> stages(String pipeline) {
        List<String> ids = new ArrayList<>();
        JsonNode stages = byId.getOrDefault(pipeline, Json.object()).path("stages");
        stages.forEach(stage -> ids.add(stage.path("id").asText()));
        return ids;
    }

    /** As they are shown: by their display order. */
    List<ObjectNode> all() {
        return byId.values().stream()
                .sorted(Comparator.comparingInt((ObjectNode it) -> it.path("displayOrder").asInt()))
                .toList();
    }

    @Nullable ObjectNode find(String id) {
        return byId.get(id);
    }

    /**
     * @param body as the pipelines guide has it: label, displayOrder, stages with a probability
     */
    ObjectNode create(JsonNode body, long now) {
        String at = Json.time(now);
        ObjectNode pipeline =
                pipeline(nextId(), text(body, "label"), body.path("displayOrder").asInt(), at);
        for (JsonNode stage : body.path("stages")) {
            String probability = stage.path("metadata").path("probability").asText();
            addStage(pipeline, nextId(), text(stage, "label"), probability, at);
        }
        return pipeline;
    }

    private static String text(JsonNode body, String name) {
        String text = body.path(name).asText("");
        if (text.isEmpty()) {
            throw HubspotError.validation("Some required fields were not set: [" + name + "]");
        }
        return text;
    }

    private String nextId() {
        return Long.toString(++lastId);
    }

    private ObjectNode pipeline(String id, String label, int displayOrder, String at) {
        ObjectNode pipeline = Json.object();
        pipeline.put("label", label).put("displayOrder", displayOrder).put("id", id);
        pipeline.putArray("stages");
        pipeline.put("createdAt", at).put("updatedAt", at).put("archived", false);
        byId.put(id, pipeline);
        return pipeline;
    }

    private static void addStage(
            ObjectNode pipeline, String id, String label, String probability, String at) {
        ArrayNode stages = pipeline.withArrayProperty("stages");
        boolean closed = probability.equals("1.0") || probability.equals("0.0");
        ObjectNode stage = stages.addObject();
        stage.put("label", label).put("displayOrder", stages.size() - 1);
        stage.putObject("metadata")
                .put("isClosed", Boolean.toString(closed))
                .put("probability", probability);
        stage.put("id", id).put("createdAt", at).put("updatedAt", at);
        stage.put("writePermissions", "CRM_PERMISSIONS_ENFORCEMENT").put("archived", false);
    }
}
