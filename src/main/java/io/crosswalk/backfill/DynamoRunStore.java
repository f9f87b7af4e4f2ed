package io.crosswalk.backfill;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.records.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** {@link RunStore} in the configuration table: a run's item, and a pointer while it is open. */
@ApplicationScoped
public class DynamoRunStore implements RunStore {
    private static final String RUNS = "runs";
    private static final String OPEN = "runs-open";

    /** An item has at most 400 KB, so a page of runs is cut by the megabyte; then it goes on. */
    private static final int QUERIES_MAX = 100;

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoRunStore(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public boolean save(Run run) {
        try {
            dynamo.transactWriteItems(b -> b.transactItems(versioned(run), pointer(run)));
            return true;
        } catch (TransactionCanceledException e) {
            boolean stale =
                    e.cancellationReasons().stream()
                            .anyMatch(
                                    it ->
                                            "ConditionalCheckFailed".equals(it.code())
                                                    || "TransactionConflict".equals(it.code()));
            if (stale) {
                return false;
            }
            throw e;
        }
    }

    private TransactWriteItem versioned(Run run) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoRunItem.item(run));
        item.putAll(key(RUNS, run.id()));
        Put.Builder put = Put.builder().tableName(table).item(item);
        if (run.status().version() == 1) {
            put.conditionExpression("attribute_not_exists(#version)");
        } else {
            put.conditionExpression("#version = :before")
                    .expressionAttributeValues(
                            Map.of(":before", number(run.status().version() - 1)));
        }
        put.expressionAttributeNames(Map.of("#version", DynamoRunItem.VERSION));
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem pointer(Run run) {
        Map<String, AttributeValue> key = key(OPEN, run.id());
        return run.state().isOpen()
                ? TransactWriteItem.builder().put(p -> p.tableName(table).item(key)).build()
                : TransactWriteItem.builder().delete(d -> d.tableName(table).key(key)).build();
    }

    @Override
    public Optional<Run> find(String id) {
        Map<String, AttributeValue> item =
                dynamo.getItem(b -> b.tableName(table).key(key(RUNS, id)).consistentRead(true))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DynamoRunItem.read(id, item));
    }

    @Override
    public List<Run> open(int limit) {
        QueryResponse response =
                dynamo.query(query(OPEN).limit(limit).consistentRead(true).build());
        List<Run> open = new ArrayList<>();
        for (Map<String, AttributeValue> pointer : response.items()) {
            find(required(pointer, "name")).ifPresent(open::add);
        }
        return open;
    }

    @Override
    public Page page(int limit, @Nullable String after) {
        List<Run> items = new ArrayList<>();
        Map<String, AttributeValue> from = after == null ? null : key(RUNS, after);
        for (int queries = 0; queries < QUERIES_MAX && items.size() <= limit; queries++) {
            QueryResponse response =
                    dynamo.query(
                            query(RUNS)
                                    .scanIndexForward(false)
                                    .limit(limit + 1 - items.size())
                                    .exclusiveStartKey(from)
                                    .build());
            response.items()
                    .forEach(item -> items.add(DynamoRunItem.read(required(item, "name"), item)));
            if (response.lastEvaluatedKey().isEmpty()) {
                break;
            }
            from = response.lastEvaluatedKey();
        }
        boolean more = items.size() > limit;
        List<Run> page = more ? items.subList(0, limit) : items;
        return new Page(page, more ? page.get(limit - 1).id() : null);
    }

    private QueryRequest.Builder query(String part) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#part = :part")
                .expressionAttributeNames(Map.of("#part", "part"))
                .expressionAttributeValues(Map.of(":part", text(part)));
    }

    private static Map<String, AttributeValue> key(String part, String name) {
        return Map.of("part", text(part), "name", text(name));
    }
}
