package io.crosswalk.reconcile;

import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** {@link Cursors} in the configuration table. */
@ApplicationScoped
class DynamoCursors implements Cursors {
    private final DynamoDbClient dynamo;
    private final String table;

    DynamoCursors(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public Instant cursor(String object, Side side) {
        Map<String, AttributeValue> item =
                dynamo.getItem(b -> b.tableName(table).key(key(object, side)).consistentRead(true))
                        .item();
        Instant cursor = time(item, "until");
        return cursor == null ? Instant.EPOCH : cursor;
    }

    @Override
    public void advance(String object, Side side, Instant to) {
        move(object, side, "attribute_not_exists(#until) OR #until < :to", Map.of(":to", to));
    }

    @Override
    public boolean advance(String object, Side side, Instant from, Instant to) {
        return move(
                object,
                side,
                "attribute_not_exists(#until) OR #until = :from",
                Map.of(":from", from, ":to", to));
    }

    @Override
    public void back(String object, Side side, Instant to) {
        move(object, side, "#until > :to", Map.of(":to", to));
    }

    /** Returns whether it was moved; else another one has moved it further already. */
    private boolean move(String object, Side side, String condition, Map<String, Instant> times) {
        Map<String, AttributeValue> values = new HashMap<>();
        times.forEach((name, at) -> values.put(name, time(at)));
        try {
            dynamo.updateItem(
                    b ->
                            b.tableName(table)
                                    .key(key(object, side))
                                    .updateExpression("SET #until = :to")
                                    .conditionExpression(condition)
                                    .expressionAttributeNames(Map.of("#until", "until"))
                                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public void succeeded(String object, Side side, Instant at) {
        dynamo.updateItem(
                b ->
                        b.tableName(table)
                                .key(key(object, side))
                                .updateExpression("SET succeededAt = :at REMOVE failure")
                                .expressionAttributeValues(Map.of(":at", time(at))));
    }

    @Override
    public void failed(String object, Side side, CatchUpFailure why) {
        dynamo.updateItem(
                b ->
                        b.tableName(table)
                                .key(key(object, side))
                                .updateExpression("SET failure = :why")
                                .expressionAttributeValues(
                                        Map.of(":why", AttributeValue.fromM(item(why)))));
    }

    @Override
    public Standing standing(String object, Side side) {
        Map<String, AttributeValue> item =
                dynamo.getItem(b -> b.tableName(table).key(key(object, side))).item();
        Instant cursor = time(item, "until");
        AttributeValue failure = item.get("failure");
        return new Standing(
                cursor == null ? Instant.EPOCH : cursor,
                time(item, "succeededAt"),
                failure == null ? null : failure(failure.m()));
    }

    private static Map<String, AttributeValue> item(CatchUpFailure why) {
        return Map.of(
                "code", text(why.code()),
                "message", text(why.message()),
                "severity", text(why.severity().name()),
                "at", time(why.at()));
    }

    private static CatchUpFailure failure(Map<String, AttributeValue> item) {
        return new CatchUpFailure(
                required(item, "code"),
                required(item, "message"),
                ProblemSeverity.valueOf(required(item, "severity")),
                Objects.requireNonNull(time(item, "at"), "at"));
    }

    private static Map<String, AttributeValue> key(String object, Side side) {
        return Map.of("part", text("cursors"), "name", text(object + "/" + side.name()));
    }
}
