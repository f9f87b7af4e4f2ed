package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.InMemoryDriftStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftSweepTest {
    private static final DriftConfig CONFIG =
            Shipped.config(DriftConfig.class, Map.of("crosswalk.drift.pages-max", "2"));

    private final SettableClock clock = new SettableClock();
    private final ListedLinks links = new ListedLinks();
    private final InMemoryDriftStore store = new InMemoryDriftStore();
    private final DriftSweep sweep =
            new DriftSweep(links, new FixedMappings(), store, CONFIG, clock);

    private DriftFigure figure() {
        return store.figure("contact").orElseThrow();
    }

    private void contacts(int count) {
        for (int i = 0; i < count; i++) {
            links.add(i, 10);
        }
    }

    @Test
    void sweep_publishesWhatTheLooksHaveFound() {
        Instant since = clock.instant().minusSeconds(99);
        contacts(5);
        links.add(7, 10, "contact-phone", Reason.UNEXPLAINED, since);

        sweep.run();

        assertThat(figure().links()).isEqualTo(6);
        assertThat(figure().inStep()).isEqualTo(59);
        assertThat(figure().oldestUnexplained()).isEqualTo(since);
        assertThat(store.figure("deal")).isEmpty();
    }

    @Test
    void manyLinks_areSweptInSeveralRunsAndPublishedOnceComplete() {
        links.pageMax = 10;
        contacts(50);

        sweep.run();
        assertThat(store.figure("contact")).isEmpty();
        assertThat(store.sweep("contact").counted().links()).isEqualTo(20);
        sweep.run();
        clock.pass(Duration.ofSeconds(30));
        sweep.run();

        assertThat(figure().links()).isEqualTo(50);
        assertThat(Duration.between(figure().startedAt(), figure().sweptAt())).hasSeconds(30);
    }

    @Test
    void nextSweep_startsAfterTheInterval() {
        contacts(1);
        sweep.run();
        contacts(2);

        clock.pass(Duration.ofMinutes(14));
        sweep.run();
        assertThat(figure().links()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        sweep.run();

        assertThat(figure().links()).isEqualTo(2);
    }

    @Test
    void twoRunsAtOnce_countAPageOnce() {
        links.pageMax = 10;
        contacts(50);
        sweep.run();
        var seen = store.sweep("contact");

        sweep.run();

        assertThat(store.save("contact", seen.advanced("19", seen.counted()))).isFalse();
        assertThat(store.sweep("contact").counted().links()).isEqualTo(40);
    }
}
