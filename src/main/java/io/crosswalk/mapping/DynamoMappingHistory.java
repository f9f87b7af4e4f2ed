package io.crosswalk.mapping;

import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Versions of mappings that were replaced or deleted: part {@code versions/<object>}, name {@code
 * <id>/<version>}. A version is a fact that never changes, so it can be put before it is replaced,
 * and twice.
 */
final class DynamoMappingHistory {
    private static final String PACKED = "packed";

    /** What versions had before they were packed. */
    private static final String TEXT = "mapping";

    private static final int WRITE_MAX = 25;
    private static final int REPEATS_MAX = 8;

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoMappingHistory(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    void keep(List<Mapping> versions) {
        for (int from = 0; from < versions.size(); from += WRITE_MAX) {
            int to = Math.min(versions.size(), from + WRITE_MAX);
            write(versions.subList(from, to).stream().map(DynamoMappingHistory::request).toList());
        }
    }

    private void write(List<WriteRequest> requests) {
        Map<String, List<WriteRequest>> left = Map.of(table, requests);
        for (int i = 0; i < REPEATS_MAX; i++) {
            Map<String, List<WriteRequest>> now = left;
            left = dynamo.batchWriteItem(b -> b.requestItems(now)).unprocessedItems();
            if (left.isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException("DynamoDB did not take the mappings' history");
    }

    private static WriteRequest request(Mapping mapping) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("part", text(part(mapping.object())));
        item.put("name", text(name(mapping.id(), mapping.version())));
        // Unpacked, option pairs that were accepted would be larger than an item can be.
        byte[] packed = MappingDocument.pack(List.of(mapping));
        item.put(PACKED, AttributeValue.fromB(SdkBytes.fromByteArray(packed)));
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }

    List<Mapping> of(String object, String id, @Nullable Long before, int limit) {
        long last = before == null ? Long.MAX_VALUE : before - 1;
        List<Mapping> versions = new ArrayList<>();
        dynamo.query(
                        b ->
                                b.tableName(table)
                                        .consistentRead(true)
                                        .scanIndexForward(false)
                                        .limit(limit)
                                        .keyConditionExpression(
                                                "#part = :part AND #name BETWEEN :first AND :last")
                                        .expressionAttributeNames(
                                                Map.of("#part", "part", "#name", "name"))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":part", text(part(object)),
                                                        ":first", text(name(id, 0)),
                                                        ":last", text(name(id, last)))))
                .items()
                .forEach(item -> versions.add(read(object, item)));
        return versions;
    }

    private static Mapping read(String object, Map<String, AttributeValue> item) {
        AttributeValue packed = item.get(PACKED);
        return packed == null
                ? MappingDocument.parse(object, required(item, TEXT))
                : MappingDocument.unpack(object, packed.b().asByteArray()).get(0);
    }

    private static String part(String object) {
        return "versions/" + object;
    }

    /** Sorts by version. */
    private static String name(String id, long version) {
        return id + "/" + String.format(Locale.ROOT, "%019d", version);
    }
}
