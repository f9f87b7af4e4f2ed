package io.crosswalk.mapping;

import static io.crosswalk.records.DynamoAttributes.flag;
import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.records.DynamoBreakerStore;
import io.crosswalk.records.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * {@link MappingStore} in the configuration table: per object a small item (part {@code objects})
 * that every sync reads, and one with all mappings that are not as shipped (part {@code mappings}).
 * Both carry the same version and are only ever written together, so whatever was checked on what
 * was loaded still holds when it is saved. A new installation needs no first write.
 */
@ApplicationScoped
public class DynamoMappingStore implements MappingStore {
    private static final String OBJECTS = "objects";
    private static final String MAPPINGS = "mappings";
    private static final String VERSION = "version";
    private static final String SYNC_ENABLED = "syncEnabled";
    private static final String MATCHING = "matching";
    private static final String CREATE = "create";
    private static final String DOCUMENT = "document";

    /** DynamoDB's limit for an item is 400 KB. */
    private static final int DOCUMENT_BYTES_MAX = 380_000;

    /** A read that falls between the two items of a change is repeated. */
    private static final int LOADS_MAX = 20;

    private static final Set<String> LOST = Set.of("ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient dynamo;
    private final String table;
    private final DynamoMappingHistory history;

    public DynamoMappingStore(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
        this.history = new DynamoMappingHistory(dynamo, table);
    }

    @Override
    public ObjectSettings settings(String object) {
        Map<String, AttributeValue> item = item(OBJECTS, object);
        return new ObjectSettings(
                syncEnabled(item), linking(item), number(item, VERSION), paused(item));
    }

    private static Set<String> paused(Map<String, AttributeValue> item) {
        AttributeValue paused = item.get(DynamoBreakerStore.PAUSED_MAPPINGS);
        return paused == null ? Set.of() : Set.copyOf(paused.ss());
    }

    private static boolean syncEnabled(Map<String, AttributeValue> item) {
        return !item.containsKey(SYNC_ENABLED) || flag(item, SYNC_ENABLED);
    }

    /** Absent where nobody has ever chosen. */
    private static LinkPolicy linking(Map<String, AttributeValue> item) {
        String matching = text(item, MATCHING);
        String create = text(item, CREATE);
        return LinkPolicy.SHIPPED.with(
                matching == null ? null : Matching.valueOf(matching),
                create == null ? null : Creation.valueOf(create));
    }

    @Override
    public List<Mapping> mappings(String object) {
        return merged(object, item(MAPPINGS, object));
    }

    @Override
    public List<ObjectConfiguration> load(List<String> objects) {
        for (int i = 0; i < LOADS_MAX; i++) {
            Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items = items(objects);
            List<ObjectConfiguration> loaded = new ArrayList<>();
            for (String object : objects) {
                Map<String, AttributeValue> settings =
                        items.getOrDefault(key(OBJECTS, object), Map.of());
                Map<String, AttributeValue> mappings =
                        items.getOrDefault(key(MAPPINGS, object), Map.of());
                long version = number(settings, VERSION);
                if (number(mappings, VERSION) == version) {
                    loaded.add(
                            new ObjectConfiguration(
                                    object,
                                    syncEnabled(settings),
                                    linking(settings),
                                    version,
                                    merged(object, mappings)));
                }
            }
            if (loaded.size() == objects.size()) {
                return loaded;
            }
        }
        throw new IllegalStateException(
                "The two configuration items of one of " + objects + " never show one version");
    }

    /** By key. A batch of reads is none of a moment, so the versions tell what belongs together. */
    private Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items(
            List<String> objects) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        objects.forEach(
                object -> {
                    keys.add(key(OBJECTS, object));
                    keys.add(key(MAPPINGS, object));
                });
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items = new HashMap<>();
        // DynamoDB takes no empty batch.
        Map<String, KeysAndAttributes> left =
                keys.isEmpty()
                        ? Map.of()
                        : Map.of(
                                table,
                                KeysAndAttributes.builder()
                                        .keys(keys)
                                        .consistentRead(true)
                                        .build());
        for (int i = 0; i < LOADS_MAX && !left.isEmpty(); i++) {
            Map<String, KeysAndAttributes> now = left;
            BatchGetItemResponse response = dynamo.batchGetItem(b -> b.requestItems(now));
            for (Map<String, AttributeValue> item :
                    response.responses().getOrDefault(table, List.of())) {
                items.put(Map.of("part", item.get("part"), "name", item.get("name")), item);
            }
            left = response.unprocessedKeys();
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("DynamoDB did not read the configuration");
        }
        return items;
    }

