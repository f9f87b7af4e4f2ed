package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;

import io.crosswalk.records.RecordStore.LinkPage;
import io.crosswalk.records.RecordStore.LinkSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The links of an object, shard after shard of their index. */
final class DynamoLinkPages {
    static final String INDEX = "links";
    private static final int LIMIT_MAX = 1_000;

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoLinkPages(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * @param after {@code shard~key}, or {@code shard~} for a shard's start
     */
    LinkPage page(String object, int limit, @Nullable String after) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("A page of links has 1 to 1,000: " + limit);
        }
        int shard = after == null ? 0 : Integer.parseInt(after.substring(0, after.indexOf('~')));
        String from = after == null ? "" : after.substring(after.indexOf('~') + 1);
        List<LinkSummary> items = new ArrayList<>();
        while (shard < DynamoLinkItem.SHARDS && items.size() < limit) {
            QueryResponse response = query(object, shard, from, limit - items.size());
            response.items().forEach(item -> items.add(summary(item)));
            if (response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty()) {
                from = required(response.lastEvaluatedKey(), DynamoLinkItem.KEY);
            } else {
                shard++;
                from = "";
            }
        }
        return new LinkPage(items, shard < DynamoLinkItem.SHARDS ? shard + "~" + from : null);
    }

    private QueryResponse query(String object, int shard, String from, int limit) {
        AttributeValue hash = DynamoLinkItem.linkShard(object, shard);
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("linkShard = :shard")
                        .expressionAttributeValues(Map.of(":shard", hash))
                        .limit(limit);
        if (!from.isEmpty()) {
            AttributeValue key = DynamoAttributes.text(from);
            query.exclusiveStartKey(
                    Map.of(DynamoLinkItem.KEY, key, DynamoLinkItem.LINK_SHARD, hash));
        }
        return dynamo.query(query.build());
    }

    private static LinkSummary summary(Map<String, AttributeValue> item) {
        return new LinkSummary(
                RecordKey.parse(required(item, DynamoLinkItem.KEY)),
                required(item, DynamoLinkItem.PARTNER),
                (int) number(item, DynamoLinkItem.COMPARED),
                DynamoLinkItem.readDifferences(item));
    }
}
