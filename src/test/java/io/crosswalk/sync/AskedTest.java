package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.base;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RunNote;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Reasoned;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Settle;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people asked of a link, and which run a write is told to belong to. */
class AskedTest {
    private static final Noted EDIT = SampleLink.edit(Side.HUBSPOT, NOON, "1");
    private static final Mapping MAPPING = SampleLink.field(SyncRule.TWO_WAY).mapping();
    private static final String ENTRY = new SampleEntry(0).entry().at();

    private static Asked asked(RunNote... notes) {
        return Asked.of(Stream.of(notes).map(RunNote::noted).toList());
    }

    /** By the rule that the mapping has. */
    private static RunNote align(String run, String mappingId) {
        return RunNote.align(run, mappingId, MAPPING.choice().ruleStamp());
    }

    private static RunNote undo(String run) {
        return new RunNote(Noted.Kind.UNDO, run, ENTRY, "");
    }

    private static FieldDecision decided(Reasoned by) {
        return new FieldDecision(
                SampleLink.field(SyncRule.TWO_WAY),
                Value.of("1"),
                Value.of("2"),
                null,
                base("1", "2"),
                new FieldTimes(null, null, Later.UNKNOWN),
                by,
                new Settle());
    }

    @Test
    void linkThatOnlyChanged_isAskedNothing() {
        assertThat(Asked.of(List.of(EDIT)).isEmpty()).isTrue();
        assertThat(asked(align("1", "m")).isEmpty()).isFalse();
        assertThat(asked(undo("1")).isEmpty()).isFalse();
    }

    @Test
    void hintsOfRuns_areToldApartFromThoseOfChanges() {
        Noted backfill = align("1", "m").noted();

        assertThat(Asked.without(List.of(EDIT, backfill, undo("2").noted()))).containsExactly(EDIT);
    }

    @Test
    void runsThatOnlyWantALook_areThoseThatNameNoField() {
        Asked asked =
                asked(
                        RunNote.look("look"),
                        align("fields", "m"),
                        new RunNote(Noted.Kind.UNDO, "undo", RunNote.NOTHING, ""));

        assertThat(asked.looking()).containsExactly("look");
    }

    @Test
    void fieldThatSeveralBackfillsAskedFor_belongsToTheNewest() {
        RunNote first = align("1", "m");
        RunNote second = align("2", "m");

        assertThat(asked(first, second).alignedBy(MAPPING)).isEqualTo("2");
        assertThat(asked(second, first).alignedBy(MAPPING)).isEqualTo("2");
    }

    @Test
    void fieldThatNoBackfillAskedFor_belongsToNone() {
        Asked asked = asked(align("1", "other"), new RunNote(Noted.Kind.UNDO, "2", "m", ""));

        assertThat(asked.alignedBy(MAPPING)).isNull();
        assertThat(asked.aligns(MAPPING, null, base("1", "2"))).isFalse();
    }

    @Test
    void backfill_alignsAFieldOnlyWhileNobodyChangesIt() {
        Asked asked = asked(align("1", "m"));

        assertThat(asked.aligns(MAPPING, null, base("1", "2"))).isTrue();
        assertThat(asked.aligns(MAPPING, base("1", "2"), base("1", "2"))).isTrue();
        assertThat(asked.aligns(MAPPING, base("1", "2"), base("3", "2"))).isFalse();
    }

    /** Nobody has seen what the new rule, or the new pairs, would do with existing values. */
    @Test
    void ruleOrPairsThatChangedSinceThePreview_areAlignedByNoBackfill() {
        Mapping rule = with(SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE, Map.of());
        Mapping pairs = with(SyncRule.TWO_WAY, Fill.NONE, Map.of("a", "b"));
        Mapping otherPairs = with(SyncRule.TWO_WAY, Fill.NONE, Map.of("a", "c"));

        assertThat(asked(align("1", "m")).alignedBy(rule)).isNull();
        assertThat(asked(align("1", "m")).alignedBy(pairs)).isNull();
        RunNote byPairs = RunNote.align("1", "m", pairs.choice().ruleStamp());
        assertThat(asked(byPairs).alignedBy(pairs)).isEqualTo("1");
        assertThat(asked(byPairs).alignedBy(otherPairs)).isNull();
    }

    @Test
    void howAMappingFills_isSaidByTheBackfillItself() {
        Mapping fills = with(SyncRule.TWO_WAY, Fill.ALIGN, Map.of());

        assertThat(asked(align("1", "m")).alignedBy(fills)).isEqualTo("1");
    }

    private static Mapping with(SyncRule rule, Fill fill, Map<String, String> pairs) {
        return MAPPING.with(new MappingChoice(rule, fill, pairs), NOON, 2);
    }

    @Test
    void writeThatABackfillAskedFor_isItsOwn() {
        FieldDecision filled = decided(Decision.FIRST_CONTACT_HUBSPOT_FILLED);

        assertThat(asked(align("1", "m")).run(filled)).isEqualTo("1");
        assertThat(asked(align("1", "other")).run(filled)).isNull();
    }

    @Test
    void writeOfAChangeOrOfAnEditPutBack_isNoRunsWhateverABackfillAsks() {
        Asked asked = asked(align("1", "m"));

        assertThat(asked.run(decided(Decision.HUBSPOT_CHANGED))).isNull();
        assertThat(asked.run(decided(Intervention.EDIT_RESTORED_IN_HUBSPOT))).isNull();
    }

    @Test
    void writeThatIsTakenBack_isTheUndosEvenWhereABackfillAsksToo() {
        RunNote undo = undo("2");
        Asked asked =
                new Asked(
                        List.of(undo, align("3", "m")),
                        Map.of("m", new Takeback("2", List.of())),
                        List.of());

        assertThat(asked.run(decided(Intervention.UNDONE_IN_HUBSPOT))).isEqualTo("2");
        assertThat(asked(undo).run(decided(Intervention.UNDONE_IN_HUBSPOT))).isNull();
    }
}
