package io.crosswalk.mapping;

import static io.crosswalk.records.DynamoAttributes.flag;
import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.mapping.MappingStore.Change;
import io.crosswalk.mapping.MappingStore.ObjectSettings;
import io.crosswalk.records.DynamoBreakerStore;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The shape of an object's two items in the configuration table: its settings (part {@code
 * objects}), and its mappings that are not as shipped, packed (part {@code mappings}). Absent is as
 * shipped; whether an object syncs then, the caller says.
 */
final class DynamoMappingItems {
    private static final String PART = "part";
    private static final String NAME = "name";
    private static final String VERSION = "version";
    private static final String SYNC_ENABLED = "syncEnabled";
    private static final String MATCHING = "matching";
    private static final String CREATE = "create";
    private static final String DOCUMENT = "document";

    /** Absent where records are not made, or have been since before that was noted. */
    private static final Map<Side, String> CREATE_SINCE =
            Map.of(
                    Side.HUBSPOT, "createInHubspotSince",
                    Side.SALESFORCE, "createInSalesforceSince");

    /** DynamoDB's limit for an item is 400 KB. */
    private static final int DOCUMENT_BYTES_MAX = 380_000;

    private DynamoMappingItems() {}

    static Map<String, AttributeValue> settingsKey(String object) {
        return Map.of(PART, text("objects"), NAME, text(object));
    }

    static Map<String, AttributeValue> mappingsKey(String object) {
        return Map.of(PART, text("mappings"), NAME, text(object));
    }

    static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        return Map.of(PART, item.get(PART), NAME, item.get(NAME));
    }

    /**
     * @param atFirst objects that sync where nobody has ever chosen
     */
    static ObjectSettings settings(
            String object, Map<String, AttributeValue> item, Set<String> atFirst) {
        return new ObjectSettings(
                syncEnabled(object, item, atFirst),
                linking(item),
                number(item, VERSION),
                paused(item));
    }

    private static boolean syncEnabled(
            String object, Map<String, AttributeValue> item, Set<String> atFirst) {
        return item.containsKey(SYNC_ENABLED)
                ? flag(item, SYNC_ENABLED)
                : MappingRules.isSyncRequired(object) || atFirst.contains(object);
    }

    /** Absent where nobody has ever chosen. */
    private static LinkPolicy linking(Map<String, AttributeValue> item) {
        String matching = text(item, MATCHING);
        String create = text(item, CREATE);
        Map<Side, Instant> since = new EnumMap<>(Side.class);
        CREATE_SINCE.forEach(
                (side, name) -> {
                    Instant its = time(item, name);
                    if (its != null) {
                        since.put(side, its);
                    }
                });
        LinkPolicy shipped = LinkPolicy.SHIPPED;
        return new LinkPolicy(
                matching == null ? shipped.matching() : Matching.valueOf(matching),
                create == null ? shipped.create() : Creation.valueOf(create),
                since);
    }

    private static Set<String> paused(Map<String, AttributeValue> item) {
        AttributeValue paused = item.get(DynamoBreakerStore.PAUSED_MAPPINGS);
        return paused == null ? Set.of() : Set.copyOf(paused.ss());
    }

    static List<Mapping> mappings(String object, Map<String, AttributeValue> item) {
        return StandardMappings.under(
                object,
                item.containsKey(DOCUMENT)
                        ? MappingDocument.unpack(object, item.get(DOCUMENT).b().asByteArray())
                        : List.of());
    }

    /**
     * Null if the two are not of one version.
     *
     * @param atFirst objects that sync where nobody has ever chosen
     */
    static @Nullable ObjectConfiguration configuration(
            String object,
            Map<String, AttributeValue> settings,
            Map<String, AttributeValue> mappings,
            Set<String> atFirst) {
        long version = number(settings, VERSION);
        return number(mappings, VERSION) != version
                ? null
                : new ObjectConfiguration(
                        object,
                        syncEnabled(object, settings, atFirst),
                        linking(settings),
                        version,
                        mappings(object, mappings));
    }

    /** An update, so that what the breaker has paused stays so. */
    static Update settings(String table, Change change) {
        long seen = change.from().version();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":next", number(seen + 1));
        values.put(":syncEnabled", flag(change.to().syncEnabled()));
        values.put(":matching", text(change.to().linking().matching().name()));
        values.put(":create", text(change.to().linking().create().name()));
        StringBuilder set = new StringBuilder();
        List<String> absent = new ArrayList<>();
        CREATE_SINCE.forEach(
                (side, name) -> {
                    Instant its = change.to().linking().createSince().get(side);
                    if (its == null) {
                        absent.add(name);
                    } else {
                        set.append(", ").append(name).append(" = :").append(name);
                        values.put(":" + name, time(its));
                    }
                });
        String remove = absent.isEmpty() ? "" : " REMOVE " + String.join(", ", absent);
        Update.Builder update =
                Update.builder()
                        .tableName(table)
                        .key(settingsKey(change.to().object()))
                        .updateExpression(
                                "SET #version = :next, syncEnabled = :syncEnabled,"
                                        + " #matching = :matching, #create = :create"
                                        + set
                                        + remove)
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
        return update.expressionAttributeValues(values).build();
    }

    static Put mappings(String table, Change change) {
        long seen = change.from().version();
        Map<String, AttributeValue> item = new HashMap<>(mappingsKey(change.to().object()));
        item.put(DOCUMENT, AttributeValue.fromB(SdkBytes.fromByteArray(document(change.to()))));
        item.put(VERSION, number(seen + 1));
        Put.Builder put = Put.builder().tableName(table).item(item);
        if (seen == 0) {
            put.conditionExpression("attribute_not_exists(#version)");
        } else {
            put.conditionExpression("#version = :seen")
                    .expressionAttributeValues(Map.of(":seen", number(seen)));
        }
        return put.expressionAttributeNames(Map.of("#version", VERSION)).build();
    }

    private static byte[] document(ObjectConfiguration object) {
        byte[] document =
                MappingDocument.pack(
                        object.mappings().stream()
                                .filter(mapping -> !StandardMappings.asShipped(mapping))
                                .toList());
        if (document.length > DOCUMENT_BYTES_MAX) {
            throw new Refusal(
                    RefusalCode.CONFIGURATION_TOO_LARGE,
                    "The mappings of object '"
                            + object.object()
                            + "' take more space than there is for one object, because of their"
                            + " option pairs. Take out pairs of options that are spelled alike on"
                            + " both sides: they need none.");
        }
        return document;
    }
}
