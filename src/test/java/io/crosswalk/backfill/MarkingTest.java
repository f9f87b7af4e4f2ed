package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.rules.Fill;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which links a run marks, and which of them it takes for looked at. */
class MarkingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final DueLinks links = new DueLinks();
    private final Marking marking =
            new Marking(
                    new RunSources(links, null, null, new ContactsOn()),
                    links,
                    new InMemoryRunTallies(),
                    null,
                    Shipped.config(
                            BackfillConfig.class,
                            Map.of("crosswalk.backfill.marked-at-a-time", "1000")));

    private static Run aligning(List<String> ids, String... mappings) {
        return new Run(
                "run",
                new Backfill("contact", List.of(mappings), Fill.ALIGN, new Filter(ids, null, null)),
                new Status(RunState.RUNNING, 1, null),
                Progress.START,
                RunPreview.NONE,
                RunSamples.NONE,
                new Times(NOW, NOW, NOW, null));
    }

    /** With hundreds of mappings, 2,000 links do not fit into a function's memory. */
    @Test
    void manyLinks_areReadInPartsAndAllOfThemSettled() {
        List<String> ids = IntStream.range(1_000, 1_950).mapToObj(Integer::toString).toList();
        ids.forEach(links::add);

        Run marked = marking.mark(aligning(ids));
        links.syncLooks(ids.subList(0, 900).toArray(String[]::new));
        Run settled = marking.settled(marked);

        assertThat(marked.progress().marked()).isEqualTo(950);
        assertThat(settled.progress().looked()).isEqualTo(900);
        assertThat(settled.progress().waiting())
                .containsExactlyInAnyOrderElementsOf(ids.subList(900, 950));
        assertThat(links.mostLoaded).isLessThanOrEqualTo(200);
    }

    @Test
    void valueThatCouldNotBeWrittenBefore_isLookedAtOnlyOnceItIs() {
        links.addRefused("1000", "contact-jobtitle");
        Run marked = marking.mark(aligning(List.of("1000"), "contact-jobtitle"));

        assertThat(marking.settled(marked).progress().waiting()).containsExactly("1000");

        links.syncIsRefused("1000");
        Run settled = marking.settled(marked);
        assertThat(settled.progress().waiting()).isEmpty();
        assertThat(settled.progress().looked()).isEqualTo(1);
    }
}
