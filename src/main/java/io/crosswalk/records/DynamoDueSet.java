package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore.DueSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The sparse index of what is due, by priority and shard, oldest first in each: so urgent records
 * are found whatever else is due.
 */
final class DynamoDueSet {
    static final String INDEX = "due";

    /** So far a shard is read for records that nobody is about to look at. */
    private static final int READ_MAX = 10_000;

    private static final int PAGE = 1_000;

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoDueSet(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * The most urgent ones first, so that a person's edit does not wait until a backfill that is
     * older has gone through.
     *
     * @param limit per shard
     */
    List<RecordKey> overdue(Instant now, Duration after, int limit) {
        long stuck = now.minus(after).toEpochMilli();
        List<RecordKey> keys = new ArrayList<>();
        for (int shard = 0; shard < DynamoLinkItem.SHARDS; shard++) {
            int full = keys.size() + limit;
            for (Priority priority : Priority.values()) {
                if (keys.size() < full) {
                    read(DynamoLinkItem.shard(priority, shard), now, READ_MAX).stream()
                            .filter(item -> !isLeftToTheStream(item, stuck))
                            .limit(full - keys.size())
                            .forEach(item -> keys.add(key(item)));
                }
            }
        }
        return keys;
    }

    private static boolean isLeftToTheStream(Map<String, AttributeValue> item, long stuck) {
        return number(item, DynamoLinkItem.DUE_AT) > stuck
                && State.DUE.name().equals(text(item, DynamoLinkItem.STATE));
    }

    private static RecordKey key(Map<String, AttributeValue> item) {
        return RecordKey.parse(required(item, DynamoLinkItem.KEY));
    }

    /**
     * @param max records that are counted at most
     */
    DueSummary summary(int max) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            for (int shard = 0; shard < DynamoLinkItem.SHARDS; shard++) {
                items.addAll(read(DynamoLinkItem.shard(priority, shard), null, max + 1));
            }
        }
        Map<State, Integer> counts = new EnumMap<>(State.class);
        items.stream()
                .limit(max)
                .forEach(
                        item ->
                                counts.merge(
                                        State.valueOf(required(item, DynamoLinkItem.STATE)),
                                        1,
                                        Integer::sum));
        Instant oldest =
                items.stream()
                        .flatMap(item -> Stream.ofNullable(time(item, DynamoLinkItem.DUE_SINCE)))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        return new DueSummary(counts, items.size() > max, oldest);
    }

    /**
     * @param until null for whatever is due some time
     */
    private List<Map<String, AttributeValue>> read(
            AttributeValue shard, @Nullable Instant until, int max) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":shard", shard);
        if (until != null) {
            values.put(":until", time(until));
        }
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression(
                                "dueShard = :shard" + (until == null ? "" : " AND dueAt <= :until"))
                        .expressionAttributeValues(values)
                        .limit(Math.min(max, PAGE))
                        .build();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        while (items.size() < max) {
            QueryResponse page = dynamo.query(query);
            items.addAll(page.items());
            if (!page.hasLastEvaluatedKey()) {
                break;
            }
            query = query.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
        }
        return items;
    }
}
