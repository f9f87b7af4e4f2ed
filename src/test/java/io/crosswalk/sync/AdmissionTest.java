package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.SalesforceCallMeter;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.budget.Terms;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.Link;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.CallListener;
import io.crosswalk.sync.Admission.Admitted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which links a batch looks at when there are fewer calls than it needs. */
class AdmissionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Deferred deferred = new Deferred();
    private final RecordedPutOffs told = new RecordedPutOffs();

    private static final class Deferred extends UnaskedRecordStore {
        private final Map<Link, Instant> until = new HashMap<>();

        @Override
        public void defer(Map<Link, Instant> links) {
            until.putAll(links);
        }

        private List<Priority> priorities() {
            return until.keySet().stream().map(link -> link.due().priority()).distinct().toList();
        }
    }

    private static Link link(int number, Priority priority) {
        Link.Due due =
                new Link.Due(Link.State.DUE, NOW, NOW, 1, Link.Turn.FIRST, 3, priority, List.of());
        return new Link(
                RecordKey.hubspot("contact", Integer.toString(number)),
                "003",
                due,
                Map.of(),
                Map.of(),
                Findings.NONE);
    }

    private static List<Link> links(int from, int count, Priority priority) {
        return IntStream.range(from, from + count).mapToObj(n -> link(n, priority)).toList();
    }

    private static List<Link> both(List<Link> some, List<Link> others) {
        List<Link> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private Governor governor(int window) {
        Terms shipped = ShippedTerms.terms();
        return new Governor(
                new InMemoryBudgetStore(),
                new Terms(
                        new Calls(window, 50, Integer.MAX_VALUE),
                        shipped.days(),
                        null,
                        shipped.slots(),
                        shipped.windowShare(),
                        shipped.dayReserve()),
                clock,
                new Random(1));
    }

    private Admitted admit(Governor governor, List<Link> due) {
        Settlement settlement =
                new Settlement(
                        deferred,
                        new RecordProblems(new RecordedProblems()),
                        new LinkFindings(new Quarantine(12, Duration.ofMinutes(10))),
                        new Tallying(new InMemoryRunTallies(), new Fingerprints(new byte[16])),
                        new Backoff(new Random(1)),
                        new Turns(deferred, Duration.ofMinutes(1), clock),
                        told,
                        clock);
        return new Admission(governor, settlement).admit(due);
    }

    @Test
    void enoughCalls_allLinksGoThrough() {
        Admitted admitted = admit(governor(100), links(0, 250, Priority.EDIT));

        assertThat(admitted.links()).hasSize(250);
        assertThat(deferred.until).isEmpty();
        assertThat(told.reasons).isEmpty();
    }

    @Test
    void callsForTwoOfThreeBatches_theRestWaits() {
        Admitted admitted = admit(governor(4), links(0, 250, Priority.EDIT));

        assertThat(admitted.links()).hasSize(200);
        assertThat(deferred.until).hasSize(50);
        assertThat(told.reasons).hasSize(50).containsOnly(LookListener.NO_CALLS);
        assertThat(deferred.until.values())
                .allSatisfy(at -> assertThat(at).isAfter(NOW.plusSeconds(4)));
        assertThat(deferred.until.values().stream().distinct().count()).isGreaterThan(25);
    }

    @Test
    void noCalls_allWaitAndKeepWhatTheyHave() {
        Governor governor = governor(4);
        governor.ask(Priority.EDIT, new Calls(4, 0, 0));

        Admitted admitted = admit(governor, links(0, 250, Priority.EDIT));

        assertThat(admitted.links()).isEmpty();
        assertThat(deferred.until).hasSize(250);
        assertThat(deferred.until.keySet())
                .allSatisfy(link -> assertThat(link.due().attempts()).isEqualTo(3));
    }

    private static Link newcomer(int number) {
        return new Link(
                RecordKey.salesforce("contact", "0030000000000" + (10 + number) + "AAA"),
                null,
                link(number, Priority.EDIT).due(),
                Map.of(),
                Map.of(),
                Findings.NONE);
    }

    /** A second grant would want a slot of its own, and might wait for the first one's for good. */
    @Test
    void newcomersBesidePairs_areLetThroughByOneGrant() {
        Admitted admitted =
                admit(governor(100), both(List.of(newcomer(1)), links(0, 2, Priority.EDIT)));

        assertThat(admitted.links()).hasSize(3);
        assertThat(admitted.grants()).hasSize(1);
    }

    @Test
    void noSearchesLeftForNewcomers_pairsGoThroughAllTheSame() {
        Governor governor = governor(100);
        governor.ask(Priority.EDIT, new Calls(0, 50, 0));
        List<Link> newcomers = IntStream.range(0, 80).mapToObj(AdmissionTest::newcomer).toList();
        List<Link> edited = links(1_000, 3, Priority.EDIT);

        Admitted admitted = admit(governor, both(newcomers, edited));

        assertThat(admitted.links()).containsExactlyElementsOf(edited);
        assertThat(deferred.until.keySet()).containsExactlyInAnyOrderElementsOf(newcomers);
    }

    @Test
    void editsAndBackfillTogether_editsGoThroughFirst() {
        List<Link> due = both(links(0, 300, Priority.BACKFILL), links(1_000, 150, Priority.EDIT));

        Admitted admitted = admit(governor(4), due);

        assertThat(admitted.links())
                .filteredOn(it -> it.due().priority() == Priority.EDIT)
                .hasSize(150);
        assertThat(deferred.priorities()).containsExactly(Priority.BACKFILL);
    }

    @Test
    void editsDoNotFillTheirLastCall_backfillTravelsWithThem() {
        List<Link> due = both(links(0, 50, Priority.BACKFILL), links(1_000, 50, Priority.EDIT));

        Admitted admitted = admit(governor(2), due);

        assertThat(admitted.links()).hasSize(100);
    }

    @Test
    void looksTookFewerCalls_theNextBatchHasThem() {
        Governor governor = governor(2);

        admit(governor, links(0, 100, Priority.EDIT)).close();

        assertThat(admit(governor, links(100, 100, Priority.EDIT)).links()).hasSize(100);
    }

    @Test
    void waitIsSpread_andNeverMuchLongerThanAsked() {
        Backoff backoff = new Backoff(new Random(1));

        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.spread(Duration.ofHours(14)))
                    .isBetween(Duration.ofHours(14), Duration.ofHours(14).plusMinutes(1));
            assertThat(backoff.spread(Duration.ofMillis(20)))
                    .isBetween(Duration.ofMillis(20), Duration.ofMillis(1_040));
        }
    }

    @Test
    void costOfALook_isWhatTheBatchesTakeAtMost() {
        LookCost cost = LookCost.NONE;
        for (int i = 0; i < 201; i++) {
            cost = cost.with(link(i, Priority.EDIT));
        }

        assertThat(cost.calls()).isEqualTo(new Calls(6, 0, 4));
        assertThat(LookCost.NONE.with(link(1, Priority.EDIT)).calls())
                .isEqualTo(new Calls(2, 0, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "contact, HUBSPOT, 100, 1, 1, 4",
        "contact, SALESFORCE, 100, 1, 3, 4",
        "company, HUBSPOT, 100, 1, 5, 7",
        "company, SALESFORCE, 1, 1, 3, 3",
        "deal, HUBSPOT, 100, 1, 0, 1",
        "deal, SALESFORCE, 201, 3, 3, 2"
    })
    void costOfLookingForPartners_isWhatItTakesAtMost(
            String object, Side side, int records, int hubspot, int search, int salesforce) {
        LookCost cost = LookCost.NONE;
        for (int i = 0; i < records; i++) {
            cost = cost.with(alone(new RecordKey(object, side, "id" + i)));
        }

        assertThat(cost.calls()).isEqualTo(new Calls(hubspot, search, salesforce));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void salesforceTakesNoCalls_recordsWithoutAPartnerWait(Side side) {
        Governor governor = governor(100);
        new SalesforceCallMeter(governor)
                .limited(CallListener.Kind.QUERY, "SERVER_UNAVAILABLE", Duration.ofMinutes(15));
        List<Link> due =
                IntStream.range(0, 50)
                        .mapToObj(i -> alone(new RecordKey("contact", side, "id" + i)))
                        .toList();

        Admitted admitted = admit(governor, due);

        assertThat(admitted.links()).isEmpty();
        assertThat(deferred.until).hasSize(50);
    }

    private static Link alone(RecordKey key) {
        Link.Due due = link(1, Priority.EDIT).due();
        return new Link(key, null, due, Map.of(), Map.of(), Findings.NONE);
    }
}
