package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.backfill.RunPreview.OfMapping;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.StandardMappings;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.Previewed;
import io.crosswalk.sync.Previewed.Field;
import io.crosswalk.sync.PreviewedAction;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why a run would not write what it would not, counted. */
class RunPreviewTest {
    private static final RunOrder.Backfill ALL =
            new RunOrder.Backfill("contact", List.of(), Fill.ALIGN, RunOrder.Filter.NONE);
    private static final List<Mapping> MAPPINGS = StandardMappings.of("contact");

    private static Field field(Mapping mapping, PreviewedAction action, @Nullable String refused) {
        return new Field(
                RecordKey.hubspot("contact", "501"),
                "003000000000001AAA",
                mapping,
                Value.of("a"),
                Value.of("b"),
                Decision.HUBSPOT_CHANGED,
                action,
                refused);
    }

    private static Field refused(Mapping mapping, String why) {
        return field(mapping, PreviewedAction.REFUSED, why);
    }

    private static RunPreview counted(RunPreview before, List<Field> fields) {
        return before.plus(new Previewed(fields, fields.size(), 0, 0, Map.of()), ALL);
    }

    private static OfMapping of(RunPreview preview, Mapping mapping) {
        return preview.mappings().get(mapping.id());
    }

    @Test
    void refusals_areCountedByTheirReasonFromPageToPage() {
        Mapping owner = MAPPINGS.get(0);
        RunPreview first =
                counted(
                        RunPreview.NONE,
                        List.of(
                                refused(owner, "Edda has no counterpart."),
                                field(owner, PreviewedAction.HUBSPOT_FILL, null)));

        RunPreview both =
                counted(
                        first,
                        List.of(
                                refused(owner, "Edda has no counterpart."),
                                refused(owner, "Too long.")));

        assertThat(of(both, owner).refusals())
                .isEqualTo(Map.of("Edda has no counterpart.", 2L, "Too long.", 1L));
        assertThat(of(both, owner).counts())
                .isEqualTo(Map.of(PreviewedAction.REFUSED, 3L, PreviewedAction.HUBSPOT_FILL, 1L));
    }

    /** They stand in the run's item, whose size has a limit. */
    @Test
    void moreReasonsThanAreKept_areCountedAsRefusedAllTheSame() {
        List<Field> page =
                MAPPINGS.stream()
                        .flatMap(
                                mapping ->
                                        IntStream.range(0, 12)
                                                .mapToObj(i -> refused(mapping, "Reason " + i)))
                        .toList();
        Mapping first = MAPPINGS.get(0);

        RunPreview preview =
                counted(
                        counted(RunPreview.NONE, page),
                        List.of(refused(first, "Reason 3"), refused(first, "Reason 77")));

        assertThat(MAPPINGS).hasSizeGreaterThan(10);
        assertThat(of(preview, first).refusals()).hasSize(10).containsEntry("Reason 3", 2L);
        assertThat(of(preview, first).counts().get(PreviewedAction.REFUSED)).isEqualTo(14);
        assertThat(preview.mappings().values().stream().mapToInt(it -> it.refusals().size()).sum())
                .isEqualTo(100);
    }
}
