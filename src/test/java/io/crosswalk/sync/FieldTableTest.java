package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.RunNote;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the table says where one side went from A to B and back, and when HubSpot is asked. */
class FieldTableTest {
    private static final FieldTimes HUBSPOT_LATER =
            new FieldTimes(NOON.plusSeconds(2), NOON, Later.HUBSPOT);
    private static final FieldTimes SALESFORCE_LATER =
            new FieldTimes(NOON, NOON.plusSeconds(2), Later.SALESFORCE);
    private static final FieldTimes UNKNOWN = new FieldTimes(null, null, Later.UNKNOWN);

    private static FieldTable table(
            SyncRule rule, SampleLink link, String hubspot, String salesforce) {
        PlannedField field = SampleLink.field(rule);
        Base before = link.link().base().get("m");
        return FieldTable.of(
                field,
                link.seen(hubspot, salesforce),
                before,
                SampleLink.base(hubspot, salesforce));
    }

    /** HubSpot was A, B and A again; Salesforce became C. */
    private static FieldTable hubspotRetyped(SyncRule rule) {
        SampleLink link =
                new SampleLink()
                        .acknowledged("A", "A")
                        .hinted(Side.HUBSPOT, NOON.minusSeconds(1), "B")
                        .hinted(Side.HUBSPOT, NOON, "A")
                        .hinted(Side.SALESFORCE, NOON, "C");
        return table(rule, link, "A", "C");
    }

    /** Salesforce was A, B and A again; HubSpot became C. */
    private static FieldTable salesforceRetyped(SyncRule rule) {
        SampleLink link =
                new SampleLink().acknowledged("A", "A").hinted(Side.SALESFORCE, NOON, "A");
        return table(rule, link, "C", "A");
    }

    private static FieldTable bothChanged(SyncRule rule) {
        return table(rule, new SampleLink().acknowledged("A", "A"), "B", "C");
    }

    @Test
    void retypedInHubspotAndLater_winsTwoWay() {
        assertThat(hubspotRetyped(SyncRule.TWO_WAY).decide(HUBSPOT_LATER))
                .isEqualTo(Decision.BOTH_CHANGED_HUBSPOT_LATER);
    }

    @Test
    void retypedInHubspotButEarlier_isUnchanged() {
        FieldTable table = hubspotRetyped(SyncRule.TWO_WAY);

        assertThat(table.decide(SALESFORCE_LATER)).isEqualTo(Decision.SALESFORCE_CHANGED);
        assertThat(table.decide(UNKNOWN)).isEqualTo(Decision.SALESFORCE_CHANGED);
    }

    @Test
    void retypedInSalesforceAndLater_winsTwoWay() {
        FieldTable table = salesforceRetyped(SyncRule.TWO_WAY);

        assertThat(table.decide(SALESFORCE_LATER))
                .isEqualTo(Decision.BOTH_CHANGED_SALESFORCE_LATER);
        assertThat(table.decide(HUBSPOT_LATER)).isEqualTo(Decision.HUBSPOT_CHANGED);
    }

    @ParameterizedTest
    @EnumSource(value = SyncRule.class, names = "TWO_WAY", mode = EnumSource.Mode.EXCLUDE)
    void retypedUnderAnyOtherRule_isNoChange(SyncRule rule) {
        assertThat(hubspotRetyped(rule).retyped()).isNull();
        assertThat(salesforceRetyped(rule).retyped()).isNull();
    }

    @Test
    void hintOfAnotherValueThanTheBase_isNoRetyping() {
        SampleLink link = new SampleLink().acknowledged("A", "A").hinted(Side.HUBSPOT, NOON, "B");

        assertThat(table(SyncRule.TWO_WAY, link, "A", "C").retyped()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TWO_WAY, true",
        "PREFER_SALESFORCE_UNLESS_BLANK, false",
        "ALWAYS_USE_SALESFORCE, false",
        "PREFER_HUBSPOT_UNLESS_BLANK, false",
        "ALWAYS_USE_HUBSPOT, false",
        "DONT_SYNC, false"
    })
    void bothChanged_historyIsAskedWhereTheTimesDecide(SyncRule rule, boolean asks) {
        assertThat(bothChanged(rule).asksHistory(UNKNOWN)).isEqualTo(asks);
        assertThat(bothChanged(rule).asksHistory(HUBSPOT_LATER)).isEqualTo(asks);
    }

