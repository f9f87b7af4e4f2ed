package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunOrder.PropertyFilter;
import io.crosswalk.backfill.RunSamples.Sample;
import io.crosswalk.backfill.RunSamples.Values;
import io.crosswalk.rules.Fill;
import io.crosswalk.sync.PreviewedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a run keeps values of people's records. */
class RunValuesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Sample SAMPLE =
            new Sample(
                    "501",
                    "003A",
                    "m",
                    "phone",
                    "Phone",
                    new Values("1", "2", PreviewedAction.REFUSED),
                    "it does not fit");

    private static Run run(RunState state) {
        Filter filter =
                new Filter(
                        List.of(),
                        NOW,
                        new PropertyFilter("email", "IN", List.of("jane@example.com")));
        return new Run(
                "id",
                new Backfill("contact", List.of("m"), Fill.ALIGN, filter),
                new Status(state, 1, null),
                Progress.START,
                RunPreview.NONE,
                RunSamples.NONE,
                new Times(NOW, NOW, NOW, null));
    }

    @Test
    void samplesOfALongPreview_goWithTheFirstOfThem() {
        RunSamples first = new RunSamples(List.of(SAMPLE), TOMORROW);

        RunSamples later = first.plus(List.of(), TOMORROW.plusSeconds(3600));

        assertThat(later.until()).isEqualTo(TOMORROW);
    }

    @Test
    void runIsOver_itsFilterKeepsPropertyAndOperatorAlone() {
        Backfill kept = (Backfill) run(RunState.DONE).endedAt(TOMORROW).order();

        assertThat(kept.filter())
                .isEqualTo(
                        new Filter(List.of(), NOW, new PropertyFilter("email", "IN", List.of())));
        assertThat(kept.mappings()).containsExactly("m");
    }

    @Test
    void runThatGoesOn_keepsItsFilter() {
        assertThat(run(RunState.RUNNING).endedAt(TOMORROW).order())
                .isEqualTo(run(RunState.RUNNING).order());
    }
}
