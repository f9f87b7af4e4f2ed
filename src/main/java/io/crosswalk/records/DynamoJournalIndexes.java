package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.rules.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The journal across records, newest first: its two indexes hold keys, the table has the rest. */
final class DynamoJournalIndexes {
    static final String MAPPING_INDEX = "mapping";
    static final String RUN_INDEX = "run";

    /** A filtered page that looked at this many index pages ends, and says where to go on. */
    private static final int QUERIES_MAX = 10;

    /** Filtered queries read this many keys at a time. */
    private static final int FILTERED_LIMIT = 1_000;

    private final DynamoDbClient dynamo;
    private final DynamoBatches batches;
    private final String table;

    DynamoJournalIndexes(DynamoDbClient dynamo, DynamoBatches batches, String table) {
        this.dynamo = dynamo;
        this.batches = batches;
        this.table = table;
    }

    /**
     * @param next {@code at~key} of the last one looked at; null on the last page
     */
    record Keys(List<JournalEntry.Key> keys, @Nullable String next) {}

    Keys ofMapping(
            String mapping,
            @Nullable Instant since,
            @Nullable Note note,
            int limit,
            @Nullable String after) {
        Map<String, AttributeValue> values = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        values.put(":hash", text(mapping));
        names.put("#hash", DynamoJournalItem.MAPPING);
        String condition = "#hash = :hash";
        if (since != null && after != null && after.compareTo(JournalEntry.atOrAfter(since)) < 0) {
            return new Keys(List.of(), null);
        }
        if (since != null) {
            values.put(":since", text(JournalEntry.atOrAfter(since)));
            names.put("#at", DynamoJournalItem.AT);
            condition += " AND #at >= :since";
        }
        QueryRequest.Builder query =
                QueryRequest.builder().indexName(MAPPING_INDEX).keyConditionExpression(condition);
        if (note != null) {
            values.put(":note", text(note.name()));
            names.put("#note", DynamoJournalItem.NOTE);
            query.filterExpression("#note = :note");
        }
        query.expressionAttributeValues(values).expressionAttributeNames(names);
        return keys(query, DynamoJournalItem.MAPPING, mapping, note != null, limit, after);
    }

    /**
     * A run's entries lie in shards, which are asked side by side. Those of one time go by them.
     */
    Keys ofRun(String run, int limit, @Nullable String after) {
        List<JournalEntry.Key> found = new ArrayList<>();
        // One more than asked for tells whether there is a next page.
        batches.each(
                        IntStream.range(0, DynamoJournalItem.RUN_SHARDS).boxed().toList(),
                        shard -> ofRun(run, shard, limit + 1, after))
                .values()
                .forEach(shard -> found.addAll(shard.keys()));
        List<JournalEntry.Key> keys =
                found.stream()
                        .sorted(Comparator.comparing(JournalEntry.Key::at).reversed())
                        .limit(limit)
                        .toList();
        return new Keys(keys, found.size() > limit ? cursor(keys.get(limit - 1)) : null);
    }

    private Keys ofRun(String run, int shard, int limit, @Nullable String after) {
        String hash = DynamoJournalItem.run(run, shard);
        int last = after == null ? shard : shardOf(after);
        Map<String, String> names = new HashMap<>(Map.of("#hash", DynamoJournalItem.RUN));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":hash", text(hash)));
        String condition = "#hash = :hash";
        if (last != shard) {
            names.put("#at", DynamoJournalItem.AT);
            values.put(":at", text(after.substring(0, after.indexOf('~'))));
            condition += shard < last ? " AND #at < :at" : " AND #at <= :at";
        }
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .indexName(RUN_INDEX)
                        .keyConditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values);
        return keys(query, DynamoJournalItem.RUN, hash, false, limit, last == shard ? after : null);
    }

    private static int shardOf(String cursor) {
        return DynamoJournalItem.runShard(
                RecordKey.parse(cursor.substring(cursor.indexOf('~') + 1)));
    }

    private Keys keys(
            QueryRequest.Builder query,
            String hashName,
            String hash,
            boolean filtered,
            int limit,
            @Nullable String after) {
        List<JournalEntry.Key> keys = new ArrayList<>();
        String from = after;
        for (int queries = 0; queries < QUERIES_MAX; queries++) {
            // One more than asked for tells whether there is a next page.
            int left = limit - keys.size() + 1;
            query.tableName(table)
                    .scanIndexForward(false)
                    .limit(filtered ? FILTERED_LIMIT : left)
                    .exclusiveStartKey(from == null ? null : start(hashName, hash, from));
            QueryResponse response = dynamo.query(query.build());
            for (Map<String, AttributeValue> item : response.items()) {
                JournalEntry.Key key = key(item);
                keys.add(key);
                if (keys.size() == limit) {
                    boolean last =
                            item == response.items().get(response.items().size() - 1)
                                    && response.lastEvaluatedKey().isEmpty();
                    return new Keys(keys, last ? null : cursor(key));
                }
            }
            if (response.lastEvaluatedKey().isEmpty()) {
                return new Keys(keys, null);
            }
            from = cursor(key(response.lastEvaluatedKey()));
        }
        return new Keys(keys, from);
    }

    private static JournalEntry.Key key(Map<String, AttributeValue> item) {
        return new JournalEntry.Key(
                RecordKey.parse(required(item, DynamoJournalItem.KEY)),
                required(item, DynamoJournalItem.AT));
    }

    private static String cursor(JournalEntry.Key key) {
        return key.at() + "~" + key.link().text();
    }

    private static Map<String, AttributeValue> start(String hashName, String hash, String from) {
        int tilde = from.indexOf('~');
        return Map.of(
                hashName,
                text(hash),
                DynamoJournalItem.AT,
                text(from.substring(0, Math.max(0, tilde))),
                DynamoJournalItem.KEY,
                text(from.substring(tilde + 1)));
    }
}
