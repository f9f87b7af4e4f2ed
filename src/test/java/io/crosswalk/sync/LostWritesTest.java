package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.KEY;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Journal.Correction;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Keep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sync stopped when the journal said already that it had written "2" over HubSpot's "1". */
class LostWritesTest {
    private static final PlannedField PHONE = SampleLink.field(SyncRule.TWO_WAY);
    private static final SampleLink BEGUN =
            new SampleLink().acknowledged("1", "1").intends(Side.HUBSPOT, NOON, "2", "2");

    private final RecordedJournal journal = new RecordedJournal();
    private final LostWrites lostWrites =
            new LostWrites(
                    journal,
                    new JournalWriter(false, SampleLink.FINGERPRINTS),
                    new ArrivedWrites(SampleLink.FINGERPRINTS));

    private void decidedAgain(Observation... observations) {
        lostWrites.tell(List.of(observations).stream().map(LostWritesTest::work).toList());
    }

    private static LinkWork work(Observation seen) {
        return work(seen, Decision.SALESFORCE_CHANGED);
    }

    private static LinkWork work(Observation seen, Decision decision) {
        Value hubspot = seen.hubspot(PHONE);
        Value salesforce = seen.salesforce(PHONE);
        return new LinkWork(
                seen,
                List.of(
                        new FieldDecision(
                                PHONE,
                                hubspot,
                                salesforce,
                                null,
                                SampleLink.base(hubspot.text(), salesforce.text()),
                                new FieldTimes(null, null, Later.UNKNOWN),
                                decision,
                                new Keep())));
    }

    private static Correction notArrived(String since) {
        return new Correction(
                KEY,
                "2026-11-24T12:00:00.000Z#100000",
                Outcome.NOT_ARRIVED,
                null,
                "The sync stopped before the write arrived; " + since + ".");
    }

    @Test
    void writeThatIsNotThereWhenTheLinkIsDecidedAgain_didNotArrive() {
        decidedAgain(BEGUN.seen("1", "2"));

        assertThat(journal.corrections).containsExactly(notArrived("it was decided again"));
    }

    @Test
    void writeThatIsThereWhenTheLinkIsDecidedAgain_standsAsTheJournalSays() {
        decidedAgain(BEGUN.seen("2", "2"), new SampleLink().acknowledged("1", "1").seen("1", "2"));

        assertThat(journal.corrections).isEmpty();
    }

    /** As after the merge of an account: what HubSpot holds says the same as Salesforce by now. */
    @Test
    void sidesAreInStepAndHubspotHoldsWhatItHeldBeforeTheWrite_didNotArrive() {
        journal.with(new SampleEntry(0).saw("7", "2").wrote(Side.HUBSPOT, "2").entry());

        lostWrites.tell(List.of(work(BEGUN.seen("7", "2"), Decision.IN_STEP)));

        assertThat(journal.corrections).containsExactly(notArrived("it was decided again"));
    }

    @Test
    void sidesAreInStepAndHubspotHoldsSomethingElseThanBefore_standsAsTheJournalSays() {
        journal.with(new SampleEntry(0).saw("1", "2").wrote(Side.HUBSPOT, "2").entry());

        lostWrites.tell(List.of(work(BEGUN.seen("7", "2"), Decision.IN_STEP)));

        assertThat(journal.corrections).isEmpty();
    }

    @Test
    void writeThatIsNotThereWhenThePairIsParted_didNotArrive() {
        lostWrites.parting(SampleLink.plan(PHONE), BEGUN.seen("1", "2"));

        assertThat(journal.corrections).containsExactly(notArrived("the pair was parted"));
    }

    @Test
    void writeThatIsThereWhenThePairIsParted_standsAsTheJournalSays() {
        lostWrites.parting(SampleLink.plan(PHONE), BEGUN.seen("2", "2"));

        assertThat(journal.corrections).isEmpty();
    }

    @Test
    void pairWithoutABegunWriteIsParted_tellsNothing() {
        lostWrites.parting(SampleLink.plan(PHONE), new SampleLink().seen("1", "2"));

        assertThat(journal.corrections).isEmpty();
    }

    @Test
    void fieldThatASideDoesNotShow_mayHaveGotTheWriteAllTheSame() {
        Observation hidden =
                Observation.of(
                        BEGUN.link(),
                        new CrmRecord("501", "501", Map.of(), NOON),
                        new CrmRecord(
                                SampleLink.PARTNER,
                                SampleLink.PARTNER,
                                Map.of("Phone", "2"),
                                NOON));

        lostWrites.parting(SampleLink.plan(PHONE), hidden);

        assertThat(journal.corrections).isEmpty();
    }
}
