package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.budget.Terms;
import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.hubspot.RecordedHistories;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Edits in HubSpot that no webhook told of: writes are checked once they are a minute old. */
class OverwrittenEditsTest {
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);
    private static final RecordKey KEY = RecordKey.hubspot("contact", "501");

    private final SettableClock clock = new SettableClock();
    private final Instant wroteAt = clock.instant();
    private final RecordedHistories hubspot = new RecordedHistories();
    private final KeptCursors cursors = new KeptCursors();

    private OverwrittenEdits edits(Terms terms) {
        return new OverwrittenEdits(
                hubspot,
                cursors,
                FINGERPRINTS,
                new PageCalls(
                        new Governor(
                                new InMemoryBudgetStore(), terms, clock, new SplittableRandom(1))),
                new AfterAMinute(),
                clock);
    }

    /** One run over those links. */
    private Map<RecordKey, List<Noted>> run(SyncRule rule, Link... links) {
        OverwrittenEdits.Check check = edits(ShippedTerms.terms()).check(plan(rule));
        Map<RecordKey, List<Noted>> found = find(check, wroteAt, links);
        check.end();
        return found;
    }

    /** On a page of records that were changed at that time. */
    private static Map<RecordKey, List<Noted>> find(
            OverwrittenEdits.Check check, Instant changed, Link... links) {
        return find(check, changed, Map.of("phone", "C"), links);
    }

    private static Map<RecordKey, List<Noted>> find(
            OverwrittenEdits.Check check,
            Instant changed,
            Map<String, String> shown,
            Link... links) {
        List<CrmRecord> page = new ArrayList<>();
        Map<RecordKey, Link> byKey = new HashMap<>();
        for (Link link : links) {
            String id = link.key().recordId();
            page.add(new CrmRecord(id, id, shown, changed));
            byKey.put(link.key(), link);
        }
        return check.find(page, byKey);
    }

    private Map<RecordKey, List<Noted>> run(Link... links) {
        return run(SyncRule.TWO_WAY, links);
    }

    private static MappingPlan plan(SyncRule rule) {
        PlannedField phone =
                new PlannedField(
                        new Mapping("m", "contact", "phone", "Phone", rule, Fill.NONE, false, 1),
                        HubspotType.PHONENUMBER,
                        SalesforceType.PHONE,
                        Conversion.between(
                                HubspotType.PHONENUMBER,
                                SalesforceType.PHONE,
                                Limits.NONE,
                                Limits.NONE,
                                Map.of()));
        return new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, List.of(phone));
    }

    private Link written(String id, Side side) {
        Findings findings =
                new Findings(
                        Map.of(),
                        Set.of(),
                        Map.of(),
                        1,
                        Map.of(
                                "m",
                                RecentWrites.NONE.with(side, wroteAt, Base.OF_NOTHING.of(side))),
                        Map.of(),
                        0);
        return new Link(
                RecordKey.hubspot("contact", id),
                "003000000000001AAA",
                Link.Due.quiet(1, Turn.FIRST, List.of()),
                Map.of(),
                Map.of(),
                findings);
    }

    private Link written() {
        return written("501", Side.HUBSPOT);
    }

    /** Somebody else's B, so many seconds from our write of C. */
    private void overwrote(int seconds) {
        hubspot.with(
                "501",
                "phone",
                new Changed(wroteAt.plusSeconds(1), "C", true),
                new Changed(wroteAt.plusSeconds(seconds), "B", false),
                new Changed(wroteAt.minusSeconds(999), "A", false));
    }

    @Test
    void propertyIsHiddenNow_theLookAfterItIsBackAsksForItsHistory() {
        Link link = written("501", Side.HUBSPOT);
        clock.pass(Duration.ofMinutes(5));
        OverwrittenEdits.Check check = edits(ShippedTerms.terms()).check(plan(SyncRule.TWO_WAY));

        Map<RecordKey, List<Noted>> found = find(check, wroteAt, Map.of(), link);

        assertThat(found.get(KEY))
                .containsExactly(
                        new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "phone", wroteAt, false));
        assertThat(hubspot.asked).isEmpty();
    }

    @Test
    void editRightBelowOurWrite_isHinted() {
        overwrote(0);
        clock.pass(Duration.ofMinutes(1));

        assertThat(run(written()))
                .containsExactly(
                        Map.entry(
                                KEY,
                                List.of(
                                        new Noted(
                                                Side.HUBSPOT,
                                                Noted.Kind.CHANGED,
                                                "phone",
                                                wroteAt,
                                                false,
                                                FINGERPRINTS.of(
                                                        KEY, "m", Side.HUBSPOT, Value.of("B"))))));
    }

    @Test
    void write_isCheckedOnceAndNotBeforeWebhooksHadTheirTime() {
        overwrote(0);

        clock.pass(Duration.ofSeconds(59));
        assertThat(run(written())).isEmpty();
        assertThat(hubspot.asked).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(run(written())).hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        assertThat(run(written())).isEmpty();

        assertThat(hubspot.asked).containsExactly("501 [phone]");
    }

    @Test
    void manyWrites_areOneQuestion() {
        clock.pass(Duration.ofMinutes(1));

        run(written(), written("502", Side.HUBSPOT));

        assertThat(hubspot.asked).containsExactly("501 502 [phone]");
    }

    @ParameterizedTest
    @EnumSource(SyncRule.class)
    void onlyRulesThatAreAskedFor_areChecked(SyncRule rule) {
        clock.pass(Duration.ofMinutes(1));

        run(rule, written());

        boolean asked = rule == SyncRule.TWO_WAY || rule == SyncRule.PREFER_HUBSPOT_UNLESS_BLANK;
        assertThat(hubspot.asked).hasSize(asked ? 1 : 0);
    }

    @Test
    void writeOfSalesforce_isNotChecked() {
        clock.pass(Duration.ofMinutes(1));

        run(written("501", Side.SALESFORCE));

        assertThat(hubspot.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-30, 1", "-31, 0"})
    void editLongBeforeTheWrite_wasSeen(int seconds, int found) {
        overwrote(seconds);
        clock.pass(Duration.ofMinutes(1));

        assertThat(run(written())).hasSize(found);
    }

    @Test
    void personsEditOnTop_isLeftToItsWebhook() {
        hubspot.with(
                "501",
                "phone",
                new Changed(wroteAt.plusSeconds(2), "D", false),
                new Changed(wroteAt.plusSeconds(1), "C", true),
                new Changed(wroteAt, "B", false));
        clock.pass(Duration.ofMinutes(1));

        assertThat(run(written())).isEmpty();
    }

    @Test
    void refusedCall_isMadeInTheNextRun() {
        overwrote(0);
        clock.pass(Duration.ofMinutes(1));
        Terms shipped = ShippedTerms.terms();
        Terms nothingForReconcile =
                new Terms(
                        shipped.windows(),
                        shipped.days(),
                        shipped.zone(),
                        shipped.slots(),
                        new Terms.Percent(100, 0, 0),
                        shipped.dayReserve());

        OverwrittenEdits.Check refused = edits(nothingForReconcile).check(plan(SyncRule.TWO_WAY));
        assertThat(find(refused, wroteAt, written())).isEmpty();
        refused.end();
        assertThat(hubspot.asked).isEmpty();

        assertThat(run(written())).hasSize(1);
    }

    @Test
    void runThatStoppedBeforeItsEnd_isMadeAgain() {
        overwrote(0);
        clock.pass(Duration.ofMinutes(1));

        find(edits(ShippedTerms.terms()).check(plan(SyncRule.TWO_WAY)), wroteAt, written());

        assertThat(run(written())).hasSize(1);
    }

    @Test
    void recordThatTheSearchOfARunDidNotShow_isCheckedByTheNext() {
        overwrote(0);
        clock.pass(Duration.ofMinutes(1));
        run();

        OverwrittenEdits.Check next = edits(ShippedTerms.terms()).check(plan(SyncRule.TWO_WAY));
        assertThat(find(next, clock.instant(), written())).hasSize(1);
    }

    @Test
    void recordThatDidNotChangeSinceTheRunBefore_isNotAskedForAgain() {
        overwrote(0);
        clock.pass(Duration.ofMinutes(1));
        run(written());
        hubspot.asked.clear();
        clock.pass(Duration.ofMinutes(1));

        assertThat(run(written())).isEmpty();
        assertThat(hubspot.asked).isEmpty();
    }

    @Test
    void writeOfAFunctionThatStopped_isCheckedToo() {
        overwrote(0);
        clock.pass(Duration.ofMinutes(1));
        Link begun = written("501", Side.SALESFORCE).withTurn(Map.of("m", begun()), wroteAt);

        assertThat(run(begun)).hasSize(1);
    }

    private Intent begun() {
        Base after = FINGERPRINTS.base(KEY, "m", Value.of("1"), Value.of("1"));
        return new Intent(Side.HUBSPOT, after, wroteAt + "#100000");
    }

    @Test
    void appWhoseIdIsNotKnown_findsNothing() {
        overwrote(0);
        hubspot.recognisesUs = false;
        clock.pass(Duration.ofMinutes(1));

        assertThat(run(written())).isEmpty();
        assertThat(hubspot.asked).isEmpty();
    }

    private static final class AfterAMinute implements ReconcileConfig {
        @Override
        public Set<SyncRule> checkedRules() {
            return Set.of(SyncRule.TWO_WAY, SyncRule.PREFER_HUBSPOT_UNLESS_BLANK);
        }

        @Override
        public Duration writesCheckedAfter() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration overlap() {
            throw new AssertionError("not asked for");
        }

        @Override
        public Duration redriveAfter() {
            throw new AssertionError("not asked for");
        }

        @Override
        public int pagesMax() {
            throw new AssertionError("not asked for");
        }

        @Override
        public Duration catchUpFor() {
            throw new AssertionError("not asked for");
        }

        @Override
        public Duration healthEvery() {
            throw new AssertionError("not asked for");
        }

        @Override
        public Duration metadataSettledAfter() {
            throw new AssertionError("not asked for");
        }

        @Override
        public int healthRetriesMax() {
            throw new AssertionError("not asked for");
        }
    }
}
