package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.rules.Fill;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is stopped at any moment counts each of its records once. */
class PausedRunTest {
    private static final List<String> IDS = List.of("1001", "1002", "1003", "1004");

    private final StoppableRuns stoppable =
            new StoppableRuns(
                    Shipped.config(
                            BackfillConfig.class,
                            Map.of("crosswalk.backfill.marked-at-a-time", "2")),
                    IDS);
    private final DueLinks links = stoppable.links;
    private final Runs runs = stoppable.runs;

    @BeforeEach
    void running() {
        stoppable.running("run", Fill.NONE);
    }

    private void advance() {
        stoppable.advance();
    }

    private Run run() {
        return stoppable.store.find("run").orElseThrow();
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
