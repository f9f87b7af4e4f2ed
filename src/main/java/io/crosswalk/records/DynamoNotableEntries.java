package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * {@link NotableEntries} by a sparse index of the journal. An object's entries lie in some shards,
 * so that no partition takes all writes; a page merges them by {@code notableAt}, which no two
 * entries share.
 */
@ApplicationScoped
public class DynamoNotableEntries implements NotableEntries {
    static final String INDEX = "notable";

    /** Filtered queries read this many keys at a time. */
    private static final int FILTERED_LIMIT = 1_000;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Journal journal;

    public DynamoNotableEntries(DynamoDbClient dynamo, StorageConfig config, Journal journal) {
        this.dynamo = dynamo;
        this.table = config.journalTable();
        this.journal = journal;
    }

    /** One entry's key in the index. */
    private record Found(String at, JournalEntry.Key key) {}

    /**
     * @param looked everything above this was looked at; null if the shard is at its end
     */
    private record Shard(List<Found> found, @Nullable String looked) {}

    @Override
    public Journal.Page page(
            Collection<String> objects, @Nullable Kind kind, int limit, @Nullable String after) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("A page of entries has 1 to 200: " + limit);
        }
        List<Found> found = new ArrayList<>();
        String horizon = "";
        for (String object : objects) {
            for (int number = 0; number < DynamoJournalItem.NOTABLE_SHARDS; number++) {
                Shard shard = query(object, number, kind, limit, after);
                found.addAll(shard.found());
                if (shard.looked() != null && shard.looked().compareTo(horizon) > 0) {
                    horizon = shard.looked();
                }
            }
        }
        return merged(found, horizon, limit);
    }

    /** What lies below the horizon waits for the next page: a shard may have something between. */
    private Journal.Page merged(List<Found> found, String horizon, int limit) {
        List<Found> newest =
                found.stream()
                        .filter(one -> one.at().compareTo(horizon) >= 0)
                        .sorted(Comparator.comparing(Found::at).reversed())
                        .toList();
        boolean more = newest.size() > limit;
        List<Found> page = more ? newest.subList(0, limit) : newest;
        String last = horizon.isEmpty() ? null : horizon;
        return new Journal.Page(entries(page), more ? page.get(limit - 1).at() : last);
    }

    /** In order; an entry that is gone from the table is left out. */
    private List<JournalEntry> entries(List<Found> page) {
        Map<JournalEntry.Key, JournalEntry> entries = new HashMap<>();
        journal.load(page.stream().map(Found::key).toList())
                .forEach(entry -> entries.put(entry.key(), entry));
        return page.stream().map(one -> entries.get(one.key())).filter(Objects::nonNull).toList();
    }

    private Shard query(
            String object, int number, @Nullable Kind kind, int limit, @Nullable String after) {
        Map<String, String> names = new HashMap<>(Map.of("#shard", DynamoJournalItem.NOTABLE));
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":shard", text(DynamoJournalItem.notable(object, number)));
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(INDEX)
                        .scanIndexForward(false)
                        .limit(kind == null ? limit : FILTERED_LIMIT);
        if (after != null) {
            names.put("#at", DynamoJournalItem.NOTABLE_AT);
            values.put(":after", text(after));
        }
        if (kind != null) {
            filter(query, kind, names, values);
        }
        QueryResponse response =
                dynamo.query(
                        query.keyConditionExpression(
                                        after == null
                                                ? "#shard = :shard"
                                                : "#shard = :shard AND #at < :after")
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .build());
        return new Shard(
                response.items().stream().map(DynamoNotableEntries::found).toList(),
                response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty()
                        ? required(response.lastEvaluatedKey(), DynamoJournalItem.NOTABLE_AT)
                        : null);
    }

    private static void filter(
            QueryRequest.Builder query,
            Kind kind,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        switch (kind) {
            case CONFLICT, REJECTED -> {
                names.put("#note", DynamoJournalItem.NOTE);
                values.put(":note", text(kind.name()));
                query.filterExpression("#note = :note");
            }
            case FAILED -> {
                names.put("#outcome", DynamoJournalItem.OUTCOME);
                values.put(":refused", text(JournalEntry.Outcome.REFUSED.name()));
                values.put(":unfit", text(JournalEntry.Outcome.NOT_CONVERTIBLE.name()));
                query.filterExpression("#outcome IN (:refused, :unfit)");
            }
        }
    }

    private static Found found(Map<String, AttributeValue> item) {
        return new Found(
                required(item, DynamoJournalItem.NOTABLE_AT),
                new JournalEntry.Key(
                        RecordKey.parse(required(item, DynamoJournalItem.KEY)),
                        required(item, DynamoJournalItem.AT)));
    }
}
