package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;
import static io.crosswalk.records.DynamoBreakerItem.OPEN;
import static io.crosswalk.records.DynamoBreakerItem.key;
import static io.crosswalk.records.DynamoBreakerItem.names;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * {@link BreakerStore} in the configuration table: part {@code breaker}, name {@code
 * object/mappingId}. What is paused is also a set in the object's settings (part {@code objects}),
 * so that knowing it costs a sync nothing.
 */
@ApplicationScoped
public class DynamoBreakerStore implements BreakerStore {
    /** The attribute of an object's settings; its mappings' versions do not move with it. */
    public static final String PAUSED_MAPPINGS = "pausedMappings";

    private static final int PAGES_MAX = 100;

    private final DynamoDbClient dynamo;
    private final String table;
    private final DynamoConflicts conflicts;
    private final DynamoBreakerCounts counts;

    public DynamoBreakerStore(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
        this.conflicts = new DynamoConflicts(dynamo);
        this.counts = new DynamoBreakerCounts(dynamo, table);
    }

    @Override
    public Counted count(
            String object,
            String mappingId,
            long overwritten,
            long cleared,
            Instant now,
            Duration window) {
        return counts.count(object, mappingId, overwritten, cleared, now, window);
    }

    @Override
    public boolean pause(String object, String mappingId, MassChange why) {
        boolean paused =
                tried(
                        UpdateItemRequest.builder()
                                .tableName(table)
                                .key(key(object, mappingId))
                                .updateExpression("SET #paused = :why REMOVE #release")
                                .conditionExpression(OPEN)
                                .expressionAttributeNames(
                                        names("paused", "exemptUntil", "release", "at"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":why", DynamoBreakerItem.write(why),
                                                ":now", time(why.since())))
                                .build());
        if (!paused && !item(object, mappingId).containsKey(DynamoBreakerItem.PAUSED)) {
            return false;
        }
        show(object, mappingId, true);
        return true;
    }

    @Override
    public boolean release(String object, String mappingId, Instant now, Instant exemptUntil) {
        boolean released =
                tried(
                        UpdateItemRequest.builder()
                                .tableName(table)
                                .key(key(object, mappingId))
                                .updateExpression(
                                        "SET #exemptUntil = :until, #release = :release"
                                                + " REMOVE #paused, #from, overwritten, cleared")
                                .conditionExpression("attribute_exists(#paused)")
                                .expressionAttributeNames(
                                        names("exemptUntil", "release", "paused", "from"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":until", time(exemptUntil),
                                                ":release",
                                                        DynamoBreakerItem.write(
                                                                new Release(now, now, null, 0))))
                                .build());
        if (released) {
            show(object, mappingId, false);
        }
        return released;
    }

    @Override
    public List<State> of(String object) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("#part = :part AND begins_with(#name, :object)")
                        .expressionAttributeNames(names("part", "name"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":part", text("breaker"),
                                        ":object", text(object + "/")))
                        .build();
        List<State> states = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            var response = dynamo.query(query);
            for (Map<String, AttributeValue> item : response.items()) {
                String id = required(item, "name").substring(object.length() + 1);
                State state = DynamoBreakerItem.state(id, item);
                if (state.paused() != null || state.release() != null) {
                    states.add(state);
                }
            }
            if (!response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty()) {
                break;
            }
            query = query.toBuilder().exclusiveStartKey(response.lastEvaluatedKey()).build();
        }
        return states;
    }

    @Override
    public boolean save(String object, String mappingId, Release before, @Nullable Release next) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":before", DynamoBreakerItem.write(before));
        if (next != null) {
            values.put(":next", DynamoBreakerItem.write(next));
        }
        return tried(
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(key(object, mappingId))
                        .updateExpression(next == null ? "REMOVE #release" : "SET #release = :next")
                        .conditionExpression("#release = :before")
                        .expressionAttributeNames(names("release"))
                        .expressionAttributeValues(values)
                        .build());
    }

    @Override
    public void forget(String object, String mappingId) {
        dynamo.deleteItem(b -> b.tableName(table).key(key(object, mappingId)));
        show(object, mappingId, false);
    }

    @Override
    public void show(String object, String mappingId, boolean paused) {
        UpdateItemRequest update =
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(Map.of("part", text("objects"), "name", text(object)))
                        .updateExpression((paused ? "ADD" : "DELETE") + " #pausedMappings :id")
                        .expressionAttributeNames(names(PAUSED_MAPPINGS))
                        .expressionAttributeValues(
                                Map.of(":id", AttributeValue.fromSs(List.of(mappingId))))
                        .build();
        // Somebody may be saving the object's mappings.
        conflicts.update(update);
    }

    private boolean tried(UpdateItemRequest update) {
        try {
            dynamo.updateItem(update);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Map<String, AttributeValue> item(String object, String mappingId) {
        return Objects.requireNonNull(
                dynamo.getItem(
                                b ->
                                        b.tableName(table)
                                                .key(key(object, mappingId))
                                                .consistentRead(true))
                        .item());
    }
}
