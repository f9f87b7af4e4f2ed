package io.crosswalk.mapping;

import io.crosswalk.records.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    /** A read that falls between the two items of a change is repeated. */
    private static final int LOADS_MAX = 20;

    private static final Set<String> LOST = Set.of("ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient dynamo;
    private final String table;
    private final Set<String> syncedAtFirst;
    private final DynamoMappingHistory history;

    public DynamoMappingStore(DynamoDbClient dynamo, StorageConfig config, MappingConfig mapping) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
        this.syncedAtFirst = known(mapping.syncedAtFirst());
        this.history = new DynamoMappingHistory(dynamo, table);
    }

    /** A slip of the pen would leave an object off without a word. */
    private static Set<String> known(Set<String> objects) {
        List<String> names = KnownObjects.names();
        for (String object : objects) {
            if (!names.contains(object)) {
                throw new IllegalArgumentException(
                        "'crosswalk.mapping.synced-at-first' names "
                                + Quoted.name(object)
                                + ", which is no object. The objects are "
                                + names
                                + ".");
            }
        }
        return Set.copyOf(objects);
    }

    @Override
    public ObjectSettings settings(String object) {
        return DynamoMappingItems.settings(
                object, item(DynamoMappingItems.settingsKey(object)), syncedAtFirst);
    }

    @Override
    public List<Mapping> mappings(String object) {
        return DynamoMappingItems.mappings(object, item(DynamoMappingItems.mappingsKey(object)));
    }

    private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
        return dynamo.getItem(b -> b.tableName(table).key(key).consistentRead(true)).item();
    }

    @Override
    public List<ObjectConfiguration> load(List<String> objects) {
        for (int i = 0; i < LOADS_MAX; i++) {
            Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items = items(objects);
            List<ObjectConfiguration> loaded = new ArrayList<>();
            for (String object : objects) {
                ObjectConfiguration configuration =
                        DynamoMappingItems.configuration(
                                object,
                                items.getOrDefault(
                                        DynamoMappingItems.settingsKey(object), Map.of()),
                                items.getOrDefault(
                                        DynamoMappingItems.mappingsKey(object), Map.of()),
                                syncedAtFirst);
                if (configuration != null) {
                    loaded.add(configuration);
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
                    keys.add(DynamoMappingItems.settingsKey(object));
                    keys.add(DynamoMappingItems.mappingsKey(object));
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
                items.put(DynamoMappingItems.keyOf(item), item);
            }
            left = response.unprocessedKeys();
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("DynamoDB did not read the configuration");
        }
        return items;
    }

    @Override
    public boolean save(Collection<Change> changes) {
        List<TransactWriteItem> items = new ArrayList<>();
        for (Change change : changes) {
            Update settings = DynamoMappingItems.settings(table, change);
            Put mappings = DynamoMappingItems.mappings(table, change);
            items.add(TransactWriteItem.builder().update(settings).build());
            items.add(TransactWriteItem.builder().put(mappings).build());
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

    @Override
    public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
        return history.of(object, id, before, limit);
    }
}
