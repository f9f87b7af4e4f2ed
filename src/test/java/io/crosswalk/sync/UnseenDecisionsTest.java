package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.base;
import static io.crosswalk.sync.SampleLink.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides were A, one became C and we carried it over; on the other B was overwritten. */
class UnseenDecisionsTest {
    private final UnseenDecisions decisions = new UnseenDecisions(SampleLink.FINGERPRINTS);

    private static FieldDecision now(
            SyncRule rule, @Nullable Instant hubspotAt, @Nullable Instant salesforceAt) {
        return new FieldDecision(
                SampleLink.field(rule),
                Value.of("C"),
                Value.of("C"),
                base("C", "C"),
                base("C", "C"),
                new FieldTimes(hubspotAt, salesforceAt, Later.UNKNOWN),
                Decision.IN_STEP,
                new Settle());
    }

    private static FieldDecision now(SyncRule rule) {
        return now(rule, null, null);
    }

    /** At noon; overwritten by a write that carried over what the other side set at that second. */
    private static UnseenEdit edit(SyncRule rule, Side side, @Nullable String value, int other) {
        SampleEntry over = new SampleEntry(1).against(base("A", "A")).wrote(side, "C");
        Instant otherAt = NOON.plusSeconds(other);
        if (side == Side.HUBSPOT) {
            over.sawSalesforceEditAt(otherAt);
        } else {
            over.sawHubspotEditAt(otherAt);
        }
        return new UnseenEdit(
                SampleLink.field(rule),
                side,
                value == null ? null : Value.of(value),
                "shown",
                NOON,
                over.entry(),
                false);
    }

    private Decision decide(SyncRule rule, Side side, int other) {
        return decisions.decide(edit(rule, side, "B", other), now(rule));
    }

    private boolean counts(SyncRule rule, Side side, int other) {
        UnseenEdit edit = edit(rule, side, "B", other);
        return UnseenDecisions.counts(edit, decisions.decide(edit, now(rule)));
    }

    @Test
    void laterEditTwoWay_counts() {
        assertThat(decide(SyncRule.TWO_WAY, Side.HUBSPOT, -5))
                .isEqualTo(Decision.BOTH_CHANGED_HUBSPOT_LATER);
        assertThat(counts(SyncRule.TWO_WAY, Side.HUBSPOT, -5)).isTrue();
        assertThat(counts(SyncRule.TWO_WAY, Side.SALESFORCE, -5)).isTrue();
    }

    @Test
    void earlierEditTwoWay_hasLost() {
        assertThat(decide(SyncRule.TWO_WAY, Side.HUBSPOT, 5))
                .isEqualTo(Decision.BOTH_CHANGED_SALESFORCE_LATER);
        assertThat(counts(SyncRule.TWO_WAY, Side.HUBSPOT, 5)).isFalse();
        assertThat(counts(SyncRule.TWO_WAY, Side.SALESFORCE, 5)).isFalse();
    }

    @Test
    void sameSecondTwoWay_salesforceWins() {
        assertThat(counts(SyncRule.TWO_WAY, Side.HUBSPOT, 0)).isFalse();
        assertThat(counts(SyncRule.TWO_WAY, Side.SALESFORCE, 0)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PREFER_HUBSPOT_UNLESS_BLANK, HUBSPOT, true",
        "PREFER_HUBSPOT_UNLESS_BLANK, SALESFORCE, false",
        "PREFER_SALESFORCE_UNLESS_BLANK, HUBSPOT, false",
        "PREFER_SALESFORCE_UNLESS_BLANK, SALESFORCE, true",
        "ALWAYS_USE_HUBSPOT, SALESFORCE, false",
        "ALWAYS_USE_SALESFORCE, HUBSPOT, false"
    })
    void ruleThatPutsASideFirst_decidesWhateverTheTimes(SyncRule rule, Side side, boolean counts) {
        assertThat(counts(rule, side, -5)).isEqualTo(counts);
        assertThat(counts(rule, side, 5)).isEqualTo(counts);
    }

