package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.RunView;
import io.crosswalk.api.RunView.FilterView;
import io.crosswalk.api.RunView.OrderView;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run in a line of words. */
class RunLineTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private static RunLine line(
            RunState state, @Nullable Instant started, @Nullable FilterView filter) {
        OrderView order = new OrderView("contact", List.of(), "align", filter, null);
        return new RunLine(
                new RunView(
                        "id",
                        Run.Kind.BACKFILL,
                        state,
                        null,
                        order,
                        List.of(),
                        NOW,
                        NOW,
                        started,
                        NOW,
                        null,
                        null));
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
    void operatorWithoutAValue_endsTheLine() {
        assertThat(asked(new FilterView(List.of(), null, "stage", "HAS_PROPERTY", List.of())))
                .isEqualTo("contact · stage has a value");
    }

    @Test
    void cancelledBeforeItRan_hasWrittenNothing() {
        assertThat(line(RunState.CANCELLED, null, null).stateText())
                .contains("before it ran")
                .doesNotContain("stays");
        assertThat(line(RunState.CANCELLED, NOW, null).stateText()).contains("stays");
    }
}
