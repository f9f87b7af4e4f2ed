package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.OneMapping;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Findings;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCause.Said;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.Retry;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.records.WriteOutcome.RetryLater;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a record of which a CRM says each time that it may be written later. */
class LastingTroubleTest {
    private static final Base PAIR = SampleLink.base("+49 170 1", "");
    private static final String LOCKED = "ENTITY_IS_LOCKED";
    private static final String FAILS = "UNKNOWN_EXCEPTION";

    private final RecordedJournal journal = new RecordedJournal();
    private final RecordedProblems problems = new RecordedProblems();
    private final LinkFindings findings =
            new LinkFindings(new Quarantine(12, Duration.ofMinutes(10)));
    private Instant now = NOON;

    /** Answers each time as it was told. */
    private static final class Answering extends UnaskedSalesforce {
        private final String code;
        private final String ofRecord;

        Answering(String code, String ofRecord) {
            this.code = code;
            this.ofRecord = ofRecord;
        }

        @Override
        public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
            String sent = writes.get(0).values().get("Phone");
            String message = "Nothing became of '" + sent + "': gack";
            return List.of(
                    new RetryLater(
                            writes.get(0).id(),
                            Duration.ofMinutes(15),
                            code,
                            message,
                            ofRecord.isEmpty() ? null : ofRecord));
        }
    }

    private void send(String code, String ofRecord, LinkWork work) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new Writes(
                        journal,
                        SampleLink.FINGERPRINTS,
                        new Backoff(new Random(1)),
                        new ScopeProblems(
                                new HubspotScopes(
                                        new OneMapping(), new UnaskedHubspot(), new SaidAccess()),
                                problems,
                                clock),
                        LookListener.NONE,
                        clock)
                .send(
                        new Answering(code, ofRecord),
                        ObjectPairs.named("contact").orElseThrow(),
                        List.of(work));
    }

    private static FieldDecision decision(FieldDecision.Action action) {
        return new FieldDecision(
                SampleLink.field(SyncRule.TWO_WAY),
                Value.of("+49 170 1"),
                Value.BLANK,
                null,
                PAIR,
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.HUBSPOT_CHANGED,
                action);
    }

    /** The phone is to be written to Salesforce. */
    private static LinkWork work(Link link) {
        Base after = SampleLink.base("+49 170 1", "+49 170 1");
        FieldDecision decided = decision(new Write(Side.SALESFORCE, Value.of("+49 170 1"), after));
        return new LinkWork(new SampleLink().seen(link, "+49 170 1", ""), List.of(decided));
    }

    private static Link failed(int attempts, Link link) {
        Link.Due due = link.due();
        return new Link(
                link.key(),
                link.partnerId(),
                new Link.Due(
                        due.state(),
                        due.at(),
                        due.since(),
                        due.marks(),
                        due.turn(),
                        attempts,
                        due.priority(),
                        due.hints()),
                link.base(),
                link.intents(),
                link.findings());
    }

    private static LinkWork afterFailures(int attempts) {
        return work(failed(attempts, new SampleLink().link()));
    }

    private static Link parked(Retry retry) {
        return new SampleLink()
                .link(
                        new Findings(
                                Map.of("m", PAIR),
                                Set.of(),
                                Map.of(),
                                1,
                                Map.of(),
                                Map.of("m", retry),
                                0));
    }

    private JournalEntry journalled(LinkWork work) {
        JournalEntry entry = new SampleEntry(1).wrote(Side.SALESFORCE, "new").entry();
        work.entries.put("m", entry);
        journal.with(entry);
        return entry;
    }

    @Test
    void troubleOfAWhile_isWrittenLaterAndNobodyIsTold() {
        for (String code : List.of(LOCKED, FAILS)) {
            LinkWork work = afterFailures(1);
            journalled(work);

            send(code, code, work);

            assertThat(work.refusals()).isEmpty();
            assertThat(work.again).isNotNull();
            assertThat(journal.entries).isEmpty();
        }
    }

    @Test
    void recordStaysLocked_peopleAreToldWithWhatTheCrmSays() {
        LinkWork work = afterFailures(2);
        journalled(work);

        send(LOCKED, LOCKED, work);

        ProblemCause cause = work.refusals().get("m");
        assertThat(cause.code()).isEqualTo(ProblemCode.RECORD_LOCKED);
        assertThat(cause.text()).contains("Nothing became of '…': gack");
        assertThat(work.again).isNull();
        assertThat(journal.corrections)
                .singleElement()
                .satisfies(it -> assertThat(it.outcome()).isEqualTo(JournalEntry.Outcome.REFUSED));
    }

    @Test
    void recordFailsEachTime_peopleAreToldWithWhatTheCrmSaysAndWithoutTheValue() {
        LinkWork work = afterFailures(2);
        JournalEntry entry = journalled(work);

        send(FAILS, FAILS, work);

        ProblemCause cause = work.refusals().get("m");
        assertThat(cause.code()).isEqualTo(ProblemCode.KEEPS_FAILING);
        assertThat(cause.said()).isEqualTo(new Said(FAILS, "Nothing became of '…': gack"));
        assertThat(cause.text())
                .contains("Salesforce says: \"Nothing became of '…': gack\"")
                .doesNotContain("170");
        assertThat(work.again).as("it is tried more slowly").isNull();
        assertThat(journal.entries).containsExactly(entry);
        assertThat(journal.corrections)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.outcome()).isEqualTo(JournalEntry.Outcome.REFUSED);
                            assertThat(it.code()).isEqualTo(FAILS);
                            assertThat(it.message()).isEqualTo("Nothing became of '…': gack");
                        });
    }

    @Test
    void mayHaveBeenWrittenAllTheSame_theIntentAndTheEntryStay() {
        LinkWork work = afterFailures(2);
        JournalEntry entry = journalled(work);

        send(RetryLater.TIMEOUT, "INTERNAL_ERROR", work);

        assertThat(work.refusals().get("m").code()).isEqualTo(ProblemCode.KEEPS_FAILING);
        assertThat(work.refusals().get("m").said().code()).isEqualTo("INTERNAL_ERROR");
        assertThat(work.keptIntents).containsExactly("m");
        assertThat(journal.entries).containsExactly(entry);
        assertThat(journal.corrections).isEmpty();
    }

    @Test
    void wholeCallsFail_isNoProblemOfTheRecords() {
        for (String code : List.of(RetryLater.TIMEOUT, "SERVER_UNAVAILABLE", FAILS)) {
            LinkWork work = afterFailures(9);

            send(code, "", work);

            assertThat(work.refusals()).isEmpty();
            assertThat(work.again).isNotNull();
        }
    }

    @Test
    void triedAgainInVain_isTriedEverMoreSlowly() {
        for (String code : List.of(LOCKED, FAILS)) {
            Retry due = new Retry(2, NOON);
            LinkWork first = work(parked(due));
            send(code, code, first);
            Findings left = findings.of(first, Unseen.NOTHING, NOON);

            assertThat(left.retries()).containsEntry("m", due);
            assertThat(first.again).as("it may pass in seconds").isNotNull();

            LinkWork third = work(failed(2, new SampleLink().link(left)));
            send(code, code, third);

            assertThat(findings.of(third, Unseen.NOTHING, NOON).retries())
                    .containsEntry("m", new Retry(3, NOON.plus(Duration.ofMinutes(32))));
        }
    }

    @Test
    void triedForAnotherReasonThanItsTime_isTriedAgainSoon() {
        now = NOON.minusSeconds(1);
        LinkWork work = work(parked(new Retry(2, NOON)));

        send(FAILS, FAILS, work);

        assertThat(findings.of(work, Unseen.NOTHING, now).parked())
                .containsEntry("m", Base.OF_NOTHING);
    }

    @Test
    void hiddenWhenItsTimeCame_isTriedOnceItIsBack() {
        LinkWork hidden =
                new LinkWork(
                        new SampleLink().seen(parked(new Retry(1, NOON)), "+49 170 1", ""),
                        List.of());

        Findings left = findings.of(hidden, new Unseen(Set.of("m")), NOON);

        assertThat(left.parked()).containsEntry("m", Base.OF_NOTHING);
    }

    @Test
    void thereAfterAll_theProblemCloses() {
        LinkWork work = afterFailures(2);
        send(RetryLater.TIMEOUT, "INTERNAL_ERROR", work);
        RecordProblems told = new RecordProblems(problems);
        told.tell(List.of(work));
        Found found = problems.raised.get(0);
        problems.open.add(new Problem(found.place(), found.cause(), NOON, NOON, 1));
        Link link = new SampleLink().link(findings.of(work, Unseen.NOTHING, NOON));

        told.tell(
                List.of(
                        new LinkWork(
                                new SampleLink().seen(link, "+49 170 1", "+49 170 1"),
                                List.of(decision(new Settle())))));

        assertThat(problems.calls)
                .containsExactly(
                        "raise contact.m.501.KEEPS_FAILING",
                        "list 501",
                        "close contact.m.501.KEEPS_FAILING");
    }
}
