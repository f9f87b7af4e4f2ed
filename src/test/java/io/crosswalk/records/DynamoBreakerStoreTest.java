package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.DynamoMappingStore;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.MappingStore.Change;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.records.BreakerStore.Counted;
import io.crosswalk.records.BreakerStore.Outcome;
import io.crosswalk.records.BreakerStore.Release;
import io.crosswalk.records.BreakerStore.State;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class DynamoBreakerStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final MassChange WHY = new MassChange(NOON, Side.SALESFORCE, 90, 30, 200L, HOUR);

    private BreakerStore store;
    private MappingStore mappings;

    @BeforeEach
    void store() throws Exception {
        StorageConfig config = DynamoLocal.config(false);
        store = new DynamoBreakerStore(DynamoLocal.start(), config);
        mappings = new DynamoMappingStore(DynamoLocal.start(), config, () -> Set.of());
    }

    private Counted count(String object, long overwritten, long cleared, Instant now) {
        return store.count(object, "m", overwritten, cleared, now, HOUR);
    }

    @Test
    void writes_areSummedWithinTheWindow() {
        assertThat(count("brk-1", 5, 1, NOON)).isEqualTo(new Counted(Outcome.COUNTED, 5, 1));
        assertThat(count("brk-1", 7, 0, NOON.plusSeconds(60)))
                .isEqualTo(new Counted(Outcome.COUNTED, 12, 1));
        assertThat(count("brk-1", 1, 2, NOON.plus(Duration.ofMinutes(55))))
                .isEqualTo(new Counted(Outcome.COUNTED, 13, 3));
    }

    @Test
    void whatIsOlderThanTheWindow_countsNoMore() {
        count("brk-2", 50, 0, NOON);
        count("brk-2", 5, 0, NOON.plus(Duration.ofMinutes(30)));

        assertThat(count("brk-2", 1, 0, NOON.plus(Duration.ofMinutes(75))).total()).isEqualTo(6);
        assertThat(count("brk-2", 1, 0, NOON.plus(Duration.ofDays(3))).total()).isEqualTo(1);
    }

    @Test
    void clockThatIsBehind_countsInTheNewestSlot() {
        count("brk-3", 5, 0, NOON.plus(Duration.ofMinutes(20)));

        assertThat(count("brk-3", 1, 0, NOON).total()).isEqualTo(6);
    }

    @Test
    void fiftyFunctionsAtOnce_loseNoCountAndGetDifferentSums() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Callable<Counted>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            // Half of them come from the next sixth of the window, so that it is moved on
            // meanwhile.
            Instant now = NOON.plus(Duration.ofMinutes(i % 2 == 0 ? 5 : 15));
            calls.add(() -> count("brk-4", 3, 0, now));
        }
        List<Long> sums = new ArrayList<>();
        for (Future<Counted> counted : pool.invokeAll(calls)) {
            sums.add(counted.get().total());
        }
        pool.shutdown();

        assertThat(sums).doesNotHaveDuplicates().contains(150L);
    }

    @Test
    void pausedMapping_showsInTheSettingsAndCountsNothing() {
        count("brk-5", 5, 0, NOON);

        assertThat(store.pause("brk-5", "m", WHY)).isTrue();

        assertThat(count("brk-5", 5, 0, NOON).outcome()).isEqualTo(Outcome.PAUSED);
        assertThat(mappings.settings("brk-5").paused()).containsExactly("m");
        assertThat(store.of("brk-5")).containsExactly(new State("m", WHY, null));
        assertThat(store.of("brk")).isEmpty();
    }

    @Test
    void secondPause_keepsTheFirstReason() {
        store.pause("brk-6", "m", WHY);

        MassChange later = new MassChange(NOON.plusSeconds(9), Side.HUBSPOT, 1, 1, null, HOUR);
        assertThat(store.pause("brk-6", "m", later)).isTrue();

        assertThat(store.of("brk-6")).containsExactly(new State("m", WHY, null));
    }

    @Test
    void releasedMapping_isExemptThenCountsFromNothing() {
        count("brk-7", 99, 0, NOON);
        store.pause("brk-7", "m", WHY);
        Instant released = NOON.plusSeconds(30);

        assertThat(store.release("brk-7", "m", released, released.plus(HOUR))).isTrue();

        assertThat(store.release("brk-7", "m", released, released.plus(HOUR))).isFalse();
        assertThat(mappings.settings("brk-7").paused()).isEmpty();
        assertThat(count("brk-7", 500, 0, released).outcome()).isEqualTo(Outcome.EXEMPT);
        assertThat(store.pause("brk-7", "m", WHY)).isFalse();
        store.save("brk-7", "m", new Release(released, released, null, 0), null);
        assertThat(count("brk-7", 500, 0, released).outcome()).isEqualTo(Outcome.EXEMPT);
        assertThat(count("brk-7", 4, 0, released.plus(HOUR)))
                .isEqualTo(new Counted(Outcome.COUNTED, 4, 0));
    }

    /** Longer than the window, where many were held. */
    @Test
    void releasedMapping_isExemptUntilItsHeldLinksWereGoneThrough() {
        store.pause("brk-10", "m", WHY);
        store.release("brk-10", "m", NOON, NOON.plus(HOUR));
        Instant later = NOON.plus(HOUR).plus(HOUR);
        MassChange again = new MassChange(later, Side.SALESFORCE, 90, 30, 200L, HOUR);

        assertThat(count("brk-10", 500, 0, later).outcome()).isEqualTo(Outcome.EXEMPT);
        assertThat(store.pause("brk-10", "m", again)).isFalse();
        assertThat(mappings.settings("brk-10").paused()).isEmpty();

        store.save("brk-10", "m", new Release(NOON, NOON, null, 0), null);
        assertThat(count("brk-10", 4, 0, later)).isEqualTo(new Counted(Outcome.COUNTED, 4, 0));
        assertThat(store.pause("brk-10", "m", again)).isTrue();
    }

    @Test
    void pauseThatNobodyHasReleased_leavesNothingExempt() {
        store.pause("brk-11", "m", WHY);
        store.release("brk-11", "m", NOON, NOON);
        Release way = new Release(NOON, NOON, null, 0);
        assertThat(store.of("brk-11")).containsExactly(new State("m", null, way));

        assertThat(count("brk-11", 4, 0, NOON)).isEqualTo(new Counted(Outcome.COUNTED, 4, 0));
        assertThat(store.pause("brk-11", "m", WHY)).isTrue();

        assertThat(store.of("brk-11")).containsExactly(new State("m", WHY, null));
        assertThat(store.save("brk-11", "m", way, null)).isFalse();
    }

    @Test
    void wayThroughTheHeldLinks_isKeptAndEnds() {
        store.pause("brk-8", "m", WHY);
        store.release("brk-8", "m", NOON, NOON.plus(HOUR));
        Release begun = new Release(NOON, NOON, null, 0);
        assertThat(store.of("brk-8")).containsExactly(new State("m", null, begun));

        Release further = begun.advanced("2~x", 40);
        assertThat(store.save("brk-8", "m", begun, further)).isTrue();
        assertThat(store.save("brk-8", "m", begun, begun.advanced("1~", 7))).isFalse();
        assertThat(store.of("brk-8")).containsExactly(new State("m", null, further));
        assertThat(store.save("brk-8", "m", further, null)).isTrue();

        assertThat(store.of("brk-8")).isEmpty();
    }

    @Test
    void changeOfTheConfiguration_leavesWhatIsPaused() {
        store.pause("brk-9", "m", WHY);
        ObjectConfiguration now = mappings.load("brk-9");

        assertThat(
                        mappings.save(
                                List.of(
                                        new Change(
                                                now,
                                                new ObjectConfiguration(
                                                        "brk-9", false, 0, List.of())))))
                .isTrue();

        assertThat(mappings.settings("brk-9").paused()).containsExactly("m");
        assertThat(mappings.settings("brk-9").syncEnabled()).isFalse();
        assertThat(mappings.settings("brk-9").version()).isEqualTo(1);
        store.forget("brk-9", "m");
        assertThat(mappings.settings("brk-9").paused()).isEmpty();
    }
}