    /** What is stored, over what is shipped. */
    private static List<Mapping> merged(String object, Map<String, AttributeValue> item) {
        List<Mapping> stored =
                item.containsKey(DOCUMENT)
                        ? MappingDocument.unpack(object, item.get(DOCUMENT).b().asByteArray())
                        : List.of();
        Map<String, Mapping> byId = new LinkedHashMap<>();
        for (Mapping shipped : StandardMappings.of(object)) {
            // A release may ship a mapping for a pair that the user has made one for already.
            if (stored.stream().noneMatch(mapping -> takesPlaceOf(mapping, shipped))) {
                byId.put(shipped.id(), shipped);
            }
        }
        stored.forEach(mapping -> byId.put(mapping.id(), mapping));
        return new ArrayList<>(byId.values());
    }

    private static boolean takesPlaceOf(Mapping mapping, Mapping shipped) {
        return !mapping.id().equals(shipped.id())
                && (mapping.hubspotProperty().equals(shipped.hubspotProperty())
                        || mapping.salesforceField().equals(shipped.salesforceField()));
    }

    @Override
    public boolean save(Collection<Change> changes) {
        List<TransactWriteItem> items = new ArrayList<>();
        for (Change change : changes) {
            items.add(settingsOf(change));
            items.add(mappingsOf(change));
        }
        changes.forEach(change -> history.keep(change.superseded()));
        try {
            dynamo.transactWriteItems(b -> b.transactItems(items));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(reason -> LOST.contains(reason.code()))) {
                return false;
            }
            throw e;
        }
    }

    /** An update, so that what the breaker has paused stays so. */
    private TransactWriteItem settingsOf(Change change) {
        long seen = change.from().version();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":next", number(seen + 1));
        values.put(":syncEnabled", flag(change.to().syncEnabled()));
        values.put(":matching", text(change.to().linking().matching().name()));
        values.put(":create", text(change.to().linking().create().name()));
        Update.Builder update =
                Update.builder()
                        .tableName(table)
                        .key(key(OBJECTS, change.to().object()))
                        .updateExpression(
                                "SET #version = :next, syncEnabled = :syncEnabled,"
                                        + " #matching = :matching, #create = :create")
                        .expressionAttributeNames(
                                Map.of(
                                        "#version", VERSION,
                                        "#matching", MATCHING,
                                        "#create", CREATE));
        if (seen == 0) {
            update.conditionExpression("attribute_not_exists(#version)");
        } else {
            update.conditionExpression("#version = :seen");
            values.put(":seen", number(seen));
        }
        update.expressionAttributeValues(values);
        return TransactWriteItem.builder().update(update.build()).build();
    }

    private TransactWriteItem mappingsOf(Change change) {
        byte[] document =
                MappingDocument.pack(
                        change.to().mappings().stream()
                                .filter(mapping -> !StandardMappings.asShipped(mapping))
                                .toList());
        if (document.length > DOCUMENT_BYTES_MAX) {
            throw new Refusal(
                    RefusalCode.CONFIGURATION_TOO_LARGE,
                    "The mappings of object '"
                            + change.to().object()
                            + "' take more space than there is for one object, because of their"
                            + " option pairs. Take out pairs of options that are spelled alike on"
                            + " both sides: they need none.");
        }
        Map<String, AttributeValue> item = new HashMap<>(key(MAPPINGS, change.to().object()));
        item.put(DOCUMENT, AttributeValue.fromB(SdkBytes.fromByteArray(document)));
        return put(item, change.from().version());
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, long seen) {
        item.put(VERSION, number(seen + 1));
        Put.Builder put = Put.builder().tableName(table).item(item);
        if (seen == 0) {
            put.conditionExpression("attribute_not_exists(#version)");
        } else {
            put.conditionExpression("#version = :seen")
                    .expressionAttributeValues(Map.of(":seen", number(seen)));
        }
        put.expressionAttributeNames(Map.of("#version", VERSION));
        return TransactWriteItem.builder().put(put.build()).build();
    }

    @Override
    public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
        return history.of(object, id, before, limit);
    }

    private Map<String, AttributeValue> item(String part, String name) {
        return dynamo.getItem(b -> b.tableName(table).key(key(part, name)).consistentRead(true))
                .item();
    }

    private static Map<String, AttributeValue> key(String part, String name) {
        return Map.of("part", text(part), "name", text(name));
    }
}
