package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.Note;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** {@link Journal} in DynamoDB. */
@ApplicationScoped
public class DynamoJournal implements Journal {
    private final DynamoDbClient dynamo;
    private final DynamoBatches batches;
    private final String table;
    private final Duration retention;
    private final DynamoJournalIndexes indexes;
    private final DynamoCorrections corrections;

    public DynamoJournal(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.batches = new DynamoBatches(dynamo);
        this.table = config.journalTable();
        this.retention = config.journalRetention();
        this.indexes = new DynamoJournalIndexes(dynamo, batches, table);
        this.corrections = new DynamoCorrections(dynamo, table);
    }

    @Override
    public void write(Collection<JournalEntry> entries) {
        batches.write(table, entries, this::put);
    }

    private WriteRequest put(JournalEntry entry) {
        Map<String, AttributeValue> item = DynamoJournalItem.item(entry, retention);
        return WriteRequest.builder().putRequest(p -> p.item(item)).build();
    }

    @Override
    public void correct(
            RecordKey link,
            String at,
            Outcome outcome,
            @Nullable String code,
            @Nullable String message) {
        corrections.make(new Correction(link, at, outcome, code, message));
    }

    @Override
    public void correctAll(Collection<Correction> all) {
        List<Callable<Boolean>> calls = new ArrayList<>(all.size());
        all.forEach(each -> calls.add(() -> corrections.make(each)));
        batches.all(calls);
    }

    @Override
    public void withdraw(Collection<JournalEntry> entries) {
        batches.write(table, entries, DynamoJournal::deletion);
    }

    private static WriteRequest deletion(JournalEntry entry) {
        Map<String, AttributeValue> key = DynamoJournalItem.key(entry.link(), entry.at());
        return WriteRequest.builder().deleteRequest(d -> d.key(key)).build();
    }

    @Override
    public Page page(RecordKey link, int limit, @Nullable String after) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":key", text(link.text()));
        if (after != null) {
            values.put(":after", text(after));
        }
        QueryResponse response =
                dynamo.query(
                        b ->
                                b.tableName(table)
                                        .keyConditionExpression(
                                                after == null
                                                        ? "#key = :key"
                                                        : "#key = :key AND #at < :after")
                                        .expressionAttributeNames(
                                                after == null
                                                        ? Map.of("#key", DynamoJournalItem.KEY)
                                                        : Map.of(
                                                                "#key",
                                                                DynamoJournalItem.KEY,
                                                                "#at",
                                                                DynamoJournalItem.AT))
                                        .expressionAttributeValues(values)
                                        .scanIndexForward(false)
                                        // One more tells whether there is a next page.
                                        .limit(limit + 1));
        List<JournalEntry> found =
                response.items().stream().limit(limit).map(DynamoJournalItem::read).toList();
        boolean more =
                response.items().size() > limit
                        || response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty();
        return new Page(found, more ? found.get(found.size() - 1).at() : null);
    }

    @Override
    public boolean purge(RecordKey link) {
        QueryResponse response =
                dynamo.query(
                        b ->
                                b.tableName(table)
                                        .keyConditionExpression("#key = :key")
                                        .projectionExpression("#key, #at")
                                        .expressionAttributeNames(
                                                Map.of(
                                                        "#key", DynamoJournalItem.KEY,
                                                        "#at", DynamoJournalItem.AT))
                                        .expressionAttributeValues(
                                                Map.of(":key", text(link.text())))
                                        .consistentRead(true)
                                        .limit(PURGE_MAX));
        batches.write(
                table,
                response.items().stream()
                        .map(item -> WriteRequest.builder().deleteRequest(d -> d.key(item)).build())
                        .toList());
        return !response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty();
    }

    @Override
    public List<JournalEntry> load(Collection<JournalEntry.Key> keys) {
        List<Map<String, AttributeValue>> wanted =
                keys.stream()
                        .distinct()
                        .map(key -> DynamoJournalItem.key(key.link(), key.at()))
                        .toList();
        return batches.get(table, wanted).stream().map(DynamoJournalItem::read).toList();
    }

    @Override
    public Page ofMapping(
            String object,
            String mappingId,
            @Nullable Instant since,
            @Nullable Note note,
            int limit,
            @Nullable String after) {
        String mapping = DynamoJournalItem.mapping(object, mappingId);
        return page(indexes.ofMapping(mapping, since, note, limit, after));
    }

    /** The index is asked side by side; what it names is read together. */
    @Override
    public Map<String, List<JournalEntry>> newest(
            String object, Collection<String> mappingIds, int limit) {
        Map<String, DynamoJournalIndexes.Keys> named =
                batches.each(
                        mappingIds,
                        id ->
                                indexes.ofMapping(
                                        DynamoJournalItem.mapping(object, id),
                                        null,
                                        null,
                                        limit,
                                        null));
        Map<JournalEntry.Key, JournalEntry> entries =
                byKey(named.values().stream().flatMap(it -> it.keys().stream()).toList());
        Map<String, List<JournalEntry>> newest = new HashMap<>();
        named.forEach((id, keys) -> newest.put(id, inOrder(keys.keys(), entries)));
        newest.values().removeIf(List::isEmpty);
        return newest;
    }

    @Override
    public Page ofRun(String run, int limit, @Nullable String after) {
        return page(indexes.ofRun(run, limit, after));
    }

    private Page page(DynamoJournalIndexes.Keys keys) {
        return new Page(inOrder(keys.keys(), byKey(keys.keys())), keys.next());
    }

    private Map<JournalEntry.Key, JournalEntry> byKey(Collection<JournalEntry.Key> keys) {
        Map<JournalEntry.Key, JournalEntry> entries = new HashMap<>();
        load(keys).forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    /** In the order of the index; an entry that is gone from the table is left out. */
    private static List<JournalEntry> inOrder(
            List<JournalEntry.Key> keys, Map<JournalEntry.Key, JournalEntry> entries) {
        return keys.stream().map(entries::get).filter(Objects::nonNull).toList();
    }
}
