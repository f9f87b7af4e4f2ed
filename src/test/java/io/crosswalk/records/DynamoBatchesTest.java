package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Calls side by side, some of which fail. */
@ExtendWith(DynamoLocal.class)
class DynamoBatchesTest {
    private static DynamoBatches batches() throws Exception {
        return new DynamoBatches(DynamoLocal.start());
    }

    @Test
    void firstOfManyFails_nobodyGoesOnWhileTheOthersDo() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        List<Callable<Integer>> calls = new ArrayList<>();
        calls.add(
                () -> {
                    failed.countDown();
                    throw new IllegalArgumentException("the first");
                });
        for (int i = 0; i < 200; i++) {
            calls.add(
                    () -> {
                        failed.await();
                        return done.incrementAndGet();
                    });
        }
        DynamoBatches batches = batches();

        assertThatThrownBy(() -> batches.all(calls)).hasMessage("the first");

        assertThat(done).hasValue(200);
    }

    @Test
    void severalFail_theFirstIsThrownAndCarriesSomeOfTheOthers() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String name = "failure " + i;
            calls.add(
                    () -> {
                        throw new IllegalArgumentException(name);
                    });
        }
        DynamoBatches batches = batches();

        assertThatThrownBy(() -> batches.all(calls))
                .hasMessage("failure 0")
                .satisfies(
                        first ->
                                assertThat(first.getSuppressed())
                                        .extracting(Throwable::getMessage)
                                        .startsWith("failure 1", "failure 2")
                                        .hasSize(DynamoBatches.SUPPRESSED_MAX));
    }

    @Test
    void manyWrites_areMadeOnlyWhenTheirTurnComes() {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger madeAtFirst = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        DynamoBatches batches =
                new DynamoBatches(
                        new Writing(
                                count -> {
                                    madeAtFirst.compareAndSet(0, made.get());
                                    sent.addAndGet(count);
                                }));

        batches.write(
                "table",
                Collections.nCopies(2_000, "entry"),
                entry -> {
                    made.incrementAndGet();
                    return WriteRequest.builder().build();
                });

        assertThat(sent).hasValue(2_000);
        assertThat(madeAtFirst).hasValueLessThanOrEqualTo(25 * DynamoBatches.PARALLEL);
    }

    /** Takes what is written, and tells how much at a time. */
    private record Writing(IntConsumer onWrite) implements DynamoDbClient {
        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            request.requestItems().values().forEach(writes -> onWrite.accept(writes.size()));
            return BatchWriteItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }

    @Test
    void allSucceed_answersComeInTheOrderOfTheCalls() throws Exception {
        assertThat(batches().all(List.of(() -> 1, () -> 2, () -> 3))).containsExactly(1, 2, 3);
    }
}
