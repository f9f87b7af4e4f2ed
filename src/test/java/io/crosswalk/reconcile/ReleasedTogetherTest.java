package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.records.BreakerStore.State;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.InMemoryBreakerStore;
import io.crosswalk.records.MassChange;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import gone wrong pauses several mappings, and a person releases them one after the other. */
class ReleasedTogetherTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final String PHONE = "contact-phone";
    private static final String TITLE = "contact-jobtitle";
    private static final int RELEASES_MAX = 20;

    private final SettableClock clock = new SettableClock();
    private final ListedLinks links = new ListedLinks();
    private final InMemoryBreakerStore store = new InMemoryBreakerStore();
    private final BreakerConfig config =
            Shipped.config(
                    BreakerConfig.class,
                    Map.of("crosswalk.breaker.releases-max", "" + RELEASES_MAX));
    private final FixedMappings mappings = new FixedMappings();
    private final PausedMappings paused =
            new PausedMappings(store, mappings, new ListedProblems(), config, clock);
    private final BreakerRelease release =
            new BreakerRelease(
                    store, paused, mappings, new HeldLinks(links, config), config, clock);

    @BeforeEach
    void bothPaused() {
        links.pageMax = 10;
        for (String id : List.of(PHONE, TITLE)) {
            MassChange why =
                    new MassChange(
                            clock.instant(), Side.SALESFORCE, 120, 0, 200L, Duration.ofHours(1));
            store.pause("contact", id, why);
        }
    }

    private void held(int from, int count, String... mappingIds) {
        for (int i = from; i < from + count; i++) {
            Map<String, Difference> held = new HashMap<>();
            for (String id : mappingIds) {
                held.put(id, new Difference(Reason.PAUSED, clock.instant()));
            }
            links.add(i, 10, held);
        }
    }

    /** Sync looks at them, and finds nothing to hold. */
    private void lookedAt(int from, int count) {
        held(from, count);
    }

    private void releaseBoth() {
        paused.release(CONTACT, PHONE);
        paused.release(CONTACT, TITLE);
    }

    private Map<String, Long> retried() {
        Map<String, Long> retried = new HashMap<>();
        for (State state : store.of("contact")) {
            retried.put(state.mappingId(), state.release().retried());
        }
        return retried;
    }

    @Test
    void linkThatHoldsBoth_isLookedAtOnceAndCountsForBoth() {
        held(0, 2, PHONE, TITLE);
        held(2, 1, TITLE);
        releaseBoth();

        release.run();

        assertThat(links.retried)
                .containsExactlyInAnyOrder("0 " + TITLE, "1 " + TITLE, "2 " + TITLE);
        assertThat(retried()).isEqualTo(Map.of(PHONE, 2L, TITLE, 3L));
    }

    @Test
    void manyLinks_areGoneThroughOnceForBoth() {
        held(0, 45, PHONE, TITLE);
        releaseBoth();

        release.run();
        assertThat(links.retried).hasSize(RELEASES_MAX);
        release.run();
        release.run();

        assertThat(links.retried).hasSize(45).doesNotHaveDuplicates();
        assertThat(links.pages).isEqualTo(5);
        assertThat(retried()).isEqualTo(Map.of(PHONE, 45L, TITLE, 45L));
    }

    @Test
    void mappingThatIsReleasedOnTheWay_takesTheOtherBackToTheStart() {
        held(0, 45, PHONE, TITLE);
        paused.release(CONTACT, PHONE);
        release.run();
        lookedAt(0, RELEASES_MAX);
        held(0, RELEASES_MAX, TITLE);

        paused.release(CONTACT, TITLE);
        for (int run = 0; run < 3; run++) {
            release.run();
        }

        assertThat(links.pages).isEqualTo(2 + 5);
        assertThat(retried()).isEqualTo(Map.of(PHONE, 45L, TITLE, 45L));
    }

    @Test
    void secondPass_isMadeTogetherAndEndsBoth() {
        held(0, 5, PHONE, TITLE);
        paused.release(CONTACT, PHONE);
        clock.pass(Duration.ofMinutes(1));
        paused.release(CONTACT, TITLE);
        release.run();
        lookedAt(0, 5);
        held(5, 1, TITLE);

        clock.pass(config.settledAfter().minusMinutes(1));
        release.run();
        assertThat(links.pages).isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        release.run();

        assertThat(links.pages).isEqualTo(2);
        assertThat(links.retried).hasSize(6).contains("5 " + TITLE);
        assertThat(store.of("contact")).isEmpty();
    }
}
