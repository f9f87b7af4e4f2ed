package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.crosswalk.records.RecordKey;
import io.crosswalk.sync.SyncBatch;
import io.crosswalk.sync.WriteCounts;
import io.quarkus.funqy.Funq;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** From the records table's stream: looks at what is due. */
public class SyncFunction {
    private static final Logger LOG = Logger.getLogger(SyncFunction.class);

    private final SyncBatch sync;
    private final WriteCounts counts;
    private final Metrics metrics;

    SyncFunction(SyncBatch sync, WriteCounts counts, Metrics metrics) {
        this.sync = sync;
        this.counts = counts;
        this.metrics = metrics;
    }

    /** Answers with the first record if the batch failed: the stream gives it again from there. */
    @Funq("sync")
    public StreamsEventResponse sync(DynamodbEvent event) {
        Set<RecordKey> keys = new LinkedHashSet<>();
        for (DynamodbStreamRecord record : event.getRecords()) {
            keys.add(RecordKey.parse(record.getDynamodb().getKeys().get("key").getS()));
        }
        try {
            sync.run(keys);
            put(0);
            return new StreamsEventResponse(List.of());
        } catch (RuntimeException e) {
            LOG.errorf(e, "A batch of %d records failed and stays due", keys.size());
            put(1);
            String first = event.getRecords().get(0).getDynamodb().getSequenceNumber();
            return new StreamsEventResponse(List.of(new BatchItemFailure(first)));
        }
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
