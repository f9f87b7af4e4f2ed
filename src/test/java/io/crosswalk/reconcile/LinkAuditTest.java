package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.InMemoryDriftStore;
import io.crosswalk.records.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkAuditTest {
    private final SettableClock clock = new SettableClock();
    private final ListedLinks links = new ListedLinks();
    private final InMemoryDriftStore drift = new InMemoryDriftStore();
    private final Rounds rounds = new Rounds();
    private final Period config = new Period();

    /** Null while the CRMs cannot be read; all links are worth a look, if nothing is said. */
    private @Nullable UnaryOperator<Set<RecordKey>> worthALook = keys -> keys;

    private final LinkAudit audit =
            new LinkAudit(
                    links,
                    (object, keys) ->
                            worthALook == null ? null : worthALook.apply(Set.copyOf(keys)),
                    new FixedMappings(),
                    drift,
                    rounds,
                    config,
                    clock);

    private void contacts(int count) {
        for (int i = 0; i < count; i++) {
            links.add(i, 10);
        }
        Instant now = clock.instant();
        drift.publish(
                "contact", new DriftFigure(now, now, count, 0, count, Map.of(), null, List.of()));
    }

    private void runEveryMinute(int minutes) {
        for (int i = 0; i < minutes; i++) {
            clock.pass(Duration.ofMinutes(1));
            audit.run();
        }
    }

    @Test
    void everyLink_isLookedAtOnceInThePeriod() {
        contacts(240);
        audit.run();

        runEveryMinute(60);

        assertThat(links.marked).hasSize(240).doesNotHaveDuplicates();
        assertThat(links.marked.get(0)).isEqualTo("RECONCILE 0");
    }

    @Test
    void fewLinks_areSpreadOverThePeriod() {
        contacts(7);
        audit.run();

        runEveryMinute(30);
        assertThat(links.marked).hasSize(3);
        runEveryMinute(31);

        assertThat(links.marked).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void nextRound_beginsAnew() {
        contacts(60);
        audit.run();

        runEveryMinute(90);

        assertThat(links.marked).hasSizeBetween(89, 91);
        assertThat(links.marked.subList(0, 60)).doesNotHaveDuplicates();
    }

    @Test
    void moreThanTheBound_isReadByTheNextRunsInsteadOfFlooding() {
        contacts(1_000);
        audit.run();
        clock.pass(Duration.ofMinutes(59));

        audit.run();
        assertThat(links.marked).hasSize(50);
        runEveryMinute(19);

        assertThat(links.marked).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void moreThanTheBoundAllTheTime_roundTakesLonger() {
        contacts(6_000);
        audit.run();

        runEveryMinute(119);
        assertThat(links.marked).hasSize(5_950).doesNotHaveDuplicates();
        runEveryMinute(2);

        assertThat(links.marked).hasSize(6_050);
    }

    @Test
    void nothingMoved_marksNothing() {
        worthALook = keys -> Set.of();
        contacts(10);
        audit.run();

        runEveryMinute(120);

        assertThat(links.marked).isEmpty();
    }

    @Test
    void crmsCannotBeRead_nextRunGoesOnWithTheSameLinks() {
        worthALook = null;
        contacts(240);
        audit.run();
        runEveryMinute(60);

        worthALook = keys -> keys;
        runEveryMinute(5);

        assertThat(links.marked).hasSize(240).doesNotHaveDuplicates();
    }

    @Test
    void crmsCannotBeReadForHalfThePeriod_everyLinkIsStillReadInThePeriod() {
        worthALook = null;
        contacts(240);
        audit.run();
        runEveryMinute(30);

        worthALook = keys -> keys;
        runEveryMinute(30);

        assertThat(links.marked).hasSize(240).doesNotHaveDuplicates();
    }

    @Test
    void crmsCannotBeReadForDays_oneRoundIsMadeUpFor() {
        worthALook = null;
        contacts(240);
        audit.run();
        runEveryMinute(600);

        worthALook = keys -> keys;
        runEveryMinute(60);

        assertThat(links.marked).hasSizeBetween(430, 480);
    }

    @Test
    void switchedOff_marksNothing() {
        config.period = Duration.ZERO;
        contacts(10);
        audit.run();

        runEveryMinute(120);

        assertThat(links.marked).isEmpty();
        assertThat(rounds.stored).isEmpty();
    }

    private static final class Rounds implements AuditState {
        final Map<String, Round> stored = new HashMap<>();

        @Override
        public Round load(String object) {
            return stored.getOrDefault(object, new Round(null, null));
        }

        @Override
        public void save(String object, Round before, Round next) {
            if (load(object).equals(before)) {
                stored.put(object, next);
            }
        }
    }

    private static final class Period implements DriftConfig {
        Duration period = Duration.ofHours(1);

        @Override
        public Duration every() {
            return Duration.ofMinutes(15);
        }

        @Override
        public int pagesMax() {
            return 20;
        }

        @Override
        public Duration auditPeriod() {
            return period;
        }

        @Override
        public int auditMax() {
            return 50;
        }
    }
}
