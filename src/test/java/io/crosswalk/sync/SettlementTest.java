package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ReadOutcome.Failure;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.WriteOutcome.Rejected;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Action;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which problems a sync opens and closes, and what stays parked. */
class SettlementTest {
    private static final RecordKey KEY = RecordKey.hubspot("contact", "501");
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);
    private static final MappingPlan PLAN =
            new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, List.of());
    private static final Refuse TOO_LONG =
            new Refuse(new Converted.Refused(Converted.Code.TOO_LONG, "It takes 40."));

    private final RecordedStore records = new RecordedStore();
    private final RecordedProblems problems = new RecordedProblems();
    private final RecordedPutOffs told = new RecordedPutOffs();
    private final Settlement settlement =
            new Settlement(
                    records,
                    new RecordProblems(problems),
                    new LinkFindings(new Quarantine(12, Duration.ofMinutes(10))),
                    new Tallying(new InMemoryRunTallies(), FINGERPRINTS),
                    new Backoff(new Random(1)),
                    new Turns(records, Duration.ofMinutes(1), Clock.systemUTC()),
                    told,
                    Clock.systemUTC());

    private static Base base(String hubspot) {
        return FINGERPRINTS.base(KEY, "m", Value.of(hubspot), Value.BLANK);
    }

    private static Link link(Map<String, Base> parked, Set<Side> gone) {
        Link.Due due =
                new Link.Due(
                        Link.State.DUE,
                        null,
                        null,
                        1,
                        Link.Turn.FIRST,
                        0,
                        Priority.EDIT,
                        List.of());
        return new Link(KEY, "003", due, Map.of(), Map.of(), Findings.of(parked, gone));
    }

    private static FieldDecision decision(String mappingId, Action action) {
        Mapping mapping =
                new Mapping(
                        mappingId,
                        "contact",
                        "phone",
                        "Phone",
                        SyncRule.TWO_WAY,
                        Fill.NONE,
                        false,
                        1);
        PlannedField field =
                new PlannedField(
                        mapping,
                        HubspotType.PHONENUMBER,
                        SalesforceType.PHONE,
                        Conversion.between(
                                HubspotType.PHONENUMBER,
                                SalesforceType.PHONE,
                                Limits.NONE,
                                Limits.NONE,
                                Map.of()));
        return new FieldDecision(
                field,
                Value.of("new"),
                Value.BLANK,
                null,
                base("new"),
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.HUBSPOT_CHANGED,
                action);
    }

    private static LinkWork work(Link link, FieldDecision... decisions) {
        CrmRecord hubspot = new CrmRecord("501", "501", Map.of(), null);
        CrmRecord salesforce = new CrmRecord("003", "003", Map.of(), null);
        Observation seen = Observation.of(link, hubspot, salesforce);
        return new LinkWork(seen, List.of(decisions));
    }

    private static Write write() {
        return new Write(Side.SALESFORCE, Value.of("new"), base("written"));
    }

    @Test
    void linkWithoutAnythingParked_costsNoCallForProblems() {
        settlement.settle(
                PLAN, List.of(work(link(Map.of(), Set.of()), decision("m", new Settle()))));

        assertThat(problems.calls).isEmpty();
        assertThat(records.acknowledged).hasSize(1);
    }

    @Test
    void refusedValue_opensAProblemBeforeItIsAcknowledged() {
        records.beforeAcknowledging =
                () -> assertThat(problems.calls).containsExactly("raise contact.m.501.TOO_LONG");

        settlement.settle(PLAN, List.of(work(link(Map.of(), Set.of()), decision("m", TOO_LONG))));

        assertThat(records.acknowledged.get(0).findings().parked()).containsEntry("m", base("new"));
    }

    @Test
    void sameParkedPair_isLeftAsItIs() {
        Link parked = link(Map.of("m", base("new")), Set.of());

        settlement.settle(PLAN, List.of(work(parked, decision("m", new Keep()))));

        assertThat(problems.calls).isEmpty();
        assertThat(records.acknowledged.get(0).findings().parked()).containsEntry("m", base("new"));
    }

    @Test
    void settledOrWritten_closesWhatWasOpenOfTheField() {
        Link parked = link(Map.of("m", base("old"), "n", Base.OF_NOTHING), Set.of());
        LinkWork work = work(parked, decision("m", new Settle()), decision("n", write()));
        work.base.put("n", base("written"));
        open("m", ProblemCode.TOO_LONG);
        open("n", ProblemCode.REFUSED);
        open("other", ProblemCode.REFUSED);

        settlement.settle(PLAN, List.of(work));

        assertThat(problems.calls)
                .containsExactly(
                        "list 501", "close contact.m.501.TOO_LONG", "close contact.n.501.REFUSED");
        assertThat(records.acknowledged.get(0).findings().parked()).isEmpty();
    }

    @Test
    void refusedForAnotherReason_closesTheOldOne() {
        Link parked = link(Map.of("m", base("old")), Set.of());
        LinkWork work = work(parked, decision("m", write()));
        work.park(
                work.decisions().get(0),
                new Rejected("003", "DUPLICATE_VALUE", "new is taken", List.of("Phone")));
        open("m", ProblemCode.TOO_LONG);
        open("m", ProblemCode.DUPLICATE);

        settlement.settle(PLAN, List.of(work));

        assertThat(problems.calls)
                .containsExactly(
                        "raise contact.m.501.DUPLICATE",
                        "list 501",
                        "close contact.m.501.TOO_LONG");
        assertThat(problems.raised.get(0).cause().text()).contains("\"… is taken\"");
    }

    @Test
    void crmThatIsAway_leavesTheProblemOpenAndThePairToBeTried() {
        Link parked = link(Map.of("m", base("old")), Set.of());
        LinkWork work = work(parked, decision("m", write()));
        work.lookAgain(Instant.EPOCH);

        settlement.settle(PLAN, List.of(work));

        assertThat(problems.calls).isEmpty();
        assertThat(records.acknowledged.get(0).findings().parked())
                .containsEntry("m", Base.OF_NOTHING);
    }

    @Test
    void fieldThatCannotBeSeen_staysParkedAsItWas() {
        Link parked = link(Map.of("hidden", base("old")), Set.of());

        settlement.settle(PLAN, List.of(work(parked, decision("m", new Settle()))));

        assertThat(records.acknowledged.get(0).findings().parked())
                .containsEntry("hidden", base("old"));
    }

    @Test
    void turnTakenBySomebodyElse_hasTheFieldLookedAtAgain() {
        records.turnIsTaken = true;

        settlement.settle(
                PLAN,
                List.of(
                        work(
                                link(Map.of(), Set.of()),
                                decision("m", TOO_LONG),
                                decision("n", new Settle()))));

        assertThat(records.retried).containsExactly("m");
    }

    @Test
    void restoredRecordsProblemsWereClosedAndTheTurnWasTaken_theyAreLookedAtAgain() {
        records.turnIsTaken = true;
        Link restored =
                link(Map.of(), Set.of())
                        .withHints(
                                List.of(
                                        new Noted(
                                                Side.SALESFORCE,
                                                Noted.Kind.RESTORED,
                                                "",
                                                Instant.EPOCH,
                                                false)));
        open("m", ProblemCode.TOO_LONG);
        open(null, ProblemCode.RECORD_GONE);

        settlement.settle(PLAN, List.of(work(restored, decision("m", new Settle()))));

        assertThat(problems.calls)
                .contains("close contact.m.501.TOO_LONG", "close contact.-.501.RECORD_GONE");
        assertThat(records.retried).containsExactly("m", null);
    }

    @Test
    void recordThatIsBack_closesWhatSaidThatItIsGone() {
        Link gone = link(Map.of(), Set.of(Side.SALESFORCE));
        open(null, ProblemCode.RECORD_GONE);
        open(null, ProblemCode.CREATION_UNCERTAIN);

        settlement.settle(PLAN, List.of(work(gone, decision("m", new Settle()))));

        assertThat(problems.calls).containsExactly("list 501", "close contact.-.501.RECORD_GONE");
    }

    @Test
    void recordThatHasAPartnerNow_closesWhatSaidThatItHasNone() {
        Link told = link(Map.of(MatchKey.PARTNER, base("asked")), Set.of());
        open(null, ProblemCode.AMBIGUOUS_MATCH);
        open(null, ProblemCode.CREATION_UNCERTAIN);

        settlement.settle(PLAN, List.of(work(told, decision("m", new Settle()))));

        assertThat(problems.calls)
                .containsExactly("list 501", "close contact.-.501.AMBIGUOUS_MATCH");
        assertThat(records.acknowledged.get(0).findings().parked()).isEmpty();
    }

    @Test
    void personHasSeenToWhatMayHaveBeenMade_closesThatToo() {
        Link seenTo = link(Map.of(MatchKey.PARTNER, Base.OF_NOTHING), Set.of());
        open(null, ProblemCode.CREATION_UNCERTAIN);

        settlement.settle(PLAN, List.of(work(seenTo, decision("m", new Settle()))));

        assertThat(problems.calls)
                .containsExactly("list 501", "close contact.-.501.CREATION_UNCERTAIN");
    }

    @Test
    void stoppedSyncMayHaveOpenedAProblem_thatIsKeptInMindWhileTheCrmIsAway() {
        LinkWork work = work(stopped(), decision("m", write()));
        work.lookAgain(Instant.EPOCH);

        settlement.settle(PLAN, List.of(work));

        assertThat(records.acknowledged.get(0).findings().parked())
                .containsExactly(Map.entry("m", Base.OF_NOTHING));
    }

    @Test
    void putOff_isToldWithTheReason() {
        CrmUnavailable away = new CrmUnavailable("TIMEOUT", "HubSpot is slow.", Duration.ZERO);

        settlement.postpone(stopped(), away);
        settlement.postpone(stopped(), new Failure(Duration.ZERO, "UNREACHABLE", "No route."));
        settlement.postpone(stopped(), (Failure) null);
        settlement.postpone(stopped(), LookListener.OBJECT_OFF, Duration.ofHours(1));

        assertThat(told.reasons)
                .containsExactly("TIMEOUT", "UNREACHABLE", "ANOTHER_LOOK", "OBJECT_OFF");
    }

    @Test
    void stoppedSyncMayHaveOpenedProblems_theyCloseOnceTheLinkCouldBeReadAndSettled() {
        settlement.postpone(stopped(), Duration.ZERO);
        Link postponed = link(records.acknowledged.get(0).findings().parked(), Set.of());
        open("m", ProblemCode.TOO_LONG);
        open(null, ProblemCode.RECORD_GONE);

        settlement.settle(
                PLAN,
                List.of(work(postponed, decision("m", new Settle()), decision("n", new Settle()))));

        assertThat(problems.calls)
                .containsExactly(
                        "list 501",
                        "close contact.m.501.TOO_LONG",
                        "close contact.-.501.RECORD_GONE");
        assertThat(records.acknowledged.get(1).findings().parked()).isEmpty();
    }

    private void open(@Nullable String mappingId, ProblemCode code) {
        ProblemPlace place =
                mappingId == null
                        ? ProblemPlace.record(KEY, "003")
                        : ProblemPlace.mapping("contact", mappingId, "phone", "Phone")
                                .withRecord(KEY, "003");
        ProblemCause cause = ProblemCause.of(code, "…");
        problems.open.add(new Problem(place, cause, Instant.EPOCH, Instant.EPOCH, 1));
    }

    /** In its turn, which nobody acknowledged. */
    private static Link stopped() {
        return link(Map.of(), Set.of()).withTurn(Map.of(), Instant.parse("2026-11-24T12:00:00Z"));
    }

    @Test
    void recordGoneOnOneSide_isAProblemAndOnBothIsNone() {
        settlement.gone(link(Map.of(), Set.of()), Set.of(Side.HUBSPOT));
        settlement.gone(link(Map.of(), Set.of(Side.HUBSPOT)), Set.of(Side.values()));
        settlement.gone(link(Map.of(), Set.of()), Set.of(Side.values()));

        assertThat(problems.calls)
                .containsExactly("raise contact.-.501.RECORD_GONE", "close all of 501");
    }

    @Test
    void syncMayHaveStoppedOnceItToldOfARecordThatIsGoneOnBothSidesNow_thatIsClosed() {
        settlement.gone(stopped(), Set.of(Side.values()));

        assertThat(problems.calls).containsExactly("close all of 501");
    }

    @Test
    void syncMayHaveStoppedOnceItToldThatTheRecordIsGone_nextLookClosesThat() {
        open(null, ProblemCode.RECORD_GONE);

        settlement.settle(PLAN, List.of(work(stopped())));

        assertThat(problems.calls).containsExactly("list 501", "close contact.-.501.RECORD_GONE");
    }

    @Test
    void recordGoneButSomebodyElseTookTheTurn_saysNothing() {
        records.turnIsTaken = true;

        settlement.gone(link(Map.of(), Set.of()), Set.of(Side.HUBSPOT));

        assertThat(problems.calls).isEmpty();
        assertThat(records.acknowledged).isEmpty();
    }
}
