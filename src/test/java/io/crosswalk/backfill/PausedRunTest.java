package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.rules.Fill;
import io.crosswalk.sync.SyncConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is stopped at any moment counts each of its records once. */
class PausedRunTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final List<String> IDS = List.of("1001", "1002", "1003", "1004");

    private final BackfillConfig config =
            Shipped.config(
                    BackfillConfig.class, Map.of("crosswalk.backfill.marked-at-a-time", "2"));
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryRunStore store = new InMemoryRunStore();
    private final DueLinks links = new DueLinks();
    private final ContactsOn mappings = new ContactsOn();
    private final Marking marking =
            new Marking(
                    new RunSources(links, null, null, mappings),
                    links,
                    new InMemoryRunTallies(),
                    null,
                    config);
    private final Runs runs =
            new Runs(
                    store,
                    new RunChecks(null, null, null),
                    new UndoChecks(store, marking),
                    new InMemoryRunTallies(),
                    config,
                    Shipped.config(SyncConfig.class),
                    clock,
                    new Random(1));

    @BeforeEach
    void running() {
        IDS.forEach(links::add);
        Run run =
                new Run(
                        "run",
                        new Backfill("contact", List.of(), Fill.NONE, new Filter(IDS, null, null)),
                        new Status(RunState.RUNNING, 1, null),
                        Progress.START,
                        RunPreview.NONE,
                        RunSamples.NONE,
                        new Times(NOW, NOW, NOW, null));
        assertThat(store.save(run)).isTrue();
    }

    private void advance() {
        new RunAdvance(store, null, marking, mappings, config, clock).run();
    }

    private Run run() {
        return store.find("run").orElseThrow();
    }

    private void isDoneWithEachRecordOnce() {
        assertThat(run().state()).isEqualTo(RunState.DONE);
        assertThat(run().progress().marked()).isEqualTo(IDS.size());
        assertThat(run().progress().looked()).isEqualTo(IDS.size());
    }

    @Test
    void pausedWhileItMarks_goesOnBehindWhatItMarked() {
        links.whenMarked(() -> runs.move("run", Move.PAUSE));
        advance();
        links.whenMarked(() -> {});
        links.syncLooks("1001", "1002");
        advance();
        assertThat(run().progress().marked()).isEqualTo(2);
        assertThat(run().progress().looked()).isEqualTo(2);

        runs.move("run", Move.RESUME);
        advance();
        assertThat(links.hints("1001")).isEmpty();
        links.syncLooks("1003", "1004");
        advance();

        isDoneWithEachRecordOnce();
    }

    /** Its marks are the second ones, and looked at once more before an undo may begin. */
    @Test
    void pausedAfterAnotherFunctionMarkedTheSame_countsItOnce() {
        links.whenMarked(
                () -> {
                    links.whenMarked(() -> {});
                    advance();
                    links.syncLooks("1001", "1002");
                    advance();
                    runs.move("run", Move.PAUSE);
                });
        advance();
        assertThat(run().progress().waiting()).containsExactlyInAnyOrderElementsOf(IDS);

        runs.move("run", Move.RESUME);
        links.syncLooks("1001", "1002", "1003", "1004");
        advance();

        isDoneWithEachRecordOnce();
    }

    /** A cancelled run is taken no further: whoever looks at it sees what became of its marks. */
    @Test
    void cancelledRun_knowsWhatWasLookedAtSince() {
        advance();
        runs.move("run", Move.CANCEL);
        assertThat(runs.seen("run").progress().waiting()).hasSize(4);

        links.syncLooks("1001", "1002", "1003");

        Run seen = runs.seen("run");
        assertThat(seen.state()).isEqualTo(RunState.CANCELLED);
        assertThat(seen.progress().looked()).isEqualTo(3);
        assertThat(seen.progress().waiting()).containsExactly("1004");
        assertThat(run().progress()).isEqualTo(seen.progress());
    }
}
