package io.crosswalk.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The local driver. */
@ConfigMapping(prefix = "crosswalk.local")
public interface LocalConfig {

    /**
     * Whether DynamoDB Local is started; without, {@code quarkus.dynamodb.endpoint-override} names
     * a DynamoDB that has the tables.
     */
    @WithDefault("true")
    boolean dynamodb();

    /** Where DynamoDB Local listens, on loopback. */
    @WithDefault("8088")
    int dynamodbPort();

    /** A folder to keep the tables in; without one they are gone when the process ends. */
    Optional<String> dynamodbPath();

    /** Whether the stream calls sync by itself. */
    @WithDefault("true")
    boolean stream();

    /** How long the stream waits for more before it calls sync, as an event source mapping does. */
    @WithDefault("PT0.4S")
    Duration streamWindow();

    /** As many records as the stream gives sync at most. */
    @WithDefault("1000")
    int streamBatchMax();

    /** How often reconcile runs. */
    @WithDefault("PT60S")
    Duration reconcileEvery();

    /** How often runs are taken further between two reconciles. */
    @WithDefault("PT1S")
    Duration runsEvery();

    /** Whether reconcile and runs go by themselves. */
    @WithDefault("true")
    boolean reconcile();

    /** The simulated HubSpot's deal stages, by id, and the simulated Salesforce's that they are. */
    Map<String, String> dealStages();
}