    @ParameterizedTest
    @EnumSource(SyncRule.class)
    void oneSideChanged_historyIsNotAsked(SyncRule rule) {
        SampleLink link = new SampleLink().acknowledged("A", "A");

        assertThat(table(rule, link, "B", "A").asksHistory(UNKNOWN)).isFalse();
        assertThat(table(rule, link, "A", "B").asksHistory(UNKNOWN)).isFalse();
        assertThat(table(rule, link, "A", "A").asksHistory(UNKNOWN)).isFalse();
    }

    @Test
    void bothChangedAndSalesforceCleared_preferSalesforceAsksToo() {
        SampleLink link = new SampleLink().acknowledged("A", "A");

        assertThat(
                        table(SyncRule.PREFER_SALESFORCE_UNLESS_BLANK, link, "B", "")
                                .asksHistory(UNKNOWN))
                .isTrue();
    }

    @Test
    void retyped_historyIsAskedWhenItWouldWinOrItsTimeIsUnknown() {
        FieldTable table = hubspotRetyped(SyncRule.TWO_WAY);

        assertThat(table.asksHistory(HUBSPOT_LATER)).isTrue();
        assertThat(table.asksHistory(UNKNOWN)).isTrue();
        assertThat(table.asksHistory(SALESFORCE_LATER)).isFalse();
    }

    @Test
    void firstContact_isDecidedByWhatPeopleHaveEdited() {
        SampleLink neither = new SampleLink();
        SampleLink inHubspot = new SampleLink().hinted(Side.HUBSPOT, NOON, "B");
        SampleLink inSalesforce = new SampleLink().hinted(Side.SALESFORCE, NOON, "C");

        assertThat(table(SyncRule.TWO_WAY, neither, "B", "C").decide(UNKNOWN))
                .isEqualTo(Decision.FIRST_CONTACT_ACKNOWLEDGED);
        assertThat(table(SyncRule.TWO_WAY, inHubspot, "B", "C").decide(UNKNOWN))
                .isEqualTo(Decision.HUBSPOT_CHANGED);
        assertThat(table(SyncRule.TWO_WAY, inSalesforce, "B", "C").decide(UNKNOWN))
                .isEqualTo(Decision.SALESFORCE_CHANGED);
    }

    /** Where there is a base, it says what changed: an edit may have been settled already. */
    @Test
    void backfillOfAFieldThatDiffersAndWasHinted_alignsByTheRuleAlone() {
        SampleLink link =
                new SampleLink()
                        .acknowledged("B", "C")
                        .hinted(Side.HUBSPOT, NOON, "B")
                        .hinted(RunNote.align("run", "m", "ALWAYS_USE_SALESFORCE").noted());

        assertThat(table(SyncRule.ALWAYS_USE_SALESFORCE, link, "B", "C").decide(UNKNOWN))
                .isEqualTo(Decision.FIRST_CONTACT_SALESFORCE_RULES);
    }

    @Test
    void editFromBeforeTheMappingSyncedAgain_doesNotCountWhenTheTwoMeetAnew() {
        PlannedField field = SampleLink.fieldSince(NOON, SyncRule.TWO_WAY);
        Base now = SampleLink.base("B", "C");
        SampleLink before = new SampleLink().hinted(Side.HUBSPOT, NOON.minusSeconds(1), "B");
        SampleLink since = new SampleLink().hinted(Side.HUBSPOT, NOON, "B");

        assertThat(FieldTable.of(field, before.seen("B", "C"), null, now).decide(UNKNOWN))
                .isEqualTo(Decision.FIRST_CONTACT_ACKNOWLEDGED);
        assertThat(FieldTable.of(field, since.seen("B", "C"), null, now).decide(UNKNOWN).writes())
                .isEqualTo(Side.SALESFORCE);
    }
}
