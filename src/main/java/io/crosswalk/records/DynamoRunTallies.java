package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link RunTallies} in the configuration table. */
@ApplicationScoped
class DynamoRunTallies implements RunTallies {
    private final DynamoDbClient dynamo;
    private final DynamoBatches batches;
    private final String table;

    DynamoRunTallies(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.batches = new DynamoBatches(dynamo);
        this.table = config.configurationTable();
    }

    @Override
    public void add(String run, Map<RunCount, Long> counts) {
        List<String> adds = new ArrayList<>();
        Map<String, AttributeValue> values = new HashMap<>();
        counts.forEach(
                (count, by) -> {
                    adds.add(count.name() + " :" + count.name());
                    values.put(":" + count.name(), number(by));
                });
        dynamo.updateItem(
                b ->
                        b.tableName(table)
                                .key(key(run))
                                .updateExpression("ADD " + String.join(", ", adds))
                                .expressionAttributeValues(values));
    }

    @Override
    public Map<RunCount, Long> of(String run) {
        return counts(
                dynamo.getItem(b -> b.tableName(table).key(key(run)).consistentRead(true)).item());
    }

    @Override
    public Map<String, Map<RunCount, Long>> of(Collection<String> runs) {
        Map<String, Map<RunCount, Long>> counts = new HashMap<>();
        for (Map<String, AttributeValue> item :
                batches.get(table, runs.stream().distinct().map(DynamoRunTallies::key).toList())) {
            counts.put(required(item, "name"), counts(item));
        }
        return counts;
    }

    private static Map<RunCount, Long> counts(Map<String, AttributeValue> item) {
        Map<RunCount, Long> counts = new EnumMap<>(RunCount.class);
        for (RunCount count : RunCount.values()) {
            if (item.containsKey(count.name())) {
                counts.put(count, number(item, count.name()));
            }
        }
        return counts;
    }

    private static Map<String, AttributeValue> key(String run) {
        return Map.of("part", text("run-tallies"), "name", text(run));
    }
}
