package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.BreakerStore.Release;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.InMemoryBreakerStore;
import io.crosswalk.records.InMemoryDriftStore;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);

    private static final PlannedField PHONE =
            new PlannedField(
                    new Mapping(
                            "contact-phone",
                            "contact",
                            "phone",
                            "Phone",
                            SyncRule.TWO_WAY,
                            Fill.NONE,
                            true,
                            1),
                    HubspotType.PHONENUMBER,
                    SalesforceType.PHONE,
                    Conversion.between(
                            HubspotType.PHONENUMBER,
                            SalesforceType.PHONE,
                            Limits.NONE,
                            Limits.NONE,
                            Map.of()));

    private final InMemoryBreakerStore store = new InMemoryBreakerStore();
    private final InMemoryDriftStore drift = new InMemoryDriftStore();
    private final RecordedProblems problems = new RecordedProblems();
    private final Thresholds config = new Thresholds();
    private final Breaker breaker = breaker(NOON);

    private Breaker breaker(Instant now) {
        return new Breaker(store, drift, problems, config, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void linked(long links) {
        drift.publish(
                "contact", new DriftFigure(NOON, NOON, links, 0, links, Map.of(), null, List.of()));
    }

    /** HubSpot's value is to go to Salesforce, which holds {@code before}. */
    private static LinkWork work(int id, String before, String after, Noted... hints) {
        RecordKey key = RecordKey.hubspot("contact", "" + id);
        Link.Due due =
                new Link.Due(
                        Link.State.DUE,
                        null,
                        null,
                        1,
                        Link.Turn.FIRST,
                        0,
                        Priority.EDIT,
                        List.of(hints));
        Link link = new Link(key, "003" + id, due, Map.of(), Map.of(), Findings.NONE);
        Observation seen =
                Observation.of(
                        link,
                        new CrmRecord("" + id, "" + id, Map.of("phone", after), null),
                        new CrmRecord("003" + id, "003" + id, Map.of("Phone", before), null));
        Decision decision =
                hints.length == 0 ? Decision.HUBSPOT_CHANGED : Decision.FIRST_CONTACT_HUBSPOT_RULES;
        return new LinkWork(
                seen,
                List.of(
                        decision(key, Value.of(before), Value.of(after))
                                .with(
                                        decision,
                                        decision(key, Value.of(before), Value.of(after))
                                                .action())));
    }

    private static FieldDecision decision(RecordKey key, Value salesforce, Value hubspot) {
        Base now = FINGERPRINTS.base(key, PHONE.mapping().id(), hubspot, salesforce);
        Base after = FINGERPRINTS.base(key, PHONE.mapping().id(), hubspot, hubspot);
        return new FieldDecision(
                PHONE,
                hubspot,
                salesforce,
                null,
                now,
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.HUBSPOT_CHANGED,
                new Write(Side.SALESFORCE, hubspot, after));
    }

    /** The other way round: somebody has edited in Salesforce. */
    private static LinkWork toHubspot(int id) {
        LinkWork other = work(id, "old", "new");
        Base after =
                FINGERPRINTS.base(
                        other.link.key(), PHONE.mapping().id(), Value.of("old"), Value.of("old"));
        return new LinkWork(
                other.seen(),
                List.of(
                        other.decisions()
                                .get(0)
                                .with(
                                        Decision.SALESFORCE_CHANGED,
                                        new Write(Side.HUBSPOT, Value.of("old"), after))));
    }

    private static List<LinkWork> overwriting(int from, int count) {
        List<LinkWork> works = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            works.add(work(i, "old", "new"));
        }
        return works;
    }

    /** How many of them go on to be written. */
    private long goOn(Breaker function, List<LinkWork> works) {
        function.hold(paused(), works);
        return works.stream().filter(work -> !work.writes(Side.SALESFORCE).isEmpty()).count();
    }

    private Set<String> paused() {
        return store.shown.isEmpty() ? Set.of() : Set.of("contact-phone");
    }

    @Test
    void shareThatIsNotReached_letsEverythingThrough() {
        linked(1_000);

        assertThat(goOn(breaker, overwriting(0, 100))).isEqualTo(100);
        assertThat(goOn(breaker, overwriting(100, 100))).isEqualTo(100);

        assertThat(problems.raised).isEmpty();
    }

    @Test
    void oneAboveTheShare_pausesAndHoldsTheWholeBatch() {
        linked(1_000);
        goOn(breaker, overwriting(0, 195));

        List<LinkWork> works = overwriting(195, 6);
        assertThat(goOn(breaker, works)).isZero();

        assertThat(works.get(0).decisions().get(0).action()).isEqualTo(new Hold(Reason.PAUSED));
        assertThat(works.get(0).parked()).containsKey("contact-phone");
        assertThat(works.get(0).base).isEmpty();
        assertThat(problems.calls).containsExactly("raise contact.contact-phone.MASS_CHANGE");
        assertThat(problems.raised.get(0).cause().text())
                .contains("'Phone'", "201 of 1000", "an hour", "201 overwritten, 0 cleared");
    }

    /** A load in Salesforce; one person has edited in HubSpot meanwhile. */
    @Test
    void sideThatMostWritesAreAbout_isNamed() {
        linked(100);
        List<LinkWork> works = new ArrayList<>();
        works.add(work(0, "old", "new"));
        for (int i = 1; i < 120; i++) {
            works.add(toHubspot(i));
        }
        works.add(work(120, "old", "new"));

        breaker.hold(paused(), works);

        assertThat(problems.raised.get(0).cause().text())
                .startsWith("HubSpot property 'phone' was about to change on 121")
                .contains("following Salesforce field 'Phone'");
        assertThat(problems.raised.get(0).cause().details())
                .containsEntry("side", List.of("HUBSPOT"));
    }

    @Test
    void hundredRecords_areNeededHoweverFewAreLinked() {
        linked(10);

        assertThat(goOn(breaker, overwriting(0, 99))).isEqualTo(99);
        assertThat(goOn(breaker, overwriting(99, 5))).isZero();
    }

    @Test
    void whileNobodyHasCountedTheLinks_onlyTheMinimumCounts() {
        assertThat(goOn(breaker, overwriting(0, 99))).isEqualTo(99);
        assertThat(goOn(breaker, overwriting(99, 5))).isZero();
        assertThat(store.of("contact").get(0).paused().linked()).isNull();
    }

    @Test
    void cleared_counts_andFillingABlank_doesNot() {
        linked(100);
        List<LinkWork> fills = new ArrayList<>();
        List<LinkWork> clears = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            fills.add(work(i, "", "new"));
            clears.add(work(i, "old", ""));
        }

        assertThat(goOn(breaker, fills)).isEqualTo(150);
        assertThat(goOn(breaker, clears)).isZero();

        assertThat(store.of("contact").get(0).paused().cleared()).isEqualTo(150);
    }

    @Test
    void whilePaused_notEvenAFillGoesOut() {
        breaker.hold(Set.of("contact-phone"), overwriting(0, 1));
        LinkWork fill = work(1, "", "new");

        breaker.hold(Set.of("contact-phone"), List.of(fill));

        assertThat(fill.writes(Side.SALESFORCE)).isEmpty();
        assertThat(store.counts).isZero();
    }

    @Test
    void fewEdits_costNoCall() {
        goOn(breaker, overwriting(0, 1));
        goOn(breaker, overwriting(1, 3));
        assertThat(store.counts).isZero();

        goOn(breaker, overwriting(4, 1));

        assertThat(store.counts).isEqualTo(1);
    }

    @Test
    void smallBatches_addUp() {
        linked(200);
        int through = 0;
        for (int i = 0; i < 150; i++) {
            through += (int) goOn(breaker, overwriting(i, 1));
        }

        assertThat(through).isBetween(95, 103);
        assertThat(paused()).isNotEmpty();
    }

    @Test
    void recordThatIsEditedOften_isOneRecord() {
        linked(200);

        for (int i = 0; i < 50; i++) {
            assertThat(goOn(breaker, overwriting(0, 10))).isEqualTo(10);
        }

        assertThat(paused()).isEmpty();
    }

    @Test
    void whatABackfillAsksFor_isNeitherCountedNorHeld() {
        linked(200);
        Noted align = new Noted(Side.HUBSPOT, Noted.Kind.ALIGN, "run-1/contact-phone", NOON, false);
        List<LinkWork> works = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            works.add(work(i, "old", "new", align));
        }

        assertThat(goOn(breaker, works)).isEqualTo(150);
        breaker.hold(Set.of("contact-phone"), works);
        assertThat(goOn(breaker, works)).isEqualTo(150);
    }

    @Test
    void valuesThatTheCrmRefusedAndAreTriedAgain_wereCountedBefore() {
        linked(200);
        List<LinkWork> works = new ArrayList<>();
        for (LinkWork work : overwriting(0, 150)) {
            works.add(triedAgain(work));
        }

        assertThat(goOn(breaker, works)).isEqualTo(150);
        assertThat(goOn(breaker, overwriting(150, 40))).isEqualTo(40);
    }

    private static LinkWork triedAgain(LinkWork first) {
        FieldDecision decided = first.decisions().get(0);
        Link link = first.link;
        Findings refused =
                new Findings(
                        Map.of(decided.mappingId(), decided.now()),
                        Set.of(),
                        Findings.NONE.differences(),
                        Findings.NONE.compared(),
                        Map.of(),
                        Map.of(decided.mappingId(), new Retry(1, NOON)),
                        0);
        Link again =
                new Link(
                        link.key(),
                        link.partnerId(),
                        link.due(),
                        link.base(),
                        link.intents(),
                        refused);
        Observation seen = Observation.of(again, first.seen().hubspot(), first.seen().salesforce());
        return new LinkWork(seen, List.of(decided));
    }

    @Test
    void releasedMapping_isExemptForAWindow() {
        linked(200);
        goOn(breaker, overwriting(0, 150));
        store.release("contact", "contact-phone", NOON, NOON.plus(config.window()));
        allLookedAtAgain();

        assertThat(goOn(breaker(NOON), overwriting(0, 150))).isEqualTo(150);

        Instant later = NOON.plus(config.window());
        assertThat(goOn(breaker(later), overwriting(0, 150))).isZero();
    }

    private void allLookedAtAgain() {
        Release release = store.of("contact").get(0).release();
        assertThat(store.save("contact", "contact-phone", release, null)).isTrue();
    }

    /** Of a large mapping a window is not enough: what was held would pause it again. */
    @Test
    void releasedMapping_isExemptUntilAllThatWasHeldIsLookedAtAgain() {
        linked(200);
        goOn(breaker, overwriting(0, 150));
        store.release("contact", "contact-phone", NOON, NOON.plus(config.window()));
        Breaker later = breaker(NOON.plus(config.window()).plus(config.window()));

        assertThat(goOn(later, overwriting(0, 150))).isEqualTo(150);
        assertThat(paused()).isEmpty();

        allLookedAtAgain();
        assertThat(goOn(later, overwriting(150, 150))).isZero();
    }

    @Test
    void switchedOff_pausesNothing() {
        config.enabled = false;

        assertThat(goOn(breaker, overwriting(0, 500))).isEqualTo(500);
    }

    @Test
    void fiftyFunctionsAtOnce_writeNoMoreThanTheShare() throws Exception {
        linked(1_000);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<Long>> functions = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int from = i * 20;
            // Each has read the settings before anything was paused.
            functions.add(
                    () -> {
                        List<LinkWork> works = overwriting(from, 20);
                        new Breaker(
                                        store,
                                        drift,
                                        new RecordedProblems(),
                                        config,
                                        Clock.fixed(NOON, ZoneOffset.UTC))
                                .hold(Set.of(), works);
                        return works.stream()
                                .filter(work -> !work.writes(Side.SALESFORCE).isEmpty())
                                .count();
                    });
        }
        long through = 0;
        for (Future<Long> function : pool.invokeAll(functions)) {
            through += function.get();
        }
        pool.shutdown();

        assertThat(through).isEqualTo(200);
    }

    private static final class Thresholds implements io.crosswalk.mapping.BreakerConfig {
        boolean enabled = true;

        @Override
        public boolean enabled() {
            return enabled;
        }

        @Override
        public Duration window() {
            return Duration.ofHours(1);
        }

        @Override
        public double share() {
            return 0.2;
        }

        @Override
        public int records() {
            return 100;
        }

        @Override
        public int countFrom() {
            return 5;
        }

        @Override
        public Duration settledAfter() {
            return Duration.ofMinutes(3);
        }

        @Override
        public int releasesMax() {
            return 2_000;
        }
    }
}
