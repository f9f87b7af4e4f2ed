package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.crosswalk.records.KeyCheck;
import io.crosswalk.records.RecordKey;
import io.crosswalk.sync.SyncBatch;
import io.crosswalk.sync.WriteCounts;
import io.quarkus.funqy.Funq;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the records table's stream: looks at what is due. */
public class SyncFunction {
    private final SyncBatch sync;
    private final WriteCounts counts;
    private final Metrics metrics;
    private final KeyCheck key;

    SyncFunction(SyncBatch sync, WriteCounts counts, Metrics metrics, KeyCheck key) {
        this.key = key;
        this.sync = sync;
        this.counts = counts;
        this.metrics = metrics;
    }

    /**
     * Answers with the first record that failed: the stream gives all again from there. Those that
     * are done by then are not due any more.
     *
     * @throws IllegalStateException if storage's key is another than its bases were made with
     */
    @Funq("sync")
    public StreamsEventResponse sync(DynamodbEvent event) {
        key.verify();
        Map<RecordKey, String> numbers = new LinkedHashMap<>();
        for (DynamodbStreamRecord record : event.getRecords()) {
            numbers.putIfAbsent(
                    RecordKey.parse(record.getDynamodb().getKeys().get("key").getS()),
                    record.getDynamodb().getSequenceNumber());
        }
        List<RecordKey> failed = new Halving(sync::run).failed(List.copyOf(numbers.keySet()));
        put(failed.isEmpty() ? 0 : 1);
        return new StreamsEventResponse(
                failed.isEmpty()
                        ? List.of()
                        : List.of(new BatchItemFailure(numbers.get(failed.get(0)))));
    }

    private void put(int failures) {
        WriteCounts.Counted counted = counts.take();
        if (counted.written() + counted.failed() + failures > 0) {
            metrics.put(
                    Map.of(
                            Metric.RECORDS_WRITTEN, counted.written(),
                            Metric.RECORDS_FAILED, counted.failed(),
                            Metric.BATCH_FAILURES, failures));
        }
    }
}
