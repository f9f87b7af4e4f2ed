package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CreateOutcome.Exists;
import io.crosswalk.records.CreateOutcome.Refused;
import io.crosswalk.records.CreateOutcome.RetryLater;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Due;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.InMemoryMatchNotes;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A contact that HubSpot alone has, and that Salesforce was asked to make at noon. */
class CreationEndsTest {
    private static final Refused FLOW =
            new Refused("CANNOT_EXECUTE_FLOW_TRIGGER", "The flow failed.", List.of());
    private static final Refused TOO_LONG =
            new Refused("STRING_TOO_LONG", "Last Name: data value too large.", List.of("LastName"));
    private static final Noted EDIT =
            new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "email", NOON.minusSeconds(60), false);
    private static final MappingPlan PLAN =
            new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, List.of());

    private final RecordedStore store = new RecordedStore();
    private final RecordedProblems problems = new RecordedProblems();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final UnlinkedEnds ends =
            new UnlinkedEnds(
                    store,
                    new PartnerProblems(problems),
                    FINGERPRINTS,
                    new Turns(store, Duration.ofMinutes(2), clock));
    private final InMemoryMatchNotes notes = new InMemoryMatchNotes();
    private final CreationEnds creationEnds =
            new CreationEnds(
                    store,
                    new RecordedJournal(),
                    new CreationEntries(FINGERPRINTS, false),
                    notes,
                    ends,
                    new Waiters(store, notes),
                    new Backoff(new SplittableRandom(1)),
                    Duration.ofSeconds(30),
                    LookListener.NONE,
                    clock);

    /**
     * @param since when it became due
     * @param retry what the refusal before has left
     */
    private static Seeker contact(Instant since, @Nullable Retry retry) {
        Due due =
                new Due(
                        Link.State.DUE,
                        since,
                        since,
                        1,
                        Turn.FIRST,
                        3,
                        Priority.EDIT,
                        List.of(EDIT));
        Map<String, Retry> retries = retry == null ? Map.of() : Map.of(MatchKey.PARTNER, retry);
        Intent making =
                new Intent(Side.SALESFORCE, Base.OF_NOTHING, NOON.minusSeconds(1) + "#100000");
        Link link =
                new Link(
                        SampleLink.KEY,
                        null,
                        due,
                        Map.of(),
                        Map.of(MatchKey.PARTNER, making),
                        Findings.NONE.withRetries(retries));
        return new Seeker(link, new CrmRecord("501", "501", Map.of("email", "a@x.org"), NOON));
    }

    private Acknowledgement left(Seeker contact, CreateOutcome outcome) {
        NewRecord asked = new NewRecord(contact, Map.of("Email", "a@x.org"), List.of());
        creationEnds.take(PLAN, asked, outcome, false);
        return store.acknowledged.get(0);
    }

    @Test
    void refusedForWhatMayPass_isToldOfAndMadeByItselfLater() {
        Acknowledgement left = left(contact(NOON, null), FLOW);

        assertThat(problems.raised)
                .extracting(found -> found.cause().code())
                .containsExactly(ProblemCode.NOT_CREATED);
        Instant again = NOON.plus(Duration.ofMinutes(2));
        assertThat(left.again()).isEqualTo(again);
        assertThat(left.findings().retries()).containsEntry(MatchKey.PARTNER, new Retry(1, again));
    }

    @Test
    void refusedForWhatMayPass_wasLookedAt_soThatNoLookHasFailed() {
        assertThat(left(contact(NOON, null), FLOW).attempts()).isZero();
    }

    @Test
    void refusedForWhatMayPass_theEditForWhichItIsMadeIsKept() {
        assertThat(left(contact(NOON, null), FLOW).keptHints()).containsExactly(EDIT);
    }

    /** Nothing was made, so that the next making looks for nothing. */
    @Test
    void refusedForWhatMayPass_noMakingIsUnderWay() {
        assertThat(left(contact(NOON, null), FLOW).keptIntents()).isEmpty();
    }

    @Test
    void refusedAgainAtItsTime_waitsLonger() {
        Retry second = new Retry(2, NOON.minusSeconds(30));

        Acknowledgement left = left(contact(NOON.minusSeconds(10), second), FLOW);

        assertThat(left.again()).isEqualTo(NOON.plus(Duration.ofMinutes(32)));
    }

    @Test
    void refusedForTheSeventhTime_waitsForAPerson() {
        Acknowledgement left = left(contact(NOON, new Retry(6, NOON.minusSeconds(30))), FLOW);

        assertThat(left.again()).isNull();
        assertThat(left.findings().retries()).isEmpty();
    }

    @Test
    void editedOrAskedForBeforeItsTime_beginsAnew() {
        Retry fifth = new Retry(5, NOON.plus(Duration.ofHours(8)));

        Acknowledgement left = left(contact(NOON.minusSeconds(10), fifth), FLOW);

        assertThat(left.again()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
    }

    @Test
    void refusedForWhatOnlyAnotherValueMends_waitsForAPerson() {
        Acknowledgement left = left(contact(NOON, new Retry(1, NOON.minusSeconds(30))), TOO_LONG);

        assertThat(left.again()).isNull();
        assertThat(left.findings().retries()).isEmpty();
    }

    @Test
    void othersAreInTheWayByNow_waitsForThem() {
        Exists others = new Exists(List.of(), "DUPLICATES_DETECTED", false);

        Acknowledgement left = left(contact(NOON, new Retry(1, NOON.minusSeconds(30))), others);

        assertThat(left.again()).isNull();
        assertThat(left.findings().retries()).isEmpty();
    }

    /** It goes on where it was once the CRM answers. */
    @Test
    void noAnswerToARepeatedMaking_itsIntentAndTheTriesBeforeStay() {
        Retry second = new Retry(2, NOON.minusSeconds(30));

        Acknowledgement left = left(contact(NOON, second), new RetryLater(Duration.ZERO, true));

        assertThat(left.keptIntents()).containsExactly(MatchKey.PARTNER);
        assertThat(left.attempts()).isEqualTo(4);
        assertThat(left.findings().retries()).containsEntry(MatchKey.PARTNER, second);
    }

    @Test
    void nobodyWantsItMadeAnyMore_isNotTriedAgain() {
        ends.alone(PLAN, contact(NOON, new Retry(1, NOON.minusSeconds(30))));

        assertThat(store.acknowledged.get(0).findings().retries()).isEmpty();
    }
}
