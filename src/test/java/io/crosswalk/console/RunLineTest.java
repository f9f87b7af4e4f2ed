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
                        progress));
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

    /** What a look at every record writes are people's edits, which belong to no run. */
    @Test
    void lookAtEveryRecord_cannotBeUndoneAsAWhole() {
        assertThat(let(Run.Kind.RESYNC, RunState.DONE, WRITTEN).undoable()).isFalse();
        assertThat(let(Run.Kind.RESYNC, RunState.CANCELLED, WRITTEN).stateText())
                .contains("stays")
                .doesNotContain("undone");
    }
}
