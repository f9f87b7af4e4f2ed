package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.DriftFigure.Example;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * {@link DriftStore} in the configuration table, part {@code drift}: the figure under the object's
 * name, the sweep under {@code object/sweep}.
 */
@ApplicationScoped
public class DynamoDriftStore implements DriftStore {
    private static final String STEP = "step";
    private static final String STARTED_AT = "startedAt";
    private static final String FIGURE = "figure";
    private static final String AFTER = "after";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDriftStore(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public Optional<DriftFigure> figure(String object) {
        return Optional.ofNullable(figure(item(object)));
    }

    @Override
    public void publish(String object, DriftFigure figure) {
        Map<String, AttributeValue> item = new HashMap<>(key(object));
        item.put(FIGURE, write(figure));
        dynamo.putItem(b -> b.tableName(table).item(item));
    }

    @Override
    public Sweep sweep(String object) {
        Map<String, AttributeValue> item = item(object + "/sweep");
        return new Sweep(
                number(item, STEP),
                Objects.requireNonNullElse(time(item, STARTED_AT), Instant.EPOCH),
                text(item, AFTER),
                figure(item));
    }

    @Override
    public boolean save(String object, Sweep next) {
        Map<String, AttributeValue> item = new HashMap<>(key(object + "/sweep"));
        item.put(STEP, number(next.step()));
        item.put(STARTED_AT, time(next.startedAt()));
        if (next.after() != null) {
            item.put(AFTER, text(next.after()));
        }
        if (next.counted() != null) {
            item.put(FIGURE, write(next.counted()));
        }
        PutItemRequest.Builder put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .expressionAttributeNames(Map.of("#step", STEP));
        if (next.step() == 1) {
            put.conditionExpression("attribute_not_exists(#step)");
        } else {
            put.conditionExpression("#step = :before")
                    .expressionAttributeValues(Map.of(":before", number(next.step() - 1)));
        }
        try {
            dynamo.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Map<String, AttributeValue> item(String name) {
        return dynamo.getItem(b -> b.tableName(table).key(key(name)).consistentRead(true)).item();
    }

    private static Map<String, AttributeValue> key(String name) {
        return Map.of("part", text("drift"), "name", text(name));
    }

    private static AttributeValue write(DriftFigure figure) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(STARTED_AT, time(figure.startedAt()));
        map.put("sweptAt", time(figure.sweptAt()));
        map.put("links", number(figure.links()));
        map.put("unmet", number(figure.unmet()));
        map.put("compared", number(figure.compared()));
        Map<String, AttributeValue> differing = new HashMap<>();
        figure.differing().forEach((id, counts) -> differing.put(id, writeCounts(counts)));
        map.put("differing", AttributeValue.fromM(differing));
        if (figure.oldestUnexplained() != null) {
            map.put("oldest", time(figure.oldestUnexplained()));
        }
        map.put(
                "examples",
                AttributeValue.fromL(
                        figure.examples().stream().map(DynamoDriftStore::write).toList()));
        return AttributeValue.fromM(map);
    }

    private static AttributeValue writeCounts(Map<Reason, Long> counts) {
        Map<String, AttributeValue> map = new HashMap<>();
        counts.forEach((reason, count) -> map.put(reason.name(), number(count)));
        return AttributeValue.fromM(map);
    }

    private static AttributeValue write(Example example) {
        return AttributeValue.fromM(
                Map.of(
                        "hubspotId", text(example.hubspotId()),
                        "salesforceId", text(example.salesforceId()),
                        "mappingId", text(example.mappingId()),
                        "since", time(example.since())));
    }

    private static @Nullable DriftFigure figure(Map<String, AttributeValue> item) {
        if (!item.containsKey(FIGURE)) {
            return null;
        }
        Map<String, AttributeValue> map = item.get(FIGURE).m();
        Map<String, Map<Reason, Long>> differing = new HashMap<>();
        map.get("differing").m().forEach((id, counts) -> differing.put(id, counts(counts.m())));
        List<Example> examples = new ArrayList<>();
        map.get("examples").l().forEach(example -> examples.add(example(example.m())));
        return new DriftFigure(
                Objects.requireNonNull(time(map, STARTED_AT), STARTED_AT),
                Objects.requireNonNull(time(map, "sweptAt"), "sweptAt"),
                number(map, "links"),
                number(map, "unmet"),
                number(map, "compared"),
                differing,
                time(map, "oldest"),
                examples);
    }

    private static Map<Reason, Long> counts(Map<String, AttributeValue> map) {
        Map<Reason, Long> counts = new HashMap<>();
        map.keySet().forEach(reason -> counts.put(Reason.valueOf(reason), number(map, reason)));
        return counts;
    }

    private static Example example(Map<String, AttributeValue> map) {
        return new Example(
                required(map, "hubspotId"),
                required(map, "salesforceId"),
                required(map, "mappingId"),
                Objects.requireNonNull(time(map, "since"), "since"));
    }
}
