package io.crosswalk.mapping;

import static io.crosswalk.records.DynamoAttributes.flag;
import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.records.StorageConfig;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * {@link MappingStore} in the configuration table. Standard mappings are stored only once they
 * differ from what is shipped, so a new installation needs no first write.
 */
@ApplicationScoped
public class DynamoMappingStore implements MappingStore {
    private static final String OBJECTS = "objects";
    private static final String MAPPINGS = "mappings/";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoMappingStore(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public ObjectSettings settings(String object) {
        Map<String, AttributeValue> item =
                dynamo.getItem(
                                b ->
                                        b.tableName(table)
                                                .key(key(OBJECTS, object))
                                                .consistentRead(true))
                        .item();
        boolean enabled = !item.containsKey("syncEnabled") || flag(item, "syncEnabled");
        return new ObjectSettings(enabled, number(item, "version"));
    }

    @Override
    public List<Mapping> mappings(String object) {
        Map<String, Mapping> byId = new LinkedHashMap<>();
        StandardMappings.of(object).forEach(mapping -> byId.put(mapping.id(), mapping));
        dynamo.queryPaginator(
                        b ->
                                b.tableName(table)
                                        .consistentRead(true)
                                        .keyConditionExpression("#part = :part")
                                        .expressionAttributeNames(Map.of("#part", "part"))
                                        .expressionAttributeValues(
                                                Map.of(":part", text(MAPPINGS + object))))
                .items()
                .forEach(item -> byId.put(required(item, "name"), read(object, item)));
        return new ArrayList<>(byId.values());
    }

    @Override
    public void save(Mapping mapping) {
        Put put = Put.builder().tableName(table).item(item(mapping)).build();
        Update version =
                Update.builder()
                        .tableName(table)
                        .key(key(OBJECTS, mapping.object()))
                        .updateExpression("ADD version :one")
                        .expressionAttributeValues(Map.of(":one", number(1)))
                        .build();
        dynamo.transactWriteItems(
                b ->
                        b.transactItems(
                                TransactWriteItem.builder().put(put).build(),
                                TransactWriteItem.builder().update(version).build()));
    }

    private static Map<String, AttributeValue> key(String part, String name) {
        return Map.of("part", text(part), "name", text(name));
    }

    private static Map<String, AttributeValue> item(Mapping mapping) {
        Map<String, AttributeValue> item =
                new HashMap<>(key(MAPPINGS + mapping.object(), mapping.id()));
        item.put("hubspotProperty", text(mapping.hubspotProperty()));
        item.put("salesforceField", text(mapping.salesforceField()));
        item.put("syncRule", text(mapping.syncRule().name()));
        item.put("fill", text(mapping.fill().name()));
        item.put("standard", io.crosswalk.records.DynamoAttributes.flag(mapping.standard()));
        item.put("version", number(mapping.version()));
        return item;
    }

    private static Mapping read(String object, Map<String, AttributeValue> item) {
        return new Mapping(
                required(item, "name"),
                object,
                required(item, "hubspotProperty"),
                required(item, "salesforceField"),
                SyncRule.valueOf(required(item, "syncRule")),
                Fill.valueOf(required(item, "fill")),
                flag(item, "standard"),
                number(item, "version"));
    }
}
