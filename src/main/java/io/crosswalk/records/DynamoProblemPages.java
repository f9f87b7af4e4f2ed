package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.records.ProblemStore.Filter;
import io.crosswalk.records.ProblemStore.Page;
import java.util.ArrayList;
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

/** Lists of problems: of one subject, or newest first with one query per object, merged. */
final class DynamoProblemPages {
    /** Calls per object and page; where a filter lets little pass, the next page goes on. */
    private static final int CALLS_MAX = 20;

    private static final int READ_AT_ONCE = 200;

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoProblemPages(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** All of one record, or all of an object's mappings: at most some per mapping. */
    List<Problem> ofSubject(String subject, String idPrefix) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression(
                                idPrefix.isEmpty()
                                        ? "#subject = :subject"
                                        : "#subject = :subject AND begins_with(#id, :prefix)")
                        .expressionAttributeNames(
                                idPrefix.isEmpty()
                                        ? Map.of("#subject", DynamoProblemItem.SUBJECT)
                                        : Map.of(
                                                "#subject", DynamoProblemItem.SUBJECT,
                                                "#id", DynamoProblemItem.ID))
                        .expressionAttributeValues(
                                idPrefix.isEmpty()
                                        ? Map.of(":subject", text(subject))
                                        : Map.of(
                                                ":subject", text(subject),
                                                ":prefix", text(idPrefix)))
                        .build();
        return dynamo.queryPaginator(query).items().stream().map(DynamoProblemItem::read).toList();
    }

    /**
     * What was read of one object, newest first.
     *
     * @param until how far was read; null when to the end
     */
    private record Read(List<Entry> entries, @Nullable String until) {}

    private record Entry(String opened, Problem problem) {}

    Page page(Filter filter, int limit, @Nullable String after) {
        List<String> objects =
                filter.object() != null
                        ? List.of(filter.object())
                        : ObjectPairs.all().stream().map(ObjectPair::name).toList();
        List<Entry> entries = new ArrayList<>();
        String until = null;
        for (String object : objects) {
            Read read =
                    filter.hubspotId() == null
                            ? ofIndex(object, filter, limit, after)
                            : ofRecord(object, filter.hubspotId(), filter, after);
            entries.addAll(read.entries());
            if (read.until() != null && (until == null || read.until().compareTo(until) > 0)) {
                until = read.until();
            }
        }
        // Older than the least far reading: there may be others in between that were not read.
        String readTo = until == null ? "" : until;
        entries.removeIf(entry -> entry.opened().compareTo(readTo) < 0);
        entries.sort(Comparator.comparing(Entry::opened).reversed());
        if (entries.size() > limit) {
            entries = entries.subList(0, limit);
            until = entries.get(limit - 1).opened();
        }
        return new Page(entries.stream().map(Entry::problem).toList(), until);
    }

    private Read ofRecord(String object, String hubspotId, Filter filter, @Nullable String after) {
        RecordKey link = ProblemId.recordKey(object, hubspotId);
        List<Entry> entries = new ArrayList<>();
        for (Problem problem : ofSubject(link.text(), "")) {
            String opened = DynamoProblemItem.opened(problem);
            boolean wanted =
                    passes(filter.mappingId(), problem.place().mappingId())
                            && passes(filter.severity(), problem.severity())
                            && passes(filter.code(), problem.cause().code());
            if (wanted && (after == null || opened.compareTo(after) < 0)) {
                entries.add(new Entry(opened, problem));
            }
        }
        return new Read(entries, null);
    }

    private static boolean passes(@Nullable Object wanted, @Nullable Object value) {
        return wanted == null || Objects.equals(wanted, value);
    }

    private Read ofIndex(String object, Filter filter, int limit, @Nullable String after) {
        QueryRequest query = query(object, filter, after);
        List<Entry> entries = new ArrayList<>();
        String until = null;
        for (int call = 0; call < CALLS_MAX && entries.size() <= limit; call++) {
            QueryResponse response = dynamo.query(query);
            for (Map<String, AttributeValue> item : response.items()) {
                entries.add(
                        new Entry(
                                required(item, DynamoProblemItem.OPENED),
                                DynamoProblemItem.read(item)));
            }
            if (!response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty()) {
                return new Read(entries, null);
            }
            until = required(response.lastEvaluatedKey(), DynamoProblemItem.OPENED);
            query = query.toBuilder().exclusiveStartKey(response.lastEvaluatedKey()).build();
        }
        return new Read(entries, until);
    }

    private QueryRequest query(String object, Filter filter, @Nullable String after) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> filters = new ArrayList<>();
        String mappingId = filter.mappingId();
        boolean byMapping = mappingId != null;
        names.put("#hash", byMapping ? DynamoProblemItem.MAPPING : DynamoProblemItem.OBJECT);
        values.put(
                ":hash", text(byMapping ? DynamoProblemItem.mapping(object, mappingId) : object));
        String condition = "#hash = :hash";
        if (after != null) {
            names.put("#opened", DynamoProblemItem.OPENED);
            values.put(":after", text(after));
            condition += " AND #opened < :after";
        }
        equal(filters, names, values, DynamoProblemItem.SEVERITY, filter.severity());
        equal(filters, names, values, DynamoProblemItem.CODE, filter.code());
        return QueryRequest.builder()
                .tableName(table)
                .indexName(
                        byMapping
                                ? DynamoProblemStore.MAPPING_INDEX
                                : DynamoProblemStore.NEWEST_INDEX)
                .keyConditionExpression(condition)
                .filterExpression(filters.isEmpty() ? null : String.join(" AND ", filters))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(READ_AT_ONCE)
                .build();
    }

    private static void equal(
            List<String> filters,
            Map<String, String> names,
            Map<String, AttributeValue> values,
            String name,
            @Nullable Enum<?> value) {
        if (value != null) {
            names.put("#" + name, name);
            values.put(":" + name, text(value.name()));
            filters.add("#" + name + " = :" + name);
        }
    }
}
