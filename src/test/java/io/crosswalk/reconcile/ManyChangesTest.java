package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.Lane;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** More records changed within the overlap than a run has pages for. */
class ManyChangesTest {
    private static final MappingPlan PLAN =
            new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, List.of());
    private static final int PAGES = 2;
    private static final int HUBSPOT_PAGE = 200;
    private static final int SALESFORCE_PAGE = 2_000;

    private final SettableClock clock = new SettableClock();
    private final KeptCursors cursors = new KeptCursors();
    private final ReconcileConfig config =
            Shipped.config(
                    ReconcileConfig.class, Map.of("crosswalk.reconcile.pages-max", "" + PAGES));
    private final PageCalls calls =
            new PageCalls(
                    new Governor(
                            new InMemoryBudgetStore(),
                            ShippedTerms.terms(),
                            clock,
                            new SplittableRandom(1)));
    private final Fingerprints fingerprints = new Fingerprints(new byte[16]);

    private HubspotCatchUp hubspot(SortedHubspot portal) {
        return new HubspotCatchUp(
                portal,
                new NoLinks(),
                cursors,
                new Differences(fingerprints),
                new OverwrittenEdits(portal, cursors, fingerprints, calls, config, clock),
                calls,
                config,
                clock);
    }

    private SalesforceCatchUp salesforce(SortedSalesforce org) {
        return new SalesforceCatchUp(
                org, new NoLinks(), cursors, new Differences(fingerprints), calls, config, clock);
    }

    private Instant settled() {
        return clock.instant().minus(config.overlap());
    }

    private Share share() {
        return new Share(settled(), Instant.MAX);
    }

    @Test
    void changedInHubspotLongAgo_everyRunGoesOnWhereTheOneBeforeStopped() {
        Instant first = clock.instant().minus(Duration.ofHours(1));
        SortedHubspot portal = new SortedHubspot(first, 3 * PAGES * HUBSPOT_PAGE);

        for (int run = 0; run < 4; run++) {
            hubspot(portal).run(PLAN, share());
        }

        assertThat(cursors.cursor("contact", Side.HUBSPOT)).isEqualTo(portal.last());
    }

    @Test
    void changedInSalesforceLongAgo_everyRunGoesOnWhereTheOneBeforeStopped() {
        Instant first = clock.instant().minus(Duration.ofHours(1));
        SortedSalesforce org = new SortedSalesforce(first, 3 * PAGES * SALESFORCE_PAGE);

        for (int run = 0; run < 4; run++) {
            salesforce(org).run(PLAN, share());
        }

        assertThat(cursors.cursor("contact", Side.SALESFORCE)).isEqualTo(org.last());
    }

    @Test
    void changedAMomentAgo_isLookedForAgain() {
        SortedHubspot portal = new SortedHubspot(clock.instant().minusSeconds(10), 1);

        hubspot(portal).run(PLAN, share());

        assertThat(cursors.cursor("contact", Side.HUBSPOT)).isEqualTo(settled());
    }

    @Test
    void noCallsAreLeftForReconcile_itHasNotLooked() {
        Governor busy =
                new Governor(
                        new InMemoryBudgetStore(),
                        ShippedTerms.terms(),
                        clock,
                        new SplittableRandom(1));
        busy.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT_SEARCH, 50));
        SortedHubspot portal = new SortedHubspot(clock.instant().minusSeconds(10), 1);
        HubspotCatchUp starved =
                new HubspotCatchUp(
                        portal,
                        new NoLinks(),
                        cursors,
                        new Differences(fingerprints),
                        new OverwrittenEdits(
                                portal, cursors, fingerprints, new PageCalls(busy), config, clock),
                        new PageCalls(busy),
                        config,
                        clock);

        assertThat(starved.run(PLAN, share())).isEqualTo(new Caught(0, 0, true));
        assertThat(hubspot(portal).run(PLAN, share()).refused()).isFalse();
    }

    @Test
    void whetherEditsWereOverwrittenCannotBeAsked_theNextRunLooksAgain() {
        PlannedField phone = text("m", "phone", "Phone");
        MappingPlan plan =
                new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, List.of(phone));
        Instant wroteAt = clock.instant().minus(Duration.ofHours(1));
        SortedHubspot portal = new SortedHubspot(wroteAt, 1);
        Governor busy =
                new Governor(
                        new InMemoryBudgetStore(),
                        ShippedTerms.terms(),
                        clock,
                        new SplittableRandom(1));
        busy.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT, 1_000));
        PageCalls searchesOnly = new PageCalls(busy);

        Caught cut = written(portal, wroteAt, searchesOnly).run(plan, share());

        assertThat(cut.refused()).isTrue();
        assertThat(portal.asked).isEmpty();
        assertThat(cursors.cursor("contact", Side.HUBSPOT)).isEqualTo(Instant.EPOCH);
        assertThat(written(portal, wroteAt, calls).run(plan, share()).refused()).isFalse();
        assertThat(portal.asked).containsExactly("0 [phone]");
        assertThat(cursors.cursor("contact", Side.HUBSPOT)).isEqualTo(wroteAt);
    }

    /** Over a link whose field we wrote in HubSpot. */
    private HubspotCatchUp written(SortedHubspot portal, Instant wroteAt, PageCalls asked) {
        Link link =
                new Link(
                        RecordKey.hubspot("contact", "0"),
                        "003000000000001AAA",
                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(),
                        new Findings(
                                Map.of(),
                                Set.of(),
                                Map.of(),
                                1,
                                Map.of(
                                        "m",
                                        RecentWrites.NONE.with(
                                                Side.HUBSPOT, wroteAt, Base.OF_NOTHING.hubspot())),
                                Map.of(),
                                0));
        return new HubspotCatchUp(
                portal,
                new NoLinks() {
                    @Override
                    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
                        return Map.of(link.key(), link);
                    }
                },
                cursors,
                new Differences(fingerprints),
                new OverwrittenEdits(portal, cursors, fingerprints, asked, config, clock),
                asked,
                config,
                clock);
    }

    /** The search filters and sorts by the property; the record's own time may be later. */
    @Test
    void recordSaysALaterTimeThanItsProperty_theCursorFollowsTheProperty() {
        Instant first = clock.instant().minus(Duration.ofHours(1));
        SortedHubspot portal = new SortedHubspot(first, 3);
        portal.updatedLater = Duration.ofMinutes(10);

        hubspot(portal).run(PLAN, share());

        assertThat(cursors.cursor("contact", Side.HUBSPOT)).isEqualTo(portal.last());
    }

    /** HubSpot refuses searches whose body has over 3,000 characters. */
    @Test
    void manyMappings_theValuesAreReadBesideTheSearch() {
        List<PlannedField> fields = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            fields.add(text("m" + i, "a_property_with_a_long_name_" + i, "F" + i + "__c"));
        }
        MappingPlan many =
                new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, fields);
        SortedHubspot portal = new SortedHubspot(clock.instant().minus(Duration.ofHours(1)), 350);

        assertThat(hubspot(portal).run(many, share()).refused()).isFalse();

        assertThat(portal.searchedFor).isNotEmpty().allMatch(names -> names.size() == 2);
        assertThat(portal.read).hasSize(350);
        assertThat(cursors.cursor("contact", Side.HUBSPOT)).isEqualTo(portal.last());
    }

    static PlannedField text(String id, String property, String field) {
        return new PlannedField(
                new Mapping(id, "contact", property, field, SyncRule.TWO_WAY, Fill.NONE, false, 1),
                HubspotType.TEXT,
                SalesforceType.STRING,
                Conversion.between(
                        HubspotType.TEXT,
                        SalesforceType.STRING,
                        Limits.NONE,
                        Limits.NONE,
                        Map.of()));
    }

    private static class NoLinks extends UnaskedRecordStore {
        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            return Map.of();
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            return Map.of();
        }
    }
}
