package io.crosswalk.reconcile;

import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** {@link AuditState} in the configuration table, part {@code audit}. */
@ApplicationScoped
class DynamoAuditState implements AuditState {
    private static final String PACED_TO = "pacedTo";
    private static final String AFTER = "after";

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoAuditState(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public Round load(String object) {
        Map<String, AttributeValue> item =
                dynamo.getItem(b -> b.tableName(table).key(key(object)).consistentRead(true))
                        .item();
        return new Round(time(item, PACED_TO), text(item, AFTER));
    }

    @Override
    public void save(String object, Round before, Round next) {
        Map<String, AttributeValue> item = new HashMap<>(key(object));
        if (next.pacedTo() != null) {
            item.put(PACED_TO, time(next.pacedTo()));
        }
        if (next.after() != null) {
            item.put(AFTER, text(next.after()));
        }
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(item);
        if (before.pacedTo() == null) {
            put.conditionExpression("attribute_not_exists(pacedTo)");
        } else {
            put.conditionExpression("pacedTo = :before")
                    .expressionAttributeValues(Map.of(":before", time(before.pacedTo())));
        }
        try {
            dynamo.putItem(put.build());
        } catch (ConditionalCheckFailedException e) {
            // Another run has marked the same links.
            return;
        }
    }

    private static Map<String, AttributeValue> key(String object) {
        return Map.of("part", text("audit"), "name", text(object));
    }
}
