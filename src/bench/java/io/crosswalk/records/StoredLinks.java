package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts links into the records table as a first look leaves them, many at a time. */
public final class StoredLinks {
    private final DynamoBatches batches;
    private final String table;
    private final List<WriteRequest> waiting = new ArrayList<>();

    public StoredLinks(DynamoDbClient dynamo, StorageConfig config) {
        this.batches = new DynamoBatches(dynamo);
        this.table = config.recordsTable();
    }

    public void add(RecordKey key, String partnerId, Map<String, Base> bases) {
        put(link(key, partnerId, bases));
        put(pointer(RecordKey.salesforce(key.object(), partnerId), key.recordId()));
    }

    /** The item under the HubSpot record's key. */
    public static Map<String, AttributeValue> link(
            RecordKey key, String salesforceId, Map<String, Base> bases) {
        Map<String, AttributeValue> link = new HashMap<>(DynamoLinkItem.key(key));
        link.put(DynamoLinkItem.PARTNER, text(salesforceId));
        link.put(DynamoLinkItem.LINK_SHARD, DynamoLinkItem.linkShard(key));
        link.put(DynamoLinkItem.BASE, DynamoLinkItem.bases(bases));
        link.put(DynamoLinkItem.COMPARED, number(bases.size()));
        link.put(DynamoLinkItem.MARKS, number(1));
        link.put(DynamoLinkItem.TURN, number(1));
        return link;
    }

    /** The item under the Salesforce record's key. */
    public static Map<String, AttributeValue> pointer(RecordKey key, String hubspotId) {
        Map<String, AttributeValue> pointer = new HashMap<>(DynamoLinkItem.key(key));
        pointer.put(DynamoLinkItem.PARTNER, text(hubspotId));
        return pointer;
    }

    /** Of an item of the records table. */
    public static Map<String, AttributeValue> key(RecordKey key) {
        return DynamoLinkItem.key(key);
    }

    /** The record that an item, or a key, of the records table is of. */
    public static RecordKey record(Map<String, AttributeValue> item) {
        return RecordKey.parse(DynamoAttributes.required(item, DynamoLinkItem.KEY));
    }

    private void put(Map<String, AttributeValue> item) {
        waiting.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
        if (waiting.size() >= 400) {
            flush();
        }
    }

    public void flush() {
        batches.write(table, waiting);
        waiting.clear();
    }
}
