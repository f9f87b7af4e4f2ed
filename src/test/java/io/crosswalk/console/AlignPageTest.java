package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.PreviewView;
import io.crosswalk.api.PreviewView.CallsView;
import io.crosswalk.api.PreviewView.MappingCounts;
import io.crosswalk.api.PreviewView.SideCounts;
import io.crosswalk.api.RunView;
import io.crosswalk.api.RunView.OrderView;
import io.crosswalk.api.RunView.SampleView;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunState;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is confirmed is about one mapping, whatever else waits. */
class AlignPageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private static MappingCounts counts(String mapping, long fills, long overwrites) {
        SideCounts salesforce = new SideCounts(fills, overwrites, 0);
        return new MappingCounts(
                mapping,
                mapping,
                mapping,
                new SideCounts(0, 0, 0),
                salesforce,
                0,
                List.of(),
                0,
                0,
                0);
    }

    private static SampleView sample(String mapping) {
        return new SampleView(
                "1", "003", mapping, mapping, mapping, "a", "b", "SALESFORCE_OVERWRITE", "why");
    }

    private static AlignPage page() {
        PreviewView preview =
                new PreviewView(
                        true,
                        9,
                        0,
                        0,
                        List.of(counts("asked", 2, 1), counts("other", 0, 40)),
                        0,
                        Map.of(),
                        new CallsView(0, 0, 0, 0),
                        0,
                        List.of(sample("asked"), sample("other")));
        OrderView order = new OrderView("contact", List.of("asked"), "align", null, null);
        RunView run =
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
                        preview,
                        null);
        Mapping mapping =
                new Mapping("asked", "contact", "p", "F", SyncRule.TWO_WAY, Fill.NONE, false, 1);
        return new AlignPage("contact", mapping, run);
    }

    @Test
    void figures_areThoseOfTheAskedMappingAlone() {
        assertThat(page().counts()).extracting(MappingCounts::mapping).containsExactly("asked");
        assertThat(page().writes()).isEqualTo(3);
        assertThat(page().samples()).extracting(SampleView::mapping).containsExactly("asked");
    }

    @Test
    void editsOfOthers_areCountedForThemselves() {
        assertThat(page().others()).isEqualTo(40);
    }
}
