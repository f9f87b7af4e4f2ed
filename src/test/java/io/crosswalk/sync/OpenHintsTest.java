package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.edit;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RunNote;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Action;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Settle;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which hints stay on a link after a look. */
class OpenHintsTest {
    private static final PlannedField PHONE = SampleLink.field(SyncRule.TWO_WAY);
    private static final Action OPEN = new Keep();
    private static final Action SETTLED = new Settle();

    private static Set<Noted> kept(Action action, Noted... hints) {
        FieldDecision decided =
                new FieldDecision(
                        PHONE,
                        Value.of("1"),
                        Value.of("2"),
                        null,
                        SampleLink.base("1", "2"),
                        new FieldTimes(null, null, Later.UNKNOWN),
                        Decision.HUBSPOT_CHANGED,
                        action);
        LinkWork work = new LinkWork(new SampleLink().seen("1", "2"), List.of(decided));
        return OpenHints.of(List.of(hints), SampleLink.plan(PHONE), work);
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
        Noted phone = RunNote.align("run", "m").noted();

        assertThat(kept(OPEN, phone)).containsExactly(phone);
        assertThat(kept(SETTLED, phone)).isEmpty();
        assertThat(kept(OPEN, RunNote.align("run", RunNote.NOTHING).noted())).isEmpty();
        assertThat(kept(OPEN, RunNote.align("run", "unmapped").noted())).isEmpty();
    }
}
