package io.crosswalk.reconcile;

import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** {@link HealthState} in the configuration table. */
@ApplicationScoped
class DynamoHealthState implements HealthState {
    private final DynamoDbClient dynamo;
    private final String table;

    DynamoHealthState(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public boolean isTime(String object, Instant now, Duration every) {
        Map<String, AttributeValue> item =
                dynamo.getItem(
                                b ->
                                        b.tableName(table)
                                                .key(key(object))
                                                .projectionExpression("#at")
                                                .expressionAttributeNames(Map.of("#at", "at")))
                        .item();
        Instant at = time(item, "at");
        return at == null || !at.isAfter(now.minus(every));
    }

    @Override
    public boolean claim(String object, Instant now, Duration every) {
        try {
            dynamo.updateItem(
                    b ->
                            b.tableName(table)
                                    .key(key(object))
                                    .updateExpression("SET #at = :now")
                                    .conditionExpression(
                                            "attribute_not_exists(#at) OR #at <= :before")
                                    .expressionAttributeNames(Map.of("#at", "at"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":now", time(now),
                                                    ":before", time(now.minus(every)))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public Seen load(String object) {
        Map<String, AttributeValue> item =
                dynamo.getItem(b -> b.tableName(table).key(key(object)).consistentRead(true))
                        .item();
        Map<String, String> signatures = new HashMap<>();
        map(item, "signatures").forEach((id, value) -> signatures.put(id, value.s()));
        Map<String, Retry> retries = new HashMap<>();
        map(item, "retries").forEach((id, value) -> retries.put(id, retry(value.m())));
        return new Seen(signatures, retries, text(item, "lookedTo"));
    }

    static Retry retry(Map<String, AttributeValue> value) {
        return new Retry(
                Objects.requireNonNull(time(value, "notBefore"), "notBefore"),
                text(value, "after"));
    }

    static AttributeValue item(Retry retry) {
        Map<String, AttributeValue> value = new HashMap<>();
        value.put("notBefore", time(retry.notBefore()));
        if (retry.after() != null) {
            value.put("after", text(retry.after()));
        }
        return AttributeValue.fromM(value);
    }

    private static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? Map.of() : value.m();
    }

    @Override
    public void save(String object, Seen seen) {
        Map<String, AttributeValue> signatures = new HashMap<>();
        seen.signatures().forEach((id, signature) -> signatures.put(id, text(signature)));
        Map<String, AttributeValue> retries = new HashMap<>();
        seen.retries().forEach((id, retry) -> retries.put(id, item(retry)));
        String lookedTo = seen.lookedTo();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":signatures", AttributeValue.fromM(signatures));
        values.put(":retries", AttributeValue.fromM(retries));
        if (lookedTo != null) {
            values.put(":lookedTo", text(lookedTo));
        }
        dynamo.updateItem(
                b ->
                        b.tableName(table)
                                .key(key(object))
                                .updateExpression(
                                        "SET #signatures = :signatures, #retries = :retries"
                                                + (lookedTo == null
                                                        ? " REMOVE #lookedTo"
                                                        : ", #lookedTo = :lookedTo"))
                                .expressionAttributeNames(
                                        Map.of(
                                                "#signatures", "signatures",
                                                "#retries", "retries",
                                                "#lookedTo", "lookedTo"))
                                .expressionAttributeValues(values));
    }

    private static Map<String, AttributeValue> key(String object) {
        return Map.of("part", text("health"), "name", text(object));
    }
}