    @Test
    void otherSidesTimeAsKnownNow_countsBeforeThatOfTheWrite() {
        UnseenEdit edit = edit(SyncRule.TWO_WAY, Side.HUBSPOT, "B", 5);

        assertThat(decisions.decide(edit, now(SyncRule.TWO_WAY, null, NOON.minusSeconds(5))))
                .isEqualTo(Decision.BOTH_CHANGED_HUBSPOT_LATER);
    }

    @Test
    void otherSideThatHoldsItsBaseStill_hasNotChanged() {
        assertThat(decisions.decide(edit(SyncRule.TWO_WAY, Side.HUBSPOT, "B", 5), back()))
                .isEqualTo(Decision.HUBSPOT_CHANGED);
    }

    @Test
    void otherSideThatWentAndCameBackToItsBase_hasChanged() {
        UnseenEdit edit = edit(SyncRule.TWO_WAY, Side.HUBSPOT, "B", 5);
        UnseenEdit since =
                new UnseenEdit(
                        edit.field(),
                        edit.side(),
                        edit.value(),
                        edit.shown(),
                        edit.at(),
                        edit.over(),
                        true);

        assertThat(decisions.decide(since, back()))
                .isEqualTo(Decision.BOTH_CHANGED_SALESFORCE_LATER);
    }

    /** We carried C over to HubSpot, and Salesforce has A again. */
    private static FieldDecision back() {
        return new FieldDecision(
                SampleLink.field(SyncRule.TWO_WAY),
                Value.of("C"),
                Value.of("A"),
                base("C", "A"),
                base("C", "A"),
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.IN_STEP,
                new Settle());
    }

    @Test
    void editToWhatTheOtherSideHas_isInStep() {
        assertThat(
                        decisions.decide(
                                edit(SyncRule.TWO_WAY, Side.HUBSPOT, "C", -5),
                                now(SyncRule.TWO_WAY)))
                .isNull();
    }

    @Test
    void editToWhatTheOtherSideHas_isLostIfThatIsAboutToBeOverwritten() {
        FieldDecision overwrites =
                new FieldDecision(
                        SampleLink.field(SyncRule.PREFER_HUBSPOT_UNLESS_BLANK),
                        Value.of("C"),
                        Value.of("B"),
                        base("C", "C"),
                        base("C", "B"),
                        new FieldTimes(null, null, Later.UNKNOWN),
                        Decision.SALESFORCE_EDIT_REJECTED,
                        new Write(Side.SALESFORCE, Value.of("C"), base("C", "C")));
        UnseenEdit edit = edit(SyncRule.PREFER_HUBSPOT_UNLESS_BLANK, Side.HUBSPOT, "B", -5);

        Decision decision = decisions.decide(edit, overwrites);

        assertThat(decision).isNotNull();
        assertThat(UnseenDecisions.counts(edit, decision)).isTrue();
    }

    @Test
    void editWhoseValueIsNotKnown_cannotBePutBack() {
        UnseenEdit edit = edit(SyncRule.TWO_WAY, Side.SALESFORCE, null, -5);

        assertThat(UnseenDecisions.counts(edit, Decision.BOTH_CHANGED_SALESFORCE_LATER)).isFalse();
    }

    @Test
    void restoredEdit_isWrittenToItsOwnSideAndTheBaseStays() {
        UnseenEdit edit = edit(SyncRule.TWO_WAY, Side.HUBSPOT, "B", -5);
        Base before = base("C", "C");

        FieldDecision restored =
                decisions.restored(
                        edit,
                        now(SyncRule.TWO_WAY),
                        new SampleLink().acknowledged("C", "C").seen("C", "C"),
                        before);

        assertThat(restored.decision()).isEqualTo(Intervention.EDIT_RESTORED_IN_HUBSPOT);
        assertThat(restored.write())
                .isEqualTo(
                        new Write(
                                Side.HUBSPOT,
                                Value.of("B"),
                                fingerprint(Side.HUBSPOT, "B"),
                                before));
        assertThat(restored.write().restores()).isTrue();
    }

    @Test
    void writeThatCarriesTheOtherSideOver_restoresNothing() {
        assertThat(new Write(Side.HUBSPOT, Value.of("C"), base("C", "C")).restores()).isFalse();
    }
}
