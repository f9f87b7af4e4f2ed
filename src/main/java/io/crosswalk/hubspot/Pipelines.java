package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.hubspot.HubspotProperty.Option;
import io.crosswalk.records.CrmUnavailable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The pipelines of deals, which are the options of two properties: HubSpot's property definitions
 * say of both that their options are external, and name none (HubSpot pipelines guide).
 */
final class Pipelines {
    private static final String DEALS = "deals";
    private static final String STAGE = "dealstage";
    private static final String PIPELINE = "pipeline";

    private final HubspotCalls calls;

    Pipelines(HubspotCalls calls) {
        this.calls = calls;
    }

    /** The properties, with the options that pipelines are; one call more for deals alone. */
    List<HubspotProperty> completed(String type, List<HubspotProperty> properties) {
        boolean asked =
                type.equals(DEALS) && properties.stream().anyMatch(Pipelines::isOfPipelines);
        List<JsonNode> pipelines = asked ? read() : List.of();
        return properties.stream()
                .map(it -> isOfPipelines(it) ? completed(it, pipelines) : it)
                .toList();
    }

    private static boolean isOfPipelines(HubspotProperty property) {
        return property.optionsUnknown()
                && (property.name().equals(STAGE) || property.name().equals(PIPELINE));
    }

    private static HubspotProperty completed(HubspotProperty property, List<JsonNode> pipelines) {
        return property.with(
                property.name().equals(STAGE) ? stages(pipelines) : options(pipelines));
    }

    /** In the order in which HubSpot shows them; none without a scope for them. */
    private List<JsonNode> read() {
        try {
            return shown(
                    calls.get(CallListener.Kind.PIPELINES, Paths.pipelines(DEALS))
                            .bodyOrThrow("read the pipelines of deals in HubSpot")
                            .path("results"));
        } catch (CrmUnavailable e) {
            if (e.lacksScope()) {
                return List.of();
            }
            throw e;
        }
    }

    /** Of the same display order they are sorted by label (pipelines guide). */
    private static List<JsonNode> shown(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(node -> !node.path("archived").asBoolean(false))
                .sorted(
                        Comparator.comparingInt(
                                        (JsonNode node) -> node.path("displayOrder").asInt())
                                .thenComparing(Pipelines::label))
                .toList();
    }

    private static List<Option> options(List<JsonNode> pipelines) {
        List<Option> options = new ArrayList<>();
        for (JsonNode pipeline : pipelines) {
            options.add(new Option(id(pipeline), label(pipeline), false, options.size()));
        }
        return options;
    }

    /** Stages of several pipelines have the same labels, as a rule. */
    private static List<Option> stages(List<JsonNode> pipelines) {
        List<Option> options = new ArrayList<>();
        for (JsonNode pipeline : pipelines) {
            String before = pipelines.size() > 1 ? label(pipeline) + ": " : "";
            for (JsonNode stage : shown(pipeline.path("stages"))) {
                options.add(
                        new Option(
                                id(stage),
                                before + label(stage),
                                false,
                                options.size(),
                                id(pipeline)));
            }
        }
        return options;
    }

    private static String id(JsonNode node) {
        return node.path("id").asText("");
    }

    private static String label(JsonNode node) {
        return node.path("label").asText("");
    }
}
