package io.crosswalk.budget;

import io.crosswalk.records.StorageConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The governor with its real storage and limits that are never reached. */
public final class AmpleBudget {
    private static final int CALLS = 10_000_000;

    private AmpleBudget() {}

    public static Governor governor(DynamoDbClient dynamo, StorageConfig config, Clock clock) {
        Terms terms =
                new Terms(
                        new Calls(CALLS, CALLS, Terms.NO_LIMIT),
                        new Terms.Days(CALLS, CALLS),
                        null,
                        new Terms.Slots(10, Duration.ofSeconds(90)),
                        new Terms.Percent(100, 80, 50),
                        new Terms.Percent(2, 15, 30));
        return new Governor(
                new DynamoBudgetStore(dynamo, config), terms, clock, new SplittableRandom(1));
    }
}
