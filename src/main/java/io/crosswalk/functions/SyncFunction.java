package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.crosswalk.records.KeyCheck;
import io.crosswalk.records.RecordKey;
import io.crosswalk.sync.SyncBatch;
import io.quarkus.funqy.Funq;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the records table's stream: looks at what is due. */
public class SyncFunction {
    private final SyncBatch sync;
    private final LookFigures figures;
    private final Metrics metrics;
    private final KeyCheck key;

    SyncFunction(SyncBatch sync, LookFigures figures, Metrics metrics, KeyCheck key) {
        this.key = key;
        this.sync = sync;
        this.figures = figures;
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
        LookFigures.Figures looks = figures.take();
        Map<Metric, Integer> values = new EnumMap<>(Metric.class);
        if (!looks.areNone() || failures > 0) {
            values.put(Metric.RECORDS_WRITTEN, 0);
            values.put(Metric.RECORDS_FAILED, 0);
            values.put(Metric.BATCH_FAILURES, failures);
            values.putAll(looks.counts());
        }
        metrics.put(values, Map.of(Metric.CHANGE_TO_WRITE_LAG, looks.lagMillis()));
    }
}
