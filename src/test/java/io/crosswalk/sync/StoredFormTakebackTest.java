package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.base;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.RunCount;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HubSpot keeps e-mails in lower case, and both CRMs trim: the journal has what was sent. */
class StoredFormTakebackTest {

    private static JournalEntry wroteHubspot(
            int second, String hubspot, String salesforce, String value) {
        return wroteHubspot(second, hubspot, salesforce, value, base(hubspot, hubspot));
    }

    private static JournalEntry wroteHubspot(
            int second, String hubspot, String salesforce, String value, Base before) {
        return new SampleEntry(second)
                .saw(hubspot, salesforce)
                .against(before)
                .wrote(Side.HUBSPOT, value)
                .entry();
    }

    private static Takeback.Answer answer(
            String hubspot, String salesforce, @Nullable Base before, JournalEntry... newestFirst) {
        return new Takeback("run", List.of(newestFirst))
                .answer(
                        new FieldDecision(
                                SampleLink.field(SyncRule.TWO_WAY),
                                Value.of(hubspot),
                                Value.of(salesforce),
                                before,
                                base(hubspot, salesforce),
                                new FieldTimes(null, null, Later.UNKNOWN),
                                Decision.IN_STEP,
                                new FieldDecision.Settle()),
                        new SampleLink().seen(hubspot, salesforce),
                        SampleLink.FINGERPRINTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@x.com", "Ana@X.com", "ANA@X.COM"})
    void writeThatStandsInAnotherForm_goesBackToWhatWasThere(String stored) {
        Takeback.Answer answer =
                answer(
                        stored,
                        "Ana@X.com ",
                        base(stored, "Ana@X.com "),
                        wroteHubspot(1, "old", "Ana@X.com ", " Ana@X.com"));

        assertThat(answer.side()).isEqualTo(Side.HUBSPOT);
        assertThat(answer.value()).isEqualTo(Value.of("old"));
        assertThat(answer.counts()).containsExactly(RunCount.WRITTEN);
    }

    @Test
    void writesOnTopOfEachOther_goBackToBeforeTheOldest() {
        Base between = base("ana@x.com", "Ana@X.com");
        Takeback.Answer answer =
                answer(
                        "bob@x.com",
                        "Bob@X.com",
                        base("bob@x.com", "Bob@X.com"),
                        wroteHubspot(2, "ana@x.com", "Bob@X.com", "Bob@X.com", between),
                        wroteHubspot(1, "old", "Ana@X.com", "Ana@X.com"));

        assertThat(answer.value()).isEqualTo(Value.of("old"));
        assertThat(answer.counts()).containsExactly(RunCount.WRITTEN, RunCount.WRITTEN);
    }

    @Test
    void editBetweenTwoWritesThatDiffersInFormOnly_isWhereItStops() {
        Base between = base("Ana", "Ana");
        Takeback.Answer answer =
                answer(
                        "bob",
                        "bob",
                        base("bob", "bob"),
                        wroteHubspot(2, "Ana", "bob", "bob", between),
                        wroteHubspot(1, "old", "ANA", "ANA"));

        assertThat(answer.value()).isEqualTo(Value.of("Ana"));
        assertThat(answer.counts()).containsExactly(RunCount.WRITTEN, RunCount.CHANGED_SINCE);
    }

    @Test
    void editInFormOnlyThatAWriteHasOverwritten_isWhereItStops() {
        Base between = base("ANA", "ANA");
        Takeback.Answer answer =
                answer(
                        "bob",
                        "bob",
                        base("bob", "bob"),
                        wroteHubspot(2, "ana", "bob", "bob", between),
                        wroteHubspot(1, "old", "ANA", "ANA"));

        assertThat(answer.value()).isEqualTo(Value.of("ana"));
        assertThat(answer.counts()).containsExactly(RunCount.WRITTEN, RunCount.CHANGED_SINCE);
    }

    /** The other side has followed it. */
    @Test
    void formThatAPersonHasSetSince_isAnEdit() {
        assertThat(
                        answer(
                                        "Ana",
                                        "Ana",
                                        base("Ana", "Ana"),
                                        wroteHubspot(1, "old", "ANA", "ANA"))
                                .counts())
                .containsExactly(RunCount.CHANGED_SINCE);
    }

    @Test
    void formThatNobodyHasAcknowledgedYet_mayBeAnEdit() {
        JournalEntry written = wroteHubspot(1, "old", "ANA", "ANA");

        assertThat(answer("ana", "ANA", base("ANA", "ANA"), written).counts())
                .containsExactly(RunCount.CHANGED_SINCE);
        assertThat(answer("ana", "ANA", null, written).counts())
                .containsExactly(RunCount.CHANGED_SINCE);
    }
}
