package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecentWrites.Kind;
import io.crosswalk.records.Retry;
import io.crosswalk.records.WriteOutcome.Rejected;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.Reasoned;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Action;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Why sides still differ after a look, since when, and which writes are counted. */
class LinkFindingsTest {
    private static final Instant BEFORE = NOON.minusSeconds(600);
    private static final Base NOW = SampleLink.base("1", "2");
    private static final JournalWriter WRITER = new JournalWriter(false, SampleLink.FINGERPRINTS);

    private final LinkFindings findings = new LinkFindings(new Quarantine(3, Duration.ofHours(6)));

    private static FieldDecision decided(Reasoned decision, Action action) {
        return new FieldDecision(
                SampleLink.field(SyncRule.TWO_WAY),
                Value.of("1"),
                Value.of("2"),
                null,
                NOW,
                new FieldTimes(null, null, Later.UNKNOWN),
                decision,
                action);
    }

    private static FieldDecision write(Reasoned decision) {
        return decided(
                decision, new Write(Side.SALESFORCE, Value.of("1"), SampleLink.base("1", "1")));
    }

    private static LinkWork work(Link link, FieldDecision decided) {
        return new LinkWork(new SampleLink().seen(link, "1", "2"), List.of(decided));
    }

    private static LinkWork work(FieldDecision decided) {
        return work(new SampleLink().link(), decided);
    }

    /** Its entry is in the journal, and the CRM has taken it. */
    private static LinkWork written(Link link, FieldDecision decided) {
        LinkWork work = work(link, decided);
        work.entries.put("m", WRITER.entry(work, decided, NOON, 0));
        work.base.put("m", SampleLink.base("1", "1"));
        return work;
    }

    @Test
    void looksThatSomebodyOvertook_areCountedUntilOneWasNot() {
        Link link = new SampleLink().link(Findings.NONE);
        LinkWork first = work(link, write(Decision.HUBSPOT_CHANGED));
        first.changedMeanwhile = true;
        LinkWork second =
                work(
                        new SampleLink().link(findings.of(first, Unseen.NOTHING, NOON)),
                        write(Decision.HUBSPOT_CHANGED));
        second.changedMeanwhile = true;
        Findings twice = findings.of(second, Unseen.NOTHING, NOON);

        assertThat(twice.overtaken()).isEqualTo(2);
        assertThat(
                        findings.of(
                                        written(
                                                new SampleLink().link(twice),
                                                write(Decision.HUBSPOT_CHANGED)),
                                        Unseen.NOTHING,
                                        NOON)
                                .overtaken())
                .isZero();
    }

    private static Link known(Reason reason) {
        return new SampleLink()
                .link(
                        new Findings(
                                Map.of(),
                                Set.of(),
                                Map.of("m", new Difference(reason, BEFORE)),
                                1,
                                Map.of(),
                                Map.of(),
                                0));
    }

    private Difference difference(LinkWork work) {
        return findings.of(work, Unseen.NOTHING, NOON).differences().get("m");
    }

    private RecentWrites writes(LinkWork work) {
        return findings.of(work, Unseen.NOTHING, NOON)
                .writes()
                .getOrDefault("m", RecentWrites.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_CONTACT_ACKNOWLEDGED, FIRST_CONTACT",
        "HUBSPOT_KEEPS_ITS_VALUE, RULE_KEEPS",
        "SALESFORCE_KEEPS_ITS_VALUE, RULE_KEEPS",
        "FIRST_CONTACT_HUBSPOT_KEEPS_ITS_VALUE, RULE_KEEPS",
        "FIRST_CONTACT_SALESFORCE_KEEPS_ITS_VALUE, RULE_KEEPS",
        "NOTHING_CHANGED, UNEXPLAINED"
    })
    void sidesThatDifferWithoutAWrite_haveTheReasonOfTheRule(Decision decision, Reason reason) {
        assertThat(difference(work(decided(decision, new Settle()))))
                .isEqualTo(new Difference(reason, NOON));
    }

