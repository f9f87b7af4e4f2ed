package io.crosswalk.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Counts requests, and the capacity units that DynamoDB says they consumed, per table and kind. */
final class DynamoMeter implements ExecutionInterceptor {
    private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, DoubleAdder> units = new ConcurrentHashMap<>();

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (request instanceof UpdateItemRequest update) {
            return update.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof PutItemRequest put) {
            return put.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof GetItemRequest get) {
            return get.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof BatchGetItemRequest batch) {
            return batch.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof BatchWriteItemRequest batch) {
            return batch.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof QueryRequest query) {
            return query.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof TransactWriteItemsRequest write) {
            return write.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        return request;
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        if (response instanceof UpdateItemResponse update) {
            count("update", update.consumedCapacity());
        } else if (response instanceof PutItemResponse put) {
            count("put", put.consumedCapacity());
        } else if (response instanceof GetItemResponse get) {
            count("get", get.consumedCapacity());
        } else if (response instanceof BatchGetItemResponse batch) {
            batch.consumedCapacity().forEach(its -> count("get, batch", its));
        } else if (response instanceof BatchWriteItemResponse batch) {
            batch.consumedCapacity().forEach(its -> count("put, batch", its));
        } else if (response instanceof QueryResponse query) {
            count("query", query.consumedCapacity());
        } else if (response instanceof TransactWriteItemsResponse write) {
            write.consumedCapacity().forEach(its -> count("transaction", its));
        }
    }

    private void count(String kind, ConsumedCapacity capacity) {
        count(kind, capacity.tableName(), 1, capacity.capacityUnits());
    }

    /** Batches of items that were read where no request of ours has gone. */
    void countRead(String table, int batches, double capacity) {
        count("get, batch", table, batches, capacity);
    }

    private void count(String kind, String table, int number, double capacity) {
        String name = "%-14s %s".formatted(table.replace("crosswalk-", ""), kind);
        requests.computeIfAbsent(name, n -> new LongAdder()).add(number);
        units.computeIfAbsent(name, n -> new DoubleAdder()).add(capacity);
    }

    void forget() {
        requests.clear();
        units.clear();
    }

    long requests() {
        return requests.values().stream().mapToLong(LongAdder::sum).sum();
    }

    double writeUnits() {
        return sum(false);
    }

    double readUnits() {
        return sum(true);
    }

    private double sum(boolean reads) {
        return units.entrySet().stream()
                .filter(e -> reads == (e.getKey().contains(" get") || e.getKey().contains("query")))
                .mapToDouble(e -> e.getValue().sum())
                .sum();
    }

    void print(double changes) {
        new TreeMap<>(requests)
                .forEach(
                        (name, count) ->
                                System.out.printf(
                                        "    %-28s %8.3f requests %8.2f units%n",
                                        name,
                                        count.sum() / changes,
                                        units.get(name).sum() / changes));
    }
}
