package io.crosswalk.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Priority;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many functions at once, some with wrong clocks, some crashing with calls in hand: together they
 * never make more calls than HubSpot takes, and edits are never kept waiting by backfill.
 */
class FleetTest {
    private static final int LIMIT = 100;
    private static final int PROCESSES = 20;
    private static final int STEPS = 20_000;

    private final Governed given = new Governed();
    private final List<Governor> fleet = new ArrayList<>();
    private final Deque<Long> madeAt = new ArrayDeque<>();
    private int most;
    private int made;
    private int crashes;

    private Governor process(SplittableRandom random, int clockOffMillisMax) {
        int off = clockOffMillisMax == 0 ? 0 : random.nextInt(2 * clockOffMillisMax + 1);
        return given.process(given.clock.off(Duration.ofMillis(off - clockOffMillisMax)));
    }

    private void run(long seed, int clockOffMillisMax) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PROCESSES; i++) {
            fleet.add(process(random, clockOffMillisMax));
        }
        for (int step = 0; step < STEPS; step++) {
            given.pass(Duration.ofMillis(random.nextInt(12)));
            int which = random.nextInt(PROCESSES);
            Priority priority = Priority.values()[random.nextInt(3)];
            Grant grant =
                    fleet.get(which).ask(priority, Calls.of(Lane.HUBSPOT, 1 + random.nextInt(4)));
            int calls = random.nextInt(grant.calls().hubspot() + 1);
            for (int i = 0; i < calls; i++) {
                fleet.get(which).made(Lane.HUBSPOT);
                made();
            }
            if (random.nextInt(200) == 0) {
                // It takes with it whatever it was granted, and another one starts.
                fleet.set(which, process(random, clockOffMillisMax));
                crashes++;
            } else {
                grant.close();
            }
            SharedBudget stored = given.store.stored();
            assertThat(stored.lane(Lane.HUBSPOT).use().total())
                    .as("granted in the slots that count, seed %s step %s", seed, step)
                    .isLessThanOrEqualTo(LIMIT);
        }
    }

    private void made() {
        long now = given.clock.millis();
        madeAt.add(now);
        made++;
        while (madeAt.peek() <= now - 10_000) {
            madeAt.remove();
        }
        most = Math.max(most, madeAt.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void manyProcessesAtOnce_noTenSecondsEverHaveMoreCallsThanTheLimit(long seed) {
        run(seed, 0);

        assertThat(most).isBetween(LIMIT / 2, LIMIT);
        assertThat(made).isGreaterThan(200);
        assertThat(crashes).isPositive();
        assertThat(given.store.conflicts).isPositive();
    }

    /**
     * A process whose clock is behind spends its calls a little later than the others think: what
     * was granted stays within the limit all the same, and the CRM sees a little more at most.
     */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void clocksDifferBySeconds_theSlotsThatCountStayWithinTheLimit(long seed) {
        run(seed, 3_000);

        assertThat(most).isLessThanOrEqualTo(LIMIT * 3 / 2);
        assertThat(made).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void backfillTakesAllItCan_everyEditIsGrantedAtOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PROCESSES; i++) {
            fleet.add(given.process());
        }
        Governor edits = given.process();
        int backfilled = 0;
        for (int step = 0; step < 5_000; step++) {
            given.pass(Duration.ofMillis(20));
            backfilled += Governed.call(fleet.get(random.nextInt(PROCESSES)), Priority.BACKFILL, 2);
            if (step % 50 == 0) {
                assertThat(Governed.call(edits, Priority.EDIT, 2)).as("step %s", step).isEqualTo(2);
            }
        }
        assertThat(backfilled).isGreaterThan(100);
    }
}
