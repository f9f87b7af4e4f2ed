package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Action;
import io.crosswalk.sync.FieldDecision.AskHistory;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows from a decision: a write, or one of the reasons not to make it. */
class LinkDecisionsTest {
    /** Longer than a HubSpot text property takes. */
    private static final String TOO_LONG = "5".repeat(70_000);

    private final LinkDecisions decisions =
            new LinkDecisions(SampleLink.FINGERPRINTS, new Quarantine(3, Duration.ofMinutes(10)));

    private List<FieldDecision> decide(Observation seen, boolean historyKnown) {
        return decisions.decide(
                SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY)), seen, historyKnown, NOON);
    }

    private FieldDecision decided(Observation seen) {
        return decide(seen, false).get(0);
    }

    private Action action(Observation seen) {
        return decided(seen).action();
    }

    /** Acknowledged as A on both sides, and now B in HubSpot. */
    private static SampleLink edited() {
        return new SampleLink().acknowledged("A", "A");
    }

    private static Link refusedBefore(String reason, Instant retryAt) {
        Map<String, Difference> differences =
                Map.of("m", new Difference(Difference.Reason.valueOf(reason), NOON));
        return edited().link(
                        new Findings(
                                Map.of("m", SampleLink.base("B", "A")),
                                Set.of(),
                                differences,
                                1,
                                Map.of(),
                                Map.of("m", new Retry(1, retryAt)),
                                0));
    }

    @Test
    void hubspotChanged_isWrittenToSalesforceAndIsTheBaseOfBothAfterwards() {
        FieldDecision decided = decided(edited().seen("B", "A"));

        assertThat(decided.decision()).isEqualTo(Decision.HUBSPOT_CHANGED);
        assertThat(decided.action())
                .isEqualTo(new Write(Side.SALESFORCE, Value.of("B"), SampleLink.base("B", "B")));
        assertThat(decided.before()).isEqualTo(SampleLink.base("A", "A"));
        assertThat(decided.now()).isEqualTo(SampleLink.base("B", "A"));
    }

    @Test
    void salesforceChanged_isWrittenToHubspotAndIsTheBaseOfBothAfterwards() {
        assertThat(action(edited().seen("A", "B")))
                .isEqualTo(new Write(Side.HUBSPOT, Value.of("B"), SampleLink.base("B", "B")));
    }

    @Test
    void nothingChanged_isSettled() {
        assertThat(action(edited().seen("A", "A"))).isEqualTo(new Settle());
    }

    @Test
    void fieldThatASideDoesNotShow_isNotDecidedAbout() {
        Link link = edited().link();
        CrmRecord hidden = new CrmRecord("501", "501", Map.of(), NOON);
        CrmRecord shown =
                new CrmRecord(SampleLink.PARTNER, SampleLink.PARTNER, Map.of("Phone", "A"), NOON);

        assertThat(decide(Observation.of(link, hidden, shown), false)).isEmpty();
    }

    @Test
    void bothChanged_asksHubspotsHistoryOnceAndThenDecidesWithoutIt() {
        Observation seen = edited().seen("B", "C");

        assertThat(action(seen)).isEqualTo(new AskHistory());
        assertThat(decide(seen, true).get(0).action()).isInstanceOf(Write.class);
    }

    @Test
    void valueThatDoesNotFit_isRefusedAndNotWritten() {
        assertThat(action(edited().seen("A", TOO_LONG)))
                .isInstanceOfSatisfying(
                        Refuse.class,
                        refuse ->
                                assertThat(refuse.refused().code())
                                        .isEqualTo(Converted.Code.TOO_LONG));
    }

    @Test
    void samePairAsWasRefused_isNotTriedAgainBeforeItsTime() {
        Link link = refusedBefore("REFUSED", NOON.plusSeconds(1));

        assertThat(action(edited().seen(link, "B", "A"))).isEqualTo(new Keep());
    }

    @Test
    void samePairAsWasRefused_isTriedAgainWhenItsTimeHasCome() {
        Link link = refusedBefore("REFUSED", NOON);

        assertThat(action(edited().seen(link, "B", "A"))).isInstanceOf(Write.class);
    }

    @Test
    void anotherPairThanWasRefused_isTried() {
        Link link = refusedBefore("REFUSED", NOON.plusSeconds(1));

        assertThat(action(edited().seen(link, "D", "A"))).isInstanceOf(Write.class);
    }

    @Test
    void pairThatWasOnlyPausedOrWatched_isDecidedAnewInEachLook() {
        for (String reason : List.of("PAUSED", "WATCHED")) {
            Link link = refusedBefore(reason, NOON.plusSeconds(1));

            assertThat(action(edited().seen(link, "B", "A"))).isInstanceOf(Write.class);
        }
    }

    @Test
    void refusedPairThatNeedsNoWriteAnyMore_isSettled() {
        Link link = edited().acknowledged("B", "A").parked(SampleLink.base("B", "A")).link();

        assertThat(action(edited().seen(link, "B", "A"))).isEqualTo(new Settle());
    }

    @Test
    void refusedPairAtFirstContact_staysOpenUntilTheSidesAreInStep() {
        Link apart = new SampleLink().parked(SampleLink.base("B", "A")).link();
        Link inStep = new SampleLink().parked(SampleLink.base("A", "A")).link();

        assertThat(action(edited().seen(apart, "B", "A"))).isEqualTo(new Keep());
        assertThat(action(edited().seen(inStep, "A", "A"))).isEqualTo(new Settle());
    }

    /** That look may have closed the problem of the very pair. */
    @Test
    void refusedPairOfALinkWhereALookStopped_isTriedAndToldAgain() {
        SampleLink refused = edited().parked(SampleLink.base("B", "A"));
        assertThat(action(edited().seen(refused.link(), "B", "A"))).isEqualTo(new Keep());

        Link stopped = refused.perhapsTold().link();

        assertThat(action(edited().seen(stopped, "B", "A"))).isInstanceOf(Write.class);
    }

    @Test
    void quarrellingField_isHeldWhereItWouldBeWrittenAndSettledWhereNot() {
        assertThat(action(edited().inQuarantine().seen("B", "A")))
                .isEqualTo(new Hold(Difference.Reason.QUARANTINED));
        assertThat(action(edited().inQuarantine().seen("A", "A"))).isEqualTo(new Settle());
    }
}