    @ParameterizedTest
    @EnumSource(
            value = Decision.class,
            names = {"IN_STEP", "NOT_SYNCED"})
    void sidesInStepOrNotSynced_areNoDifference(Decision decision) {
        assertThat(difference(work(decided(decision, new Settle())))).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"FIRST_CONTACT", "RULE_KEEPS", "UNDONE", "UNEXPLAINED"})
    void nothingChangedSince_keepsTheReasonAndItsTime(Reason reason) {
        assertThat(difference(work(known(reason), decided(Decision.NOTHING_CHANGED, new Settle()))))
                .isEqualTo(new Difference(reason, BEFORE));
    }

    /** Both sides name an owner who has left. */
    @Test
    void neitherHasACounterpartAnyMore_saysSo() {
        Mapping mapping = SampleLink.field(SyncRule.TWO_WAY).mapping();
        PlannedField owner =
                new PlannedField(
                        mapping,
                        HubspotType.SELECT,
                        SalesforceType.REFERENCE,
                        Conversion.between(
                                HubspotType.SELECT,
                                SalesforceType.REFERENCE,
                                Limits.NONE.withOnly(Set.of("7")),
                                Limits.NONE.withOnly(Set.of("005000000000007AAA")),
                                Map.of("7", "005000000000007AAA")));

        assertThat(difference(work(left(owner, "1"))).reason()).isEqualTo(Reason.NO_COUNTERPART);
        assertThat(difference(work(left(owner, "7"))).reason()).isEqualTo(Reason.UNEXPLAINED);
    }

    private static FieldDecision left(PlannedField owner, String hubspot) {
        return new FieldDecision(
                owner,
                Value.of(hubspot),
                Value.of("005000000000001AAA"),
                null,
                NOW,
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.NOTHING_CHANGED,
                new Settle());
    }

    @Test
    void reasonThatIsOver_leavesTheDifferenceUnexplainedFromNowOn() {
        LinkWork work =
                work(known(Reason.REFUSED), decided(Decision.NOTHING_CHANGED, new Settle()));

        assertThat(difference(work)).isEqualTo(new Difference(Reason.UNEXPLAINED, NOON));
    }

    @Test
    void refusedOrKept_isRefused() {
        Refuse refuse = new Refuse(new Converted.Refused(Converted.Code.TOO_LONG, "It takes 40."));

        assertThat(difference(work(decided(Decision.HUBSPOT_CHANGED, refuse))).reason())
                .isEqualTo(Reason.REFUSED);
        assertThat(difference(work(decided(Decision.HUBSPOT_CHANGED, new Keep()))).reason())
                .isEqualTo(Reason.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"QUARANTINED", "PAUSED"})
    void heldWrite_hasTheReasonOfItsHold(Reason reason) {
        assertThat(difference(work(decided(Decision.HUBSPOT_CHANGED, new Hold(reason)))).reason())
                .isEqualTo(reason);
    }

    @Test
    void writeThatHasNotArrived_waits() {
        assertThat(difference(work(write(Decision.HUBSPOT_CHANGED))).reason())
                .isEqualTo(Reason.WAITING);
    }

    @Test
    void writeThatWasTaken_leavesNoDifferenceUnlessAPersonTookOneBack() {
        Link link = new SampleLink().link();

        assertThat(difference(written(link, write(Decision.HUBSPOT_CHANGED)))).isNull();
        assertThat(difference(written(link, write(Intervention.UNDONE_IN_SALESFORCE))).reason())
                .isEqualTo(Reason.UNDONE);
    }

    @Test
    void write_isRememberedWithThoseOfTheLastThreeDays() {
        Link link =
                new SampleLink()
                        .wrote(Side.HUBSPOT, NOON.minus(Duration.ofHours(74)))
                        .wrote(Side.HUBSPOT, BEFORE)
                        .link();

        assertThat(writes(written(link, write(Decision.HUBSPOT_CHANGED))).writes())
                .extracting(RecentWrites.Write::at)
                .containsExactly(BEFORE, NOON);
    }

    @Test
    void writeWithoutAnAnswer_answersOnceHoweverOftenItIsSent() {
        Link link = new SampleLink().wrote(Side.HUBSPOT, BEFORE).link();
        for (int look = 0; look < 7; look++) {
            LinkWork work = work(link, write(Decision.HUBSPOT_CHANGED));
            JournalEntry entry =
                    WRITER.entry(work, work.decisions().get(0), NOON.plusSeconds(60L * look), 0);
            work.entries.put("m", entry);
            work.keptIntents.add("m");
            Findings left = findings.of(work, Unseen.NOTHING, NOON.plusSeconds(60L * look + 40));
            Intent open = new Intent(Side.SALESFORCE, SampleLink.base("1", "1"), entry.at());
            link =
                    new Link(
                            link.key(),
                            link.partnerId(),
                            link.due(),
                            link.base(),
                            Map.of("m", open),
                            left);
        }

        assertThat(link.findings().writes().get("m").answers(Instant.EPOCH)).hasSize(1);
        assertThat(link.findings().writes().get("m").writes())
                .extracting(RecentWrites.Write::kind)
                .endsWith(Kind.AGAIN, Kind.AGAIN, Kind.AGAIN);
    }

    @Test
    void whatIsHeldBack_isNotTriedAgainByItself() {
        Map<String, Retry> due = Map.of("m", new Retry(1, NOON));
        for (Reason reason : List.of(Reason.PAUSED, Reason.WATCHED, Reason.QUARANTINED)) {
            assertThat(LinkFindings.nextRetry(left(reason, due))).as(reason.name()).isNull();
        }
        assertThat(LinkFindings.nextRetry(left(Reason.REFUSED, due))).isEqualTo(NOON);
    }

    private static Findings left(Reason reason, Map<String, Retry> retries) {
        return new Findings(
                Map.of(),
                Set.of(),
                Map.of("m", new Difference(reason, BEFORE)),
                1,
                Map.of(),
                retries,
                0);
    }

    @Test
    void writeThatWasNotSent_isNotCounted() {
        assertThat(writes(work(write(Decision.HUBSPOT_CHANGED))).writes()).isEmpty();
    }

    @Test
    void writeOfALookThatStopped_isCountedByTheNextOne() {
        Link link = new SampleLink().intends(Side.SALESFORCE, BEFORE, "1", "1").link();

        assertThat(writes(work(link, decided(Decision.IN_STEP, new Settle()))).writes())
                .extracting(RecentWrites.Write::at)
                .containsExactly(BEFORE);
    }

    @Test
    void quarantine_beginsWithTheHoldAndEndsInStep() {
        Link held = new SampleLink().wrote(Side.HUBSPOT, BEFORE).inQuarantine().link();

        assertThat(
                        writes(
                                        work(
                                                decided(
                                                        Decision.HUBSPOT_CHANGED,
                                                        new Hold(Reason.QUARANTINED))))
                                .quarantined())
                .isTrue();
        assertThat(writes(work(held, write(Decision.HUBSPOT_CHANGED))).quarantined()).isTrue();
        assertThat(writes(work(held, decided(Decision.IN_STEP, new Settle()))).quarantined())
                .isFalse();
    }

    @Test
    void samePairRefusedAgain_isTriedLaterThanTheFirstTime() {
        LinkWork first = work(write(Decision.HUBSPOT_CHANGED));
        first.park(first.decisions().get(0), rejected());
        Findings left = findings.of(first, Unseen.NOTHING, NOON);
        LinkWork again = work(new SampleLink().link(left), write(Decision.HUBSPOT_CHANGED));
        again.park(again.decisions().get(0), rejected());

        assertThat(left.retries()).containsEntry("m", new Retry(1, NOON.plusSeconds(120)));
        assertThat(findings.of(again, Unseen.NOTHING, NOON).retries())
                .containsEntry("m", new Retry(2, NOON.plusSeconds(480)));
        assertThat(LinkFindings.nextRetry(left)).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void parkedPairThatIsNotTried_keepsItsTime() {
        Retry retry = new Retry(2, NOON.plusSeconds(9));
        Link link =
                new SampleLink()
                        .link(
                                new Findings(
                                        Map.of("m", NOW),
                                        Set.of(),
                                        Map.of(),
                                        1,
                                        Map.of(),
                                        Map.of("m", retry),
                                        0));

        assertThat(
                        findings.of(
                                        work(link, decided(Decision.HUBSPOT_CHANGED, new Keep())),
                                        Unseen.NOTHING,
                                        NOON)
                                .retries())
                .containsEntry("m", retry);
        assertThat(
                        findings.of(
                                        work(link, decided(Decision.IN_STEP, new Settle())),
                                        Unseen.NOTHING,
                                        NOON)
                                .retries())
                .isEmpty();
    }

    private static Rejected rejected() {
        return new Rejected(
                SampleLink.PARTNER, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "no", List.of("Phone"));
    }
}
