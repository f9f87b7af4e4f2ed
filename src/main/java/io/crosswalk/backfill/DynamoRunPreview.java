package io.crosswalk.backfill;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.backfill.RunPreview.OfMapping;
import io.crosswalk.backfill.RunPreview.Records;
import io.crosswalk.backfill.RunSamples.Sample;
import io.crosswalk.records.RunCount;
import io.crosswalk.sync.PreviewedAction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The shape of a preview in a run's item. */
final class DynamoRunPreview {
    private DynamoRunPreview() {}

    static AttributeValue value(RunPreview preview) {
        Map<String, AttributeValue> item = new HashMap<>();
        Records records = preview.records();
        item.put("looked", number(records.looked()));
        item.put("unlinked", number(records.unlinked()));
        item.put("gone", number(records.gone()));
        item.put("hubspotWrites", number(records.hubspotWrites()));
        item.put("salesforceWrites", number(records.salesforceWrites()));
        item.put("histories", number(records.histories()));
        item.put("undone", counts(preview.undone()));
        Map<String, AttributeValue> mappings = new HashMap<>();
        preview.mappings().forEach((id, its) -> mappings.put(id, AttributeValue.fromM(value(its))));
        item.put("mappings", AttributeValue.fromM(mappings));
        return AttributeValue.fromM(item);
    }

    private static Map<String, AttributeValue> value(OfMapping its) {
        Map<String, AttributeValue> refusals = new HashMap<>();
        its.refusals().forEach((why, by) -> refusals.put(why, number(by)));
        return Map.of(
                "property", text(its.hubspotProperty()),
                "field", text(its.salesforceField()),
                "rule", text(its.rule()),
                "counts", counts(its.counts()),
                "refusals", AttributeValue.fromM(refusals));
    }

    static RunPreview read(Map<String, AttributeValue> item) {
        Map<String, OfMapping> mappings = new HashMap<>();
        item.get("mappings").m().forEach((id, its) -> mappings.put(id, readMapping(its.m())));
        return new RunPreview(
                new Records(
                        number(item, "looked"),
                        number(item, "unlinked"),
                        number(item, "gone"),
                        number(item, "hubspotWrites"),
                        number(item, "salesforceWrites"),
                        number(item, "histories")),
                mappings,
                readCounts(item.get("undone"), RunCount.class, RunCount::valueOf));
    }

    private static OfMapping readMapping(Map<String, AttributeValue> item) {
        Map<String, Long> refusals = new HashMap<>();
        item.getOrDefault("refusals", AttributeValue.fromM(Map.of()))
                .m()
                .forEach((why, by) -> refusals.put(why, Long.valueOf(by.n())));
        return new OfMapping(
                required(item, "property"),
                required(item, "field"),
                item.containsKey("rule") ? required(item, "rule") : "",
                readCounts(item.get("counts"), PreviewedAction.class, PreviewedAction::valueOf),
                refusals);
    }

    static AttributeValue samples(RunSamples samples) {
        return AttributeValue.fromL(
                samples.items().stream().map(DynamoRunPreview::sample).toList());
    }

    private static AttributeValue sample(Sample sample) {
        return AttributeValue.fromM(
                Map.of(
                        "hubspotId", text(sample.hubspotId()),
                        "salesforceId", text(sample.salesforceId()),
                        "mapping", text(sample.mappingId()),
                        "property", text(sample.hubspotProperty()),
                        "field", text(sample.salesforceField()),
                        "hubspot", text(sample.values().hubspot()),
                        "salesforce", text(sample.values().salesforce()),
                        "action", text(sample.values().action().name()),
                        "reason", text(sample.reason())));
    }

    static List<Sample> readSamples(AttributeValue value) {
        return value.l().stream().map(it -> readSample(it.m())).toList();
    }

    private static Sample readSample(Map<String, AttributeValue> item) {
        return new Sample(
                required(item, "hubspotId"),
                required(item, "salesforceId"),
                required(item, "mapping"),
                required(item, "property"),
                required(item, "field"),
                new RunSamples.Values(
                        required(item, "hubspot"),
                        required(item, "salesforce"),
                        PreviewedAction.valueOf(required(item, "action"))),
                required(item, "reason"));
    }

    private static <E extends Enum<E>> AttributeValue counts(Map<E, Long> counts) {
        Map<String, AttributeValue> item = new HashMap<>();
        counts.forEach((count, by) -> item.put(count.name(), number(by)));
        return AttributeValue.fromM(item);
    }

    private static <E extends Enum<E>> Map<E, Long> readCounts(
            AttributeValue value, Class<E> type, Function<String, E> constant) {
        Map<E, Long> counts = new EnumMap<>(type);
        value.m().forEach((name, by) -> counts.put(constant.apply(name), Long.valueOf(by.n())));
        return counts;
    }
}
