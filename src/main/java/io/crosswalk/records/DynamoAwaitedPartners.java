package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** {@link AwaitedPartners} in the configuration table: one part per awaited record. */
@ApplicationScoped
public class DynamoAwaitedPartners implements AwaitedPartners {
    private static final String PART = "awaited/";

    /** Mapping ids have none. */
    private static final char BETWEEN = ' ';

    private final DynamoDbClient dynamo;
    private final DynamoBatches batches;
    private final String table;

    public DynamoAwaitedPartners(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.batches = new DynamoBatches(dynamo);
        this.table = config.configurationTable();
    }

    @Override
    public void await(Map<RecordKey, Set<Waiting>> waiting) {
        List<WriteRequest> puts = new ArrayList<>();
        waiting.forEach(
                (awaited, all) ->
                        all.forEach(
                                each ->
                                        puts.add(
                                                WriteRequest.builder()
                                                        .putRequest(p -> p.item(key(awaited, each)))
                                                        .build())));
        batches.write(table, puts);
    }

    /** Side by side: a batch of companies that meet is looked up by each of their ids. */
    @Override
    public Map<RecordKey, List<Waiting>> of(Collection<RecordKey> awaited, int limit) {
        Map<RecordKey, List<Waiting>> found = batches.each(awaited, key -> query(key, limit));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    private List<Waiting> query(RecordKey awaited, int limit) {
        return dynamo
                .query(
                        b ->
                                b.tableName(table)
                                        .keyConditionExpression("#part = :part")
                                        .expressionAttributeNames(Map.of("#part", "part"))
                                        .expressionAttributeValues(
                                                Map.of(":part", text(PART + awaited.text())))
                                        .limit(limit)
                                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> waiting(required(item, "name")))
                .toList();
    }

    @Override
    public void release(RecordKey awaited, Collection<Waiting> waiting) {
        List<WriteRequest> deletes = new ArrayList<>();
        waiting.forEach(
                each ->
                        deletes.add(
                                WriteRequest.builder()
                                        .deleteRequest(d -> d.key(key(awaited, each)))
                                        .build()));
        batches.write(table, deletes);
    }

    private static Map<String, AttributeValue> key(RecordKey awaited, Waiting waiting) {
        return Map.of(
                "part",
                text(PART + awaited.text()),
                "name",
                text(waiting.mappingId() + BETWEEN + waiting.link().text()));
    }

    private static Waiting waiting(String name) {
        int between = name.indexOf(BETWEEN);
        return new Waiting(
                RecordKey.parse(name.substring(between + 1)), name.substring(0, between));
    }
}
