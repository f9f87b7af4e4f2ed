package io.crosswalk.budget;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.records.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * {@link BudgetStore} in the configuration table: one item, replaced on condition of its version.
 */
@ApplicationScoped
class DynamoBudgetStore implements BudgetStore {
    private static final Map<String, AttributeValue> KEY =
            Map.of("part", text("budget"), "name", text("calls"));

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoBudgetStore(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public SharedBudget load() {
        return DynamoBudgetItem.read(
                dynamo.getItem(b -> b.tableName(table).key(KEY).consistentRead(true)).item());
    }

    /** Whoever comes second is told what is there in the same call. */
    @Override
    public @Nullable SharedBudget replace(SharedBudget next) {
        Map<String, AttributeValue> item = DynamoBudgetItem.write(next);
        item.putAll(KEY);
        boolean first = next.version() == SharedBudget.UNUSED.version() + 1;
        PutItemRequest.Builder put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(
                                first ? "attribute_not_exists(version)" : "version = :before")
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (!first) {
            put.expressionAttributeValues(Map.of(":before", number(next.version() - 1)));
        }
        try {
            dynamo.putItem(put.build());
            return null;
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() ? DynamoBudgetItem.read(e.item()) : load();
        }
    }
}
