package io.crosswalk.backfill;

import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunOrder.PropertyFilter;
import io.crosswalk.backfill.RunOrder.UndoEntries;
import io.crosswalk.backfill.RunOrder.UndoMapping;
import io.crosswalk.backfill.RunOrder.UndoRun;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Fill;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The shape of what was asked for, in a run's item. */
final class DynamoRunOrder {
    private DynamoRunOrder() {}

    static AttributeValue value(RunOrder order) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("object", text(order.object()));
        if (order instanceof Backfill backfill) {
            item.put("type", text("backfill"));
            item.put("mappings", texts(backfill.mappings()));
            item.put("fill", text(backfill.fill().name()));
            put(item, backfill.filter());
        } else if (order instanceof UndoRun undo) {
            item.put("type", text("undoRun"));
            item.put("run", text(undo.run()));
        } else if (order instanceof UndoMapping undo) {
            item.put("type", text("undoMapping"));
            item.put("mapping", text(undo.mapping()));
            item.put("since", time(undo.since()));
        } else if (order instanceof UndoEntries undo) {
            item.put("type", text("undoEntries"));
            item.put(
                    "entries",
                    texts(
                            undo.entries().stream()
                                    .map(entry -> entry.at() + "~" + entry.link().text())
                                    .toList()));
        } else {
            throw new AssertionError(order);
        }
        return AttributeValue.fromM(item);
    }

    private static void put(Map<String, AttributeValue> item, Filter filter) {
        item.put("ids", texts(filter.ids()));
        if (filter.modifiedSince() != null) {
            item.put("modifiedSince", time(filter.modifiedSince()));
        }
        if (filter.property() != null) {
            item.put("property", text(filter.property().property()));
            item.put("operator", text(filter.property().operator()));
            item.put("values", texts(filter.property().values()));
        }
    }

    static RunOrder read(Map<String, AttributeValue> item) {
        String object = required(item, "object");
        String type = required(item, "type");
        return switch (type) {
            case "backfill" ->
                    new Backfill(
                            object,
                            readTexts(item, "mappings"),
                            Fill.valueOf(required(item, "fill")),
                            filter(item));
            case "undoRun" -> new UndoRun(object, required(item, "run"));
            case "undoMapping" ->
                    new UndoMapping(
                            object,
                            required(item, "mapping"),
                            Objects.requireNonNull(time(item, "since"), "since"));
            case "undoEntries" ->
                    new UndoEntries(
                            object,
                            readTexts(item, "entries").stream()
                                    .map(DynamoRunOrder::entry)
                                    .toList());
            default -> throw new IllegalStateException("A stored run asks for '" + type + "'");
        };
    }

    private static Filter filter(Map<String, AttributeValue> item) {
        return new Filter(
                readTexts(item, "ids"),
                time(item, "modifiedSince"),
                item.containsKey("property")
                        ? new PropertyFilter(
                                required(item, "property"),
                                required(item, "operator"),
                                readTexts(item, "values"))
                        : null);
    }

    private static JournalEntry.Key entry(String text) {
        int tilde = text.indexOf('~');
        return new JournalEntry.Key(
                RecordKey.parse(text.substring(tilde + 1)), text.substring(0, tilde));
    }

    static AttributeValue texts(Collection<String> texts) {
        return AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
    }

    static List<String> readTexts(Map<String, AttributeValue> item, String name) {
        return item.get(name).l().stream().map(AttributeValue::s).toList();
    }
}
