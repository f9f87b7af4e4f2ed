package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.rules.OptionGroups;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That a property's options are the stages of pipelines. HubSpot takes a stage of another pipeline
 * than the record's only together with that pipeline (HubSpot pipelines guide).
 *
 * @param pipelines by stage, the first pipeline first
 * @param moving whether a write of a stage moves the record to its pipeline: not where a mapping
 *     says which one that is
 */
public record Stages(OptionGroups pipelines, boolean moving) {
    /** What HubSpot calls the pipeline of a deal. */
    public static final String PIPELINE = "pipeline";

    /** Null for a property that has no stages. */
    static @Nullable Stages of(HubspotProperty property, List<Mapping> mappings) {
        OptionGroups pipelines = pipelines(property);
        boolean told =
                mappings.stream()
                        .anyMatch(
                                mapping ->
                                        mapping.hubspotProperty().equals(PIPELINE)
                                                && mapping.syncRule().mayWrite(Side.HUBSPOT));
        return pipelines.of().isEmpty() ? null : new Stages(pipelines, !told);
    }

    /** None for a property that has no stages. */
    public static OptionGroups pipelines(HubspotProperty property) {
        Map<String, String> pipelines = new LinkedHashMap<>();
        for (HubspotProperty.Option option : property.options()) {
            if (option.pipeline() != null) {
                pipelines.put(option.value(), option.pipeline());
            }
        }
        return new OptionGroups(pipelines);
    }

    /** Whether its options are stages, of which those are not carried over that are not paired. */
    public static boolean areOf(HubspotProperty property) {
        return !pipelines(property).of().isEmpty();
    }

    /** Empty for a stage that is not known, and for none. */
    String pipeline(Value stage) {
        return pipelines.of(stage.text());
    }
}
