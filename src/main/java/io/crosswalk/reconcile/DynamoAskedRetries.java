package io.crosswalk.reconcile;

import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.records.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * {@link AskedRetries} in the configuration table: an item per object, an attribute per mapping or
 * code.
 */
@ApplicationScoped
class DynamoAskedRetries implements AskedRetries {
    private final DynamoDbClient dynamo;
    private final String table;

    DynamoAskedRetries(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public Map<String, Retry> of(String object) {
        Map<String, Retry> asked = new HashMap<>();
        dynamo.getItem(b -> b.tableName(table).key(key(object)))
                .item()
                .forEach(
                        (id, value) -> {
                            if (value.hasM()) {
                                asked.put(id, DynamoHealthState.retry(value.m()));
                            }
                        });
        return asked;
    }

    @Override
    public void ask(String object, String mappingId, Retry from) {
        dynamo.updateItem(
                b ->
                        b.tableName(table)
                                .key(key(object))
                                .updateExpression("SET #mapping = :from")
                                .expressionAttributeNames(Map.of("#mapping", mappingId))
                                .expressionAttributeValues(
                                        Map.of(":from", DynamoHealthState.item(from))));
    }

    @Override
    public void goOn(String object, String mappingId, Retry from, @Nullable Retry to) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":from", DynamoHealthState.item(from));
        if (to != null) {
            values.put(":to", DynamoHealthState.item(to));
        }
        try {
            dynamo.updateItem(
                    b ->
                            b.tableName(table)
                                    .key(key(object))
                                    .updateExpression(
                                            to == null ? "REMOVE #mapping" : "SET #mapping = :to")
                                    .conditionExpression("#mapping = :from")
                                    .expressionAttributeNames(Map.of("#mapping", mappingId))
                                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException e) {
            // It starts anew: what was gone through just now is harmless to try once more.
        }
    }

    private static Map<String, AttributeValue> key(String object) {
        return Map.of("part", text("retries"), "name", text(object));
    }
}
