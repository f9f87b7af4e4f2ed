package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.records.Problem.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** {@link ProblemStore} in DynamoDB; the item's shape is {@link DynamoProblemItem}'s. */
@ApplicationScoped
public class DynamoProblemStore implements ProblemStore {
    static final String NEWEST_INDEX = "newest";
    static final String MAPPING_INDEX = "mapping";

    private final DynamoDbClient dynamo;
    private final DynamoBatches batches;
    private final DynamoProblemPages pages;
    private final String table;
    private final Clock clock;

    public DynamoProblemStore(DynamoDbClient dynamo, StorageConfig config, Clock clock) {
        this.dynamo = dynamo;
        this.batches = new DynamoBatches(dynamo);
        this.table = config.problemsTable();
        this.pages = new DynamoProblemPages(dynamo, table);
        this.clock = clock;
    }

    @Override
    public void raise(Collection<Found> problems) {
        Instant now = clock.instant();
        Map<ProblemId, Found> once = new LinkedHashMap<>();
        problems.forEach(found -> once.put(found.id(), found));
        List<Callable<Boolean>> calls = new ArrayList<>(once.size());
        for (Found found : once.values()) {
            calls.add(
                    () -> {
                        dynamo.updateItem(DynamoProblemItem.raising(table, found, now));
                        return true;
                    });
        }
        if (!calls.isEmpty()) {
            batches.all(calls);
        }
    }

    @Override
    public Optional<Problem> find(ProblemId id) {
        Map<String, AttributeValue> item =
                dynamo.getItem(
                                b ->
                                        b.tableName(table)
                                                .key(DynamoProblemItem.key(id))
                                                .consistentRead(true))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DynamoProblemItem.read(item));
    }

    @Override
    public void close(Collection<ProblemId> ids) {
        batches.write(
                table,
                ids.stream()
                        .distinct()
                        .map(
                                id ->
                                        WriteRequest.builder()
                                                .deleteRequest(
                                                        d -> d.key(DynamoProblemItem.key(id)))
                                                .build())
                        .toList());
    }

    @Override
    public void closeAllOf(RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {
        String prefix = ProblemId.prefix(link.object(), mappingId, link.recordId());
        close(
                pages.ofSubject(link.text(), prefix).stream()
                        .map(Problem::id)
                        .filter(id -> id.code() != keep)
                        .toList());
    }

    @Override
    public void closeAllOf(RecordKey link) {
        close(ofRecord(link).stream().map(Problem::id).toList());
    }

    @Override
    public List<Problem> ofRecord(RecordKey link) {
        return pages.ofSubject(link.text(), "");
    }

    @Override
    public Map<RecordKey, List<Problem>> ofRecords(Collection<RecordKey> links) {
        Map<RecordKey, List<Problem>> open = batches.each(links, this::ofRecord);
        open.values().removeIf(List::isEmpty);
        return open;
    }

    @Override
    public List<Problem> ofMappings(String object) {
        return pages.ofSubject(object, "");
    }

    @Override
    public Page page(Filter filter, int limit, @Nullable String after) {
        return pages.page(filter, limit, after);
    }

    @Override
    public Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds) {
        List<String> ids = List.copyOf(mappingIds);
        List<Callable<Integer>> calls = new ArrayList<>(ids.size());
        ids.forEach(id -> calls.add(() -> countOfRecords(object, id)));
        Map<String, Integer> counts = new HashMap<>();
        List<Integer> counted = calls.isEmpty() ? List.of() : batches.all(calls);
        for (int i = 0; i < ids.size(); i++) {
            if (counted.get(i) > 0) {
                counts.put(ids.get(i), counted.get(i));
            }
        }
        return counts;
    }

    /** One call: what lies beyond its 1 MB or {@link #COUNT_MAX} only says "many". */
    private int countOfRecords(String object, String mappingId) {
        return dynamo.query(
                        QueryRequest.builder()
                                .tableName(table)
                                .indexName(MAPPING_INDEX)
                                .select(Select.COUNT)
                                .keyConditionExpression("#mapping = :mapping")
                                .filterExpression("attribute_exists(#hubspotId)")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#mapping", DynamoProblemItem.MAPPING,
                                                "#hubspotId", DynamoProblemItem.HUBSPOT_ID))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":mapping",
                                                text(DynamoProblemItem.mapping(object, mappingId))))
                                .limit(COUNT_MAX)
                                .build())
                .count();
    }
}
