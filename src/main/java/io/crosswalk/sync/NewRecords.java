package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.Stages;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Evaluator;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Hinted;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a record on the other side is made of: the mapped fields that the rules let flow there. */
final class NewRecords {
    private final HubspotClient hubspot;

    NewRecords(HubspotClient hubspot) {
        this.hubspot = hubspot;
    }

    /**
     * @param values wire text by the target's names; no blanks
     * @param carried the fields that are carried over
     */
    record NewRecord(Seeker seeker, Map<String, @Nullable String> values, List<Carried> carried) {

        NewRecord with(Link link) {
            return new NewRecord(new Seeker(link, seeker.record()), values, carried);
        }
    }

    /**
     * @param from what the seeking record holds
     * @param to what the new one is to hold
     */
    record Carried(PlannedField field, Value from, Value to) {}

    /**
     * Null if it cannot be made so that it would be found again: nothing of what records are
     * matched by is among what is carried over.
     */
    @Nullable NewRecord of(MappingPlan plan, Seeker seeker) {
        Side target = seeker.side().other();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        List<Carried> carried = new ArrayList<>();
        String pipeline = pipeline(plan, target, seeker::value);
        for (PlannedField field : plan.fields()) {
            Value from = seeker.value(field);
            if (from.isBlank() || !flows(field, target)) {
                continue;
            }
            Converted converted = field.convertedTo(target, from, pipeline);
            // What does not fit is told of when the pair is looked at for the first time.
            if (converted instanceof Converted.Ok ok && !ok.value().isBlank()) {
                carried.add(new Carried(field, from, ok.value()));
                values.put(field.name(target), field.wire(target, ok.value()));
            }
        }
        if (target == Side.HUBSPOT) {
            addPipeline(carried, values);
        }
        if (!identified(plan.object(), target, values)) {
            return null;
        }
        if (target == Side.HUBSPOT && takesSalesforceId(plan.object())) {
            values.put(plan.object().salesforceIdProperty(), seeker.id());
        }
        return new NewRecord(seeker, values, carried);
    }

    /** A stage without a pipeline would be looked for in HubSpot's first one. */
    private static void addPipeline(List<Carried> carried, Map<String, @Nullable String> values) {
        for (Carried each : carried) {
            String pipeline = each.field().pipeline(each.to());
            if (!pipeline.isEmpty()) {
                values.putIfAbsent(Stages.PIPELINE, pipeline);
            }
        }
    }

    /**
     * The pipeline that a mapping puts a new deal into; empty if none does.
     *
     * @param from what the record holds that it is made for
     */
    static String pipeline(MappingPlan plan, Side target, Function<PlannedField, Value> from) {
        PlannedField mapped = plan.ofProperty(Stages.PIPELINE);
        if (mapped == null || target == Side.SALESFORCE || !flows(mapped, target)) {
            return "";
        }
        Converted converted = mapped.convertedTo(target, from.apply(mapped));
        return converted instanceof Converted.Ok ok ? ok.value().text() : "";
    }

    /** As a blank field would be filled by aligning. */
    private static boolean flows(PlannedField field, Side target) {
        Decision decision =
                Evaluator.firstContact(
                        field.mapping().syncRule(),
                        false,
                        target == Side.HUBSPOT,
                        target == Side.SALESFORCE,
                        Hinted.of(false, false),
                        Fill.ALIGN,
                        Later.UNKNOWN);
        return decision.writes() == target;
    }

    private static boolean identified(
            ObjectPair object, Side target, Map<String, @Nullable String> values) {
        List<MatchKey> keys = MatchKey.of(object.name());
        if (keys.isEmpty()) {
            return values.containsKey(Traces.name(target));
        }
        return keys.stream().anyMatch(key -> !key.normal(values.get(key.name(target))).isEmpty());
    }

    private boolean takesSalesforceId(ObjectPair object) {
        for (HubspotProperty property : hubspot.properties(object.hubspotType())) {
            if (property.name().equals(object.salesforceIdProperty())) {
                return !property.readOnly();
            }
        }
        return false;
    }
}
