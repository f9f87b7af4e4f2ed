package io.crosswalk.bench;

import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.StoredLinks;
import io.crosswalk.rules.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB Local as if all of {@link GeneratedContacts} were linked in it, however many they are.
 *
 * <p>Real are all writes, with their conditions and units: the first one to a record's item puts it
 * there before, uncounted, as {@link StoredLinks} would have. So are all reads of items that were
 * written, all queries of what is due, and all requests to other tables. Made up are batch reads of
 * items that nobody has written: the same items, counted as the same requests, for what DynamoDB
 * Local takes for one of their kind; they take no time on the wire. Memory is needed for the keys of
 * what was written. What nobody asks for here is refused, such as the index of all links.
 */
final class GeneratedLinks implements DynamoDbClient {
    private final DynamoDbClient counted;
    private final DynamoDbClient uncounted;
    private final DynamoMeter meter;
    private final GeneratedContacts contacts;
    private final Fingerprints fingerprints;
    private final String table;
    private final Map<RecordKey, Boolean> stored = new ConcurrentHashMap<>();
    private final Map<Side, Double> readUnits;

    GeneratedLinks(
            DynamoProcess process,
            DynamoMeter meter,
            GeneratedContacts contacts,
            Fingerprints fingerprints,
            String table) {
        this.counted = process.client(meter);
        this.uncounted = process.client();
        this.meter = meter;
        this.contacts = contacts;
        this.fingerprints = fingerprints;
        this.table = table;
        RecordKey link = GeneratedContacts.key(0);
        RecordKey pointer =
                RecordKey.salesforce(link.object(), GeneratedContacts.salesforceId(0));
        readUnits = Map.of(Side.HUBSPOT, unitsOf(link), Side.SALESFORCE, unitsOf(pointer));
    }

    /** What reading such an item takes: all of a kind are equally long. */
    private double unitsOf(RecordKey record) {
        store(record);
        BatchGetItemRequest request =
                BatchGetItemRequest.builder()
                        .requestItems(Map.of(table, consistent(List.of(StoredLinks.key(record)))))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
        return uncounted.batchGetItem(request).consumedCapacity().get(0).capacityUnits();
    }

    private static KeysAndAttributes consistent(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    }

    private Map<String, AttributeValue> item(RecordKey record) {
        int contact = GeneratedContacts.number(record.side(), record.recordId());
        return record.side() == Side.HUBSPOT
                ? StoredLinks.link(
                        record,
                        GeneratedContacts.salesforceId(contact),
                        contacts.bases(contact, fingerprints))
                : StoredLinks.pointer(record, GeneratedContacts.hubspotId(contact));
    }

    /** Nobody else's request is ahead of it: they wait for the same key, or read what it puts. */
    private void store(RecordKey record) {
        stored.computeIfAbsent(
                record,
                key -> {
                    uncounted.putItem(b -> b.tableName(table).item(item(key)));
                    return true;
                });
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        KeysAndAttributes wanted = request.requestItems().get(table);
        if (wanted == null) {
            return counted.batchGetItem(request);
        }
        require(request.requestItems().size() == 1 && wanted.consistentRead(), "such a batch");
        List<Map<String, AttributeValue>> there = new ArrayList<>();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        double units = 0;
        for (Map<String, AttributeValue> key : wanted.keys()) {
            RecordKey record = StoredLinks.record(key);
            if (stored.containsKey(record)) {
                there.add(key);
            } else {
                items.add(item(record));
                units += readUnits.get(record.side());
            }
        }
        meter.countRead(table, there.isEmpty() ? 1 : 0, units);
        if (there.isEmpty()) {
            return BatchGetItemResponse.builder().responses(Map.of(table, items)).build();
        }
        BatchGetItemResponse answer =
                counted.batchGetItem(b -> b.requestItems(Map.of(table, consistent(there))));
        items.addAll(answer.responses().getOrDefault(table, List.of()));
        return answer.toBuilder().responses(Map.of(table, items)).build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        if (request.tableName().equals(table)) {
            store(StoredLinks.record(request.key()));
        }
        return counted.updateItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        require(
                !request.tableName().equals(table) || "due".equals(request.indexName()),
                "a query of other links than those that are due");
        return counted.query(request);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        require(!request.tableName().equals(table), "to get a single link");
        return counted.getItem(request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        require(!request.tableName().equals(table), "to put a link");
        return counted.putItem(request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        require(!request.requestItems().containsKey(table), "to put links");
        return counted.batchWriteItem(request);
    }

    private static void require(boolean known, String what) {
        if (!known) {
            throw new UnsupportedOperationException("Generated links know nothing of " + what);
        }
    }

    @Override
    public String serviceName() {
        return counted.serviceName();
    }

    @Override
    public void close() {
        counted.close();
        uncounted.close();
    }
}
