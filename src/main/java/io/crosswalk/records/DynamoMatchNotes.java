package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** {@link MatchNotes} in the records table, as two sets on the records' items. */
@ApplicationScoped
public class DynamoMatchNotes implements MatchNotes {
    static final String DECLINED = "declined";
    static final String WAITING = "waiting";

    private final DynamoDbClient dynamo;
    private final DynamoBatches batches;
    private final String table;

    public DynamoMatchNotes(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.batches = new DynamoBatches(dynamo);
        this.table = config.recordsTable();
    }

    @Override
    public Map<RecordKey, Notes> load(Collection<RecordKey> keys) {
        Map<RecordKey, Notes> notes = new HashMap<>();
        List<Map<String, AttributeValue>> wanted =
                keys.stream().distinct().map(DynamoLinkItem::key).toList();
        for (Map<String, AttributeValue> item : batches.get(table, wanted)) {
            Set<RecordKey> waiting =
                    texts(item, WAITING).stream().map(RecordKey::parse).collect(Collectors.toSet());
            Notes its = new Notes(texts(item, DECLINED), waiting);
            if (!its.equals(Notes.NONE)) {
                notes.put(
                        RecordKey.parse(DynamoAttributes.required(item, DynamoLinkItem.KEY)), its);
            }
        }
        return notes;
    }

    private static Set<String> texts(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }

    @Override
    public void decline(RecordKey hubspot, RecordKey salesforce) {
        change(hubspot, "ADD", DECLINED, salesforce.recordId());
        change(salesforce, "ADD", DECLINED, hubspot.recordId());
    }

    @Override
    public void allow(RecordKey hubspot, RecordKey salesforce) {
        change(hubspot, "DELETE", DECLINED, salesforce.recordId());
        change(salesforce, "DELETE", DECLINED, hubspot.recordId());
    }

    private void change(RecordKey key, String verb, String name, String entry) {
        dynamo.updateItem(
                b ->
                        b.tableName(table)
                                .key(DynamoLinkItem.key(key))
                                .updateExpression(verb + " #set :entry")
                                .expressionAttributeNames(Map.of("#set", name))
                                .expressionAttributeValues(
                                        Map.of(":entry", AttributeValue.fromSs(List.of(entry)))));
    }

    @Override
    public void await(Collection<RecordKey> candidates, RecordKey waiting) {
        all(candidates, key -> addWaiting(key, waiting));
    }

    private void addWaiting(RecordKey key, RecordKey waiting) {
        try {
            dynamo.updateItem(
                    b ->
                            b.tableName(table)
                                    .key(DynamoLinkItem.key(key))
                                    .updateExpression("ADD #set :entry")
                                    .conditionExpression(
                                            "attribute_not_exists(#set) OR size(#set) < :max")
                                    .expressionAttributeNames(Map.of("#set", WAITING))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":entry",
                                                    AttributeValue.fromSs(List.of(waiting.text())),
                                                    ":max",
                                                    number(WAITING_MAX))));
        } catch (ConditionalCheckFailedException full) {
            // The contract says so: what is beyond the limit looks again when it is edited.
            return;
        }
    }

    @Override
    public void release(Collection<RecordKey> candidates) {
        all(
                candidates,
                key ->
                        dynamo.updateItem(
                                b ->
                                        b.tableName(table)
                                                .key(Map.of(DynamoLinkItem.KEY, text(key.text())))
                                                .updateExpression("REMOVE #set")
                                                .expressionAttributeNames(
                                                        Map.of("#set", WAITING))));
    }

    private void all(Collection<RecordKey> keys, java.util.function.Consumer<RecordKey> change) {
        List<Callable<Boolean>> calls = new ArrayList<>(keys.size());
        for (RecordKey key : keys) {
            calls.add(
                    () -> {
                        change.accept(key);
                        return true;
                    });
        }
        if (!calls.isEmpty()) {
            batches.all(calls);
        }
    }
}
