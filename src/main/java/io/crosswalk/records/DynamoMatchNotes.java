package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@link MatchNotes} in the records table, as sets on the records' items. */
@ApplicationScoped
public class DynamoMatchNotes implements MatchNotes {
    static final String DECLINED = "declined";
    static final String WAITING = "waiting";
    static final String MERGED = "merged";

    private final DynamoLinkUpdates updates;
    private final DynamoBatches batches;
    private final String table;

    public DynamoMatchNotes(DynamoDbClient dynamo, StorageConfig config) {
        this.updates = new DynamoLinkUpdates(new DynamoConflicts(dynamo));
        this.batches = new DynamoBatches(dynamo);
        this.table = config.recordsTable();
    }

    @Override
    public Map<RecordKey, Notes> load(Collection<RecordKey> keys) {
        Map<RecordKey, Notes> notes = new HashMap<>();
        List<Map<String, AttributeValue>> wanted =
                keys.stream().distinct().map(DynamoLinkItem::key).toList();
        for (Map<String, AttributeValue> item : batches.get(table, wanted)) {
            Notes its = new Notes(texts(item, DECLINED), keys(item, WAITING), keys(item, MERGED));
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

    private static Set<RecordKey> keys(Map<String, AttributeValue> item, String name) {
        return texts(item, name).stream().map(RecordKey::parse).collect(Collectors.toSet());
    }

    @Override
    public void merged(RecordKey winner, RecordKey loser) {
        updates.tried(changing(winner, "ADD", MERGED, Set.of(loser.text())).build());
    }

    @Override
    public void decline(RecordKey hubspot, RecordKey salesforce) {
        decline(hubspot, salesforce.recordId());
        decline(salesforce, hubspot.recordId());
    }

    @Override
    public void declineAnybody(RecordKey key) {
        decline(key, ANYBODY);
    }

    @Override
    public void allow(RecordKey hubspot, RecordKey salesforce) {
        remove(hubspot, DECLINED, Set.of(salesforce.recordId()));
        remove(salesforce, DECLINED, Set.of(hubspot.recordId()));
    }

    private void decline(RecordKey key, String otherId) {
        updates.tried(changing(key, "ADD", DECLINED, Set.of(otherId)).build());
    }

    @Override
    public void await(Collection<RecordKey> candidates, RecordKey waiting) {
        batches.each(candidates, key -> addWaiting(key, waiting));
    }

    private boolean addWaiting(RecordKey key, RecordKey waiting) {
        UpdateItemRequest.Builder adding = changing(key, "ADD", WAITING, Set.of(waiting.text()));
        // The contract says so: what is beyond the limit looks again when it is edited.
        return updates.tried(
                adding.conditionExpression("attribute_not_exists(#set) OR size(#set) < :max")
                        .expressionAttributeValues(
                                Map.of(
                                        ":entries",
                                        AttributeValue.fromSs(List.of(waiting.text())),
                                        ":max",
                                        number(WAITING_MAX)))
                        .build());
    }

    @Override
    public void release(Map<RecordKey, Set<RecordKey>> waiting) {
        batches.each(waiting.keySet(), key -> remove(key, WAITING, texts(waiting.get(key))));
    }

    private static Set<String> texts(Collection<RecordKey> keys) {
        return keys.stream().map(RecordKey::text).collect(Collectors.toSet());
    }

    /** A record that was forgotten meanwhile is not brought back. */
    private boolean remove(RecordKey key, String name, Set<String> entries) {
        return !entries.isEmpty()
                && updates.tried(
                        changing(key, "DELETE", name, entries)
                                .conditionExpression("attribute_exists(#set)")
                                .build());
    }

    private UpdateItemRequest.Builder changing(
            RecordKey key, String verb, String name, Set<String> entries) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(DynamoLinkItem.key(key))
                .updateExpression(verb + " #set :entries")
                .expressionAttributeNames(Map.of("#set", name))
                .expressionAttributeValues(
                        Map.of(":entries", AttributeValue.fromSs(List.copyOf(entries))));
    }
}
