package io.crosswalk.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Many items at a time, within DynamoDB's limits: 100 a read, 25 a write, the rest repeated. */
final class DynamoBatches {
    private static final int READ_MAX = 100;
    private static final int WRITE_MAX = 25;
    private static final int REPEATS_MAX = 8;

    /** Single updates wait for the network, so more of them than there are processors. */
    static final int PARALLEL = 16;

    /** Enough to see that it was not one alone; a log line has its limits. */
    static final int SUPPRESSED_MAX = 5;

    private final DynamoDbClient dynamo;
    private final ExecutorService executor;

    DynamoBatches(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        PARALLEL,
                        PARALLEL,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> {
                            Thread thread = new Thread(work, "dynamo-batches");
                            thread.setDaemon(true);
                            return thread;
                        });
        pool.allowCoreThreadTimeOut(true);
        this.executor = pool;
    }

    List<Map<String, AttributeValue>> get(
            String table, Collection<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = Collections.synchronizedList(new ArrayList<>());
        forEachChunk(
                keys,
                READ_MAX,
                chunk -> {
                    KeysAndAttributes wanted =
                            KeysAndAttributes.builder().keys(chunk).consistentRead(true).build();
                    Map<String, KeysAndAttributes> rest = Map.of(table, wanted);
                    for (int repeat = 0; !rest.isEmpty(); repeat++) {
                        pauseBefore(repeat);
                        Map<String, KeysAndAttributes> request = rest;
                        BatchGetItemResponse response =
                                dynamo.batchGetItem(b -> b.requestItems(request));
                        items.addAll(response.responses().getOrDefault(table, List.of()));
                        rest = response.unprocessedKeys();
                    }
                });
        return items;
    }

    /** The links that there are of these keys. */
    Map<RecordKey, Link> links(String table, Collection<RecordKey> keys) {
        Map<RecordKey, Link> links = new HashMap<>();
        List<Map<String, AttributeValue>> wanted =
                keys.stream().distinct().map(DynamoLinkItem::key).toList();
        for (Map<String, AttributeValue> item : get(table, wanted)) {
            Link link = DynamoLinkItem.read(item);
            links.put(link.key(), link);
        }
        return links;
    }

    void write(String table, Collection<WriteRequest> writes) {
        write(table, writes, write -> write);
    }

    /**
     * Likewise; a request takes a multiple of what it is made of, so each is made when its turn
     * comes.
     */
    <T> void write(String table, Collection<T> all, Function<T, WriteRequest> making) {
        forEachChunk(
                all,
                WRITE_MAX,
                chunk -> {
                    Map<String, List<WriteRequest>> rest = new HashMap<>();
                    rest.put(table, chunk.stream().map(making).toList());
                    for (int repeat = 0; !rest.isEmpty(); repeat++) {
                        pauseBefore(repeat);
                        Map<String, List<WriteRequest>> request = rest;
                        BatchWriteItemResponse response =
                                dynamo.batchWriteItem(b -> b.requestItems(request));
                        rest = response.unprocessedItems();
                    }
                });
    }

    /**
     * Runs the calls side by side. Returns or throws when all are done, whatever came of them, as
     * nobody must go on while they do. The first failure carries some of the others.
     */
    <T> List<T> all(List<Callable<T>> calls) {
        if (calls.size() == 1) {
            return List.of(outcomeOf(calls.get(0)));
        }
        List<Future<T>> futures = new ArrayList<>(calls.size());
        calls.forEach(call -> futures.add(executor.submit(call)));
        List<T> results = new ArrayList<>(calls.size());
        RuntimeException failure = null;
        for (Future<T> future : futures) {
            try {
                results.add(outcomeOf(future::get));
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else if (failure != e && failure.getSuppressed().length < SUPPRESSED_MAX) {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    /** Asks for every key side by side; by key what came of it. */
    <K, V> Map<K, V> each(Collection<K> keys, Function<K, V> ask) {
        List<K> distinct = keys.stream().distinct().toList();
        List<Callable<V>> calls = new ArrayList<>(distinct.size());
        distinct.forEach(key -> calls.add(() -> ask.apply(key)));
        List<V> answers = all(calls);
        Map<K, V> byKey = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            byKey.put(distinct.get(i), answers.get(i));
        }
        return byKey;
    }

    private static <T> T outcomeOf(Callable<T> call) {
        try {
            return call.call();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while storing", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Chunks side by side: each waits for the network, not for the others. */
    private <T> void forEachChunk(Collection<T> all, int max, Consumer<List<T>> work) {
        List<T> list = List.copyOf(all);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int from = 0; from < list.size(); from += max) {
            List<T> chunk = list.subList(from, Math.min(list.size(), from + max));
            calls.add(
                    () -> {
                        work.accept(chunk);
                        return true;
                    });
        }
        if (!calls.isEmpty()) {
            all(calls);
        }
    }

    private static void pauseBefore(int repeat) {
        if (repeat > REPEATS_MAX) {
            throw new IllegalStateException(
                    "DynamoDB left items of a batch unprocessed " + REPEATS_MAX + " times");
        }
        if (repeat > 0) {
            try {
                Thread.sleep(20L << repeat);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while storing", e);
            }
        }
    }
}
