package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.edit;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RunNote;
import io.crosswalk.records.WriteOutcome.Rejected;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Reasoned;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Action;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which hints stay on a link after a look. */
class OpenHintsTest {
    private static final PlannedField PHONE = SampleLink.field(SyncRule.TWO_WAY);
    private static final Action OPEN = new Keep();
    private static final Action SETTLED = new Settle();

    private static final JournalEntry ENTRY =
            new SampleEntry(0).saw("0", "2").wrote(Side.HUBSPOT, "1").entry();
    private static final Noted UNDO = RunNote.undo("run", ENTRY.key()).noted();
    private static final Action WRITES_BACK =
            new Write(Side.HUBSPOT, Value.of("0"), SampleLink.base("0", "2"));

    private static FieldDecision decided(Reasoned by, Action action) {
        return new FieldDecision(
                PHONE,
                Value.of("1"),
                Value.of("2"),
                null,
                SampleLink.base("1", "2"),
                new FieldTimes(null, null, Later.UNKNOWN),
                by,
                action);
    }

    private static Set<Noted> kept(LinkWork work, Noted... hints) {
        return OpenHints.of(List.of(hints), SampleLink.plan(PHONE), work);
    }

    private static Set<Noted> kept(Action action, Noted... hints) {
        FieldDecision decided = decided(Decision.HUBSPOT_CHANGED, action);
        return kept(new LinkWork(new SampleLink().seen("1", "2"), List.of(decided)), hints);
    }

    /** A person takes the entry's write back; this is what the look decided. */
    private static LinkWork undoing(FieldDecision decided) {
        Map<String, Takeback> takebacks = Map.of("m", new Takeback("run", List.of(ENTRY)));
        return new LinkWork(
                new SampleLink().seen("1", "2").with(new Asked(List.of(), takebacks, List.of())),
                List.of(decided));
    }

    @Test
    void fieldThatIsNotSettled_keepsTheNewestHintOfEachSide() {
        Noted newest = edit(Side.HUBSPOT, NOON, "1");
        Noted inSalesforce = edit(Side.SALESFORCE, NOON.minusSeconds(9), "2");

        assertThat(kept(OPEN, newest, edit(Side.HUBSPOT, NOON.minusSeconds(5), "0"), inSalesforce))
                .containsExactlyInAnyOrder(newest, inSalesforce);
    }

    @Test
    void fieldThatIsSettled_keepsNone() {
        assertThat(kept(SETTLED, edit(Side.HUBSPOT, NOON, "1"))).isEmpty();
    }

    @Test
    void ourOwnWriteAndUnmappedNames_areNotKept() {
        Noted ours = new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "phone", NOON, true);
        Noted unmapped = new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "city", NOON, false);

        assertThat(kept(OPEN, ours, unmapped)).isEmpty();
    }

    @Test
    void recordsFate_isDealtWithByTheLook() {
        assertThat(
                        kept(
                                OPEN,
                                new Noted(Side.HUBSPOT, Noted.Kind.CREATED, "", NOON, false),
                                new Noted(Side.SALESFORCE, Noted.Kind.RESTORED, "", NOON, false)))
                .isEmpty();
    }

    @Test
    void backfillsNote_staysUntilItsFieldIsSettled() {
        Noted phone = RunNote.align("run", "m", "TWO_WAY").noted();

        assertThat(kept(OPEN, phone)).containsExactly(phone);
        assertThat(kept(SETTLED, phone)).isEmpty();
        assertThat(kept(OPEN, RunNote.look("run").noted())).isEmpty();
        assertThat(kept(OPEN, RunNote.align("run", "unmapped", "").noted())).isEmpty();
    }

    @Test
    void backfillByARuleOfThen_isNotAskedForAnyMore() {
        Noted then = RunNote.align("run", "m", "ALWAYS_USE_HUBSPOT").noted();

        assertThat(kept(OPEN, then)).isEmpty();
    }

    @Test
    void writeThatIsToBeTakenBack_staysAskedForUntilItIs() {
        LinkWork work = undoing(decided(Intervention.UNDONE_IN_HUBSPOT, WRITES_BACK));

        assertThat(kept(work, UNDO)).containsExactly(UNDO);
        work.base.put("m", SampleLink.base("0", "2"));
        assertThat(kept(work, UNDO)).isEmpty();
    }

    @Test
    void takebackThatTheCrmRefused_isNotTriedAgain() {
        FieldDecision undone = decided(Intervention.UNDONE_IN_HUBSPOT, WRITES_BACK);
        LinkWork work = undoing(undone);

        work.park(undone, new Rejected("501", "INVALID", "No such number.", List.of("phone")));

        assertThat(kept(work, UNDO)).isEmpty();
    }

    @Test
    void takebackThatAnEditOutweighs_isAnsweredThoughTheEditWaits() {
        assertThat(kept(undoing(decided(Decision.HUBSPOT_CHANGED, OPEN)), UNDO)).isEmpty();
    }

    @Test
    void entryThatTheJournalDoesNotHave_isNotAskedForAgain() {
        LinkWork work = undoing(decided(Intervention.UNDONE_IN_HUBSPOT, WRITES_BACK));
        Noted other = RunNote.undo("run", new SampleEntry(9).entry().key()).noted();

        assertThat(kept(work, other)).isEmpty();
    }
}
