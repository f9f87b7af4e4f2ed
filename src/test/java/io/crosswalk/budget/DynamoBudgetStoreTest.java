package io.crosswalk.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.budget.LaneBudget.Closed;
import io.crosswalk.budget.LaneUse.Spent;
import io.crosswalk.budget.SharedBudget.Held;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoLocal.class)
class DynamoBudgetStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private BudgetStore store;

    @BeforeEach
    void nothingIsStored() throws Exception {
        DynamoDbClient dynamo = DynamoLocal.start();
        dynamo.deleteItem(
                b ->
                        b.tableName(DynamoLocal.config(false).configurationTable())
                                .key(
                                        Map.of(
                                                "part", AttributeValue.fromS("budget"),
                                                "name", AttributeValue.fromS("calls"))));
        store = new DynamoBudgetStore(dynamo, DynamoLocal.config(false));
    }

    private static SharedBudget full(long version) {
        return new SharedBudget(
                version,
                353_000_000,
                Map.of(
                        Lane.HUBSPOT,
                        new LaneBudget(
                                new LaneUse(
                                        new Spent(1, 2, 3), new Spent(4, 5, 6), new Spent(7, 8, 9)),
                                190,
                                new Closed(NOW.plusSeconds(10), "TEN_SECONDLY_ROLLING")),
                        Lane.HUBSPOT_SEARCH,
                        LaneBudget.UNUSED,
                        Lane.SALESFORCE,
                        LaneBudget.UNUSED),
                Map.of(
                        Side.HUBSPOT,
                        new DayUse(625_000, 1_000, 12, NOW, NOW.plusSeconds(1), null),
                        Side.SALESFORCE,
                        new DayUse(100_000, 99_000, 0, NOW, NOW, NOW.plusSeconds(9))),
                Map.of("0123456789abcdef", new Held(2, NOW.plusSeconds(90))));
    }

    @Test
    void nothingStoredYet_theBudgetIsUnused() {
        assertThat(store.load()).isEqualTo(SharedBudget.UNUSED);
    }

    @Test
    void whatWasStored_isLoaded() {
        assertThat(store.replace(full(1))).isNull();

        assertThat(store.load()).isEqualTo(full(1));
    }

    @Test
    void somebodyElseWasFaster_theAnswerIsWhatTheyStored() {
        store.replace(full(1));

        assertThat(store.replace(SharedBudget.UNUSED.closed(Lane.HUBSPOT, new Closed(NOW, "X"))))
                .isEqualTo(full(1));
        assertThat(store.replace(full(3))).isEqualTo(full(1));
        assertThat(store.load()).isEqualTo(full(1));
        assertThat(store.replace(full(2))).isNull();
    }

    @Test
    void manyProcessesAtOnce_togetherTheyGetAsMuchAsThereIs() throws Exception {
        MovingClock clock = new MovingClock();
        Terms terms = Governed.terms(60, 100_000, 100_000, null);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int granted =
                    threads
                            .invokeAll(
                                    IntStream.range(0, 8)
                                            .mapToObj(
                                                    seed ->
                                                            (Callable<Integer>)
                                                                    () ->
                                                                            callAll(
                                                                                    clock, terms,
                                                                                    seed))
                                            .toList())
                            .stream()
                            .mapToInt(DynamoBudgetStoreTest::result)
                            .sum();

            assertThat(granted).isBetween(50, 60);
            assertThat(store.load().lane(Lane.HUBSPOT).use().total()).isLessThanOrEqualTo(60);
        } finally {
            threads.shutdownNow();
        }
        clock.pass(Duration.ofSeconds(15));
        assertThat(callAll(clock, terms, 99)).isEqualTo(60);
    }

    private int callAll(MovingClock clock, Terms terms, long seed) {
        Governor governor = new Governor(store, terms, clock, new SplittableRandom(seed));
        return Governed.callUntilRefused(governor, Priority.EDIT);
    }

    private static int result(java.util.concurrent.Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
