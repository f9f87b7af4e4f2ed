package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.RunView;
import io.crosswalk.api.RunView.FilterView;
import io.crosswalk.api.RunView.OrderView;
import io.crosswalk.api.RunView.ProgressView;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run in a line of words. */
class RunLineTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private static final ProgressView WRITTEN = new ProgressView(9, 9, 9, 0, 1, 0, Map.of(), null);
    private static final ProgressView NOTHING = new ProgressView(9, 9, 9, 0, 0, 0, Map.of(), null);

    private static RunLine line(
            RunState state, @Nullable Instant started, @Nullable FilterView filter) {
        return line(Run.Kind.BACKFILL, state, started, filter, null);
    }

    private static RunLine let(Run.Kind kind, RunState state, ProgressView progress) {
        return line(kind, state, NOW, null, progress);
    }

    private static RunLine line(
            Run.Kind kind,
            RunState state,
            @Nullable Instant started,
            @Nullable FilterView filter,
            @Nullable ProgressView progress) {
        OrderView order = new OrderView("contact", List.of(), "align", filter, null);
        return new RunLine(
                new RunView(
                        "id", kind, state, null, order, List.of(), NOW, NOW, started, NOW, null,
                        progress),
                MappingNames.NONE);
    }

    private static String asked(FilterView filter) {
        return line(RunState.PREVIEWED, null, filter).asked();
    }

    @Test
    void propertyAndTime_areBothSaid_inWords() {
        assertThat(asked(new FilterView(List.of(), NOW, "stage", "IN", List.of("lead", "other"))))
                .isEqualTo(
                        "contact · stage is one of lead, other,"
                                + " changed since 20 Nov 2026, 00:00:00 UTC");
    }

    @Test
    void valuesOfARunThatIsOver_areNotKept() {
        assertThat(asked(new FilterView(List.of(), null, "email", "IN", List.of())))
                .isEqualTo("contact · email is one of …");
    }

    @Test
    void operatorWithoutAValue_endsTheLine() {
        assertThat(asked(new FilterView(List.of(), null, "stage", "HAS_PROPERTY", List.of())))
                .isEqualTo("contact · stage has a value");
    }

    @Test
    void cancelledBeforeItRan_hasWrittenNothing() {
        assertThat(line(RunState.CANCELLED, null, null).stateText())
                .contains("before it ran")
                .doesNotContain("stays");
        assertThat(let(Run.Kind.BACKFILL, RunState.CANCELLED, WRITTEN).stateText())
                .contains("stays, and can be undone");
    }

    @Test
    void backfillThatHasEndedAndWritten_canBeUndone() {
        assertThat(let(Run.Kind.BACKFILL, RunState.DONE, WRITTEN).undoable()).isTrue();
        assertThat(let(Run.Kind.BACKFILL, RunState.DONE, NOTHING).undoable()).isFalse();
        assertThat(let(Run.Kind.BACKFILL, RunState.RUNNING, WRITTEN).undoable()).isFalse();
        assertThat(line(RunState.CANCELLED, null, null).undoable()).isFalse();
    }

    private static ProgressView taken(int marked, int lookedAt, int written) {
        return new ProgressView(9, marked, lookedAt, 9 - lookedAt, written, 0, Map.of(), null);
    }

    @Test
    void cancelledWithRecordsThatAreStillLookedAt_saysSo_andIsWatchedUntilTheyAre() {
        RunLine going = let(Run.Kind.BACKFILL, RunState.CANCELLED, taken(5, 3, 1));
        assertThat(going.stateText())
                .isEqualTo(
                        "It was ended. 2 records that it had taken are still looked at, and may be"
                                + " written; after that, what it wrote can be undone.");
        assertThat(going.undoable()).isFalse();
        assertThat(going.again()).isNotNull();

        RunLine over = let(Run.Kind.BACKFILL, RunState.CANCELLED, taken(5, 5, 1));
        assertThat(over.stateText())
                .isEqualTo("It was ended. What was written stays, and can be undone.");
        assertThat(over.undoable()).isTrue();
        assertThat(over.again()).isNull();
    }

    @Test
    void pausedRun_isWatchedWhileWhatItHasTakenIsLookedAt() {
        RunLine going = let(Run.Kind.BACKFILL, RunState.PAUSED, taken(5, 4, 1));
        assertThat(going.stateText())
                .isEqualTo(
                        "No more records are taken. 1 record that it had taken is still looked at,"
                                + " and may be written.");
        assertThat(going.again()).isNotNull();

        RunLine still = let(Run.Kind.BACKFILL, RunState.PAUSED, taken(5, 5, 1));
        assertThat(still.stateText()).isEqualTo("No more records are taken.");
        assertThat(still.again()).isNull();
    }

    @Test
    void mappings_areNamedByWhatTheyMap_deletedOnesByTheirId() {
        OrderView order =
                new OrderView(
                        "contact", List.of("contact-title", "contact-old"), "align", null, null);
        RunView view =
                new RunView(
                        "id",
                        Run.Kind.BACKFILL,
                        RunState.PREVIEWED,
                        null,
                        order,
                        List.of(),
                        NOW,
                        NOW,
                        null,
                        null,
                        null,
                        null);
        MappingNames names = new MappingNames(Map.of("contact-title", "jobtitle ↔ Title"));

        assertThat(new RunLine(view, names).asked())
                .isEqualTo("contact · jobtitle ↔ Title, contact-old");
    }

    /** What a look at every record writes are people's edits, which belong to no run. */
    @Test
    void lookAtEveryRecord_cannotBeUndoneAsAWhole() {
        assertThat(let(Run.Kind.RESYNC, RunState.DONE, WRITTEN).undoable()).isFalse();
        assertThat(let(Run.Kind.RESYNC, RunState.CANCELLED, WRITTEN).stateText())
                .contains("stays")
                .doesNotContain("undone");
    }
}
