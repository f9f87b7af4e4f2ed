package io.crosswalk.local;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.crosswalk.functions.SyncFunction;
import io.crosswalk.records.StorageConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Stands where the event source mapping of the records table's stream stands: gathers records that
 * are due for a moment, gives them to the sync function, and gives them again if it failed.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class LocalStream {
    private static final Logger LOG = Logger.getLogger(LocalStream.class);
    private static final long PAUSE_MILLIS = 40;
    private static final int TRIES_MAX = 4;

    private final LocalConfig config;
    private final LocalShards shards;
    private final SyncFunction sync;
    private volatile boolean running;
    private @Nullable Thread thread;

    LocalStream(
            LocalConfig config, StorageConfig storage, DynamoDbClient dynamo, SyncFunction sync) {
        this.config = config;
        this.shards = new LocalShards(dynamo, storage.recordsTable());
        this.sync = sync;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        if (!config.stream()) {
            return;
        }
        running = true;
        thread = new Thread(this::run, "local-stream");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            // It looks at the flag every few milliseconds, and a batch that is under way may end.
            thread.join(5_000);
            thread.interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                List<Record> due = gather();
                if (!due.isEmpty()) {
                    deliver(due);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("The local stream stumbled and goes on", e);
                }
            }
        }
    }

    /** Waits for the first due record, then a window long for more. */
    private List<Record> gather() throws InterruptedException {
        List<Record> due = new ArrayList<>();
        long until = Long.MAX_VALUE;
        while (running && due.size() < config.streamBatchMax() && System.nanoTime() < until) {
            List<Record> more = shards.poll().stream().filter(LocalStream::isDue).toList();
            if (due.isEmpty() && !more.isEmpty()) {
                until = System.nanoTime() + config.streamWindow().toNanos();
            }
            due.addAll(more);
            if (more.isEmpty()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return due;
    }

    /** The same filter as the event source mapping's in {@code template.yaml}. */
    private static boolean isDue(Record record) {
        var image = record.dynamodb().newImage();
        return image.containsKey("state") && "DUE".equals(image.get("state").s());
    }

    private void deliver(List<Record> due) throws InterruptedException {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(due.stream().map(LocalStream::lambdaRecord).toList());
        for (int tries = 0; tries < TRIES_MAX && running; tries++) {
            StreamsEventResponse response = sync.sync(event);
            if (response.getBatchItemFailures().isEmpty()) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS << tries);
        }
        LOG.warnf("%d stream records failed; they stay due and reconcile takes them", due.size());
    }

    private static DynamodbStreamRecord lambdaRecord(Record record) {
        StreamRecord image = new StreamRecord();
        image.setSequenceNumber(record.dynamodb().sequenceNumber());
        image.setKeys(Map.of("key", new AttributeValue(record.dynamodb().keys().get("key").s())));
        image.setNewImage(
                Map.of("state", new AttributeValue(record.dynamodb().newImage().get("state").s())));
        DynamodbStreamRecord lambdaRecord = new DynamodbStreamRecord();
        lambdaRecord.setEventID(record.eventID());
        lambdaRecord.setEventName(record.eventNameAsString());
        lambdaRecord.setDynamodb(image);
        return lambdaRecord;
    }
}
