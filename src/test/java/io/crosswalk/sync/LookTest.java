package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.base;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Difference;
import io.crosswalk.records.WriteOutcome.Rejected;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Action;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import io.crosswalk.sync.Look.Field;
import io.crosswalk.sync.Look.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a look. */
class LookTest {
    private static final String ENTRY = "2026-11-24T12:00:00.000Z#100000";
    private static final Write WRITE =
            new Write(Side.SALESFORCE, Value.of("new"), base("new", "new"));
    private static final Refuse TOO_LONG =
            new Refuse(new Converted.Refused(Converted.Code.TOO_LONG, "It takes 40."));

    private static LinkWork work(Action... actions) {
        List<FieldDecision> decisions = Arrays.stream(actions).map(LookTest::decision).toList();
        LinkWork work = new LinkWork(new SampleLink().seen("new", "old"), decisions);
        work.journalled.put("m", ENTRY);
        return work;
    }

    private static FieldDecision decision(Action action) {
        return new FieldDecision(
                SampleLink.field(SyncRule.TWO_WAY),
                Value.of("new"),
                Value.of("old"),
                null,
                base("new", "old"),
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.HUBSPOT_CHANGED,
                action);
    }

    private static Field field(Outcome outcome, String journalAt) {
        return new Field("m", "HUBSPOT_CHANGED", outcome, journalAt);
    }

    @Test
    void writeThatTheCrmTook_isWrittenWithItsEntry() {
        LinkWork work = work(WRITE);
        work.base.put("m", base("new", "new"));

        Look look = Look.of(work);

        assertThat(look.link()).isEqualTo(SampleLink.KEY);
        assertThat(look.salesforceId()).isEqualTo(SampleLink.PARTNER);
        assertThat(look.fields()).containsExactly(field(Outcome.WRITTEN, ENTRY));
    }

    @Test
    void editThatIsPutBack_isWritten() {
        LinkWork work = work(WRITE);
        work.restored.add("m");

        assertThat(Look.of(work).fields()).containsExactly(field(Outcome.WRITTEN, ENTRY));
    }

    @Test
    void writeThatTheCrmRefused_isRefused() {
        LinkWork work = work(WRITE);
        work.park(work.decisions().get(0), new Rejected("003", "BAD", "bad", List.of("Phone")));

        assertThat(Look.of(work).fields()).containsExactly(field(Outcome.REFUSED, ENTRY));
    }

    @Test
    void writeOfARecordThatIsGone_isRefused() {
        LinkWork work = work(WRITE);
        work.gone.add(Side.SALESFORCE);

        assertThat(Look.of(work).fields()).containsExactly(field(Outcome.REFUSED, ENTRY));
    }

    @Test
    void writeThatWasNotSent_isPutOffWithoutAnEntry() {
        assertThat(Look.of(work(WRITE)).fields()).containsExactly(field(Outcome.PUT_OFF, null));
    }

    @Test
    void writeThatWasNotAnswered_isPutOffAndKeepsItsEntry() {
        LinkWork work = work(WRITE);
        work.keptIntents.add("m");

        assertThat(Look.of(work).fields()).containsExactly(field(Outcome.PUT_OFF, ENTRY));
    }

    @Test
    void valueThatDoesNotFit_isNotConvertible() {
        assertThat(Look.of(work(TOO_LONG)).fields())
                .containsExactly(field(Outcome.NOT_CONVERTIBLE, ENTRY));
    }

    @Test
    void heldAndKept_areToldAsSuch() {
        Hold paused = new Hold(Difference.Reason.PAUSED);

        assertThat(Look.of(work(paused, new Keep())).fields())
                .containsExactly(field(Outcome.HELD, null), field(Outcome.KEPT, null));
    }

    @Test
    void fieldsInStep_areOnlyCounted() {
        Look look = Look.of(work(new Settle(), new Settle()));

        assertThat(look.fields()).isEmpty();
        assertThat(look.nothingToWrite()).isEqualTo(2);
    }
}
