package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.reconcile.Cursors.Standing;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.InMemoryArrivals;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceField;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects and sides in one run: none is in the way of another. */
class CatchUpTest {
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);
    private static final List<String> OBJECTS = List.of("contact", "company", "deal");

    private final SettableClock clock = new SettableClock();
    private final Instant began = clock.instant();
    private final KeptCursors cursors = new KeptCursors();
    private final InMemoryArrivals arrivals = new InMemoryArrivals();
    private final ReconcileConfig config = Shipped.config(ReconcileConfig.class, Map.of());

    private CatchUp.Report run(SortedHubspot portal, SortedSalesforce org) {
        Governor plenty =
                new Governor(
                        new InMemoryBudgetStore(),
                        ShippedTerms.terms(),
                        clock,
                        new SplittableRandom(1));
        PageCalls calls = new PageCalls(plenty);
        Differences differences = new Differences(FINGERPRINTS);
        return new CatchUp(
                        new NoLinks(),
                        new MappingPlans(new AllOn(), portal, org, clock),
                        new HubspotCatchUp(
                                portal,
                                new NoLinks(),
                                cursors,
                                differences,
                                new OverwrittenEdits(
                                        portal, cursors, FINGERPRINTS, calls, config, clock),
                                calls,
                                config,
                                clock),
                        new SalesforceCatchUp(
                                org, new NoLinks(), cursors, differences, calls, config, clock),
                        cursors,
                        arrivals,
                        config,
                        clock)
                .run();
    }

    @Test
    void hubspotsSearchFails_salesforceIsCaughtUpWithAllTheSame() {
        Instant changed = began.minus(Duration.ofHours(1));
        SlowHubspot away = new SlowHubspot(changed, 1, Duration.ZERO);
        away.away = new CrmUnavailable("DAILY", "HubSpot's calls are used up", Duration.ZERO);

        CatchUp.Report report = run(away, new SlowSalesforce(changed, 1, Duration.ZERO));

        assertThat(report.failed()).isEqualTo(3);
        for (String object : OBJECTS) {
            assertThat(cursors.cursor(object, Side.SALESFORCE)).isEqualTo(changed);
            assertThat(cursors.standing(object, Side.SALESFORCE))
                    .isEqualTo(new Standing(changed, began, null));
            assertThat(cursors.standing(object, Side.HUBSPOT).lastSuccess()).isNull();
        }
    }

    @Test
    void dayOfCallsIsUsedUp_isAFailureThatPassesByItself_andTheNextSuccessEndsIt() {
        SlowHubspot portal = new SlowHubspot(began, 1, Duration.ZERO);
        portal.away = new CrmUnavailable("DAILY", "HubSpot's calls are used up", Duration.ZERO);

        run(portal, new SlowSalesforce(began, 1, Duration.ZERO));

        assertThat(failure("contact", Side.HUBSPOT))
                .isEqualTo(
                        new CatchUpFailure(
                                "DAILY",
                                "HubSpot's calls are used up",
                                ProblemSeverity.WARNING,
                                began));

        portal.away = null;
        run(portal, new SlowSalesforce(began, 1, Duration.ZERO));

        assertThat(failure("contact", Side.HUBSPOT)).isNull();
    }

    @Test
    void loginIsRevoked_isAFailureThatAPersonHasToMend() {
        SlowHubspot portal = new SlowHubspot(began, 1, Duration.ZERO);
        portal.away = new CrmUnavailable("UNAUTHORIZED", "Cannot log in", Duration.ZERO);

        run(portal, new SlowSalesforce(began, 1, Duration.ZERO));

        assertThat(failure("deal", Side.HUBSPOT))
                .extracting(CatchUpFailure::severity)
                .isEqualTo(ProblemSeverity.ISSUE);
        assertThat(failure("deal", Side.SALESFORCE)).isNull();
    }

    /** Whose properties are not known is not looked through on either side. */
    @Test
    void metadataCannotBeRead_isAFailureOfBothSides() {
        SlowHubspot portal = new SlowHubspot(began, 1, Duration.ZERO);
        portal.hiding = new CrmUnavailable("UNREACHABLE", "No answer", Duration.ZERO);

        run(portal, new SlowSalesforce(began, 1, Duration.ZERO));

        for (Side side : Side.values()) {
            assertThat(failure("company", side))
                    .extracting(CatchUpFailure::code)
                    .isEqualTo("UNREACHABLE");
        }
    }

    /** What our own exceptions say may hold values. */
    @Test
    void ourOwnFault_isAFailureThatTellsNothingOfIt() {
        SlowHubspot portal = new SlowHubspot(began, 1, Duration.ZERO);
        portal.away = new IllegalStateException("ada@example.com");

        run(portal, new SlowSalesforce(began, 1, Duration.ZERO));

        CatchUpFailure failure = failure("contact", Side.HUBSPOT);
        assertThat(failure).extracting(CatchUpFailure::code).isEqualTo("INTERNAL");
        assertThat(String.valueOf(failure)).doesNotContain("ada@example.com");
    }

    private @Nullable CatchUpFailure failure(String object, Side side) {
        return cursors.standing(object, side).failure();
    }

    @Test
    void moreThanOneRunHasTimeFor_everySideOfEveryObjectIsLookedAtAndTheNextGoesOn() {
        Instant changed = began.minus(Duration.ofHours(1));
        SlowHubspot portal = new SlowHubspot(changed, 5_000, Duration.ofSeconds(7));
        SlowSalesforce org = new SlowSalesforce(changed, 50_000, Duration.ofSeconds(7));

        run(portal, org);

        Duration took = Duration.between(began, clock.instant());
        assertThat(took).isBetween(config.catchUpFor(), config.catchUpFor().plusSeconds(6 * 7));
        Map<String, Instant> reached = new HashMap<>();
        for (String object : OBJECTS) {
            for (Side side : Side.values()) {
                assertThat(cursors.cursor(object, side)).isAfter(changed);
                reached.put(object + side, cursors.cursor(object, side));
            }
        }

        run(portal, org);

        for (String object : OBJECTS) {
            for (Side side : Side.values()) {
                assertThat(cursors.cursor(object, side)).isAfter(reached.get(object + side));
            }
        }
    }

    /** Else every run would begin at the same page. */
    @Test
    void moreRecordsOfOneMomentThanTheTimeIsEnoughFor_areReadOnUntilTheCursorMoves() {
        Instant changed = began.minus(Duration.ofHours(1));
        SlowSalesforce org = new SlowSalesforce(changed, 5_000, Duration.ofMinutes(1));
        org.perSecond = 4_500;
        OBJECTS.forEach(object -> cursors.advance(object, Side.SALESFORCE, changed));

        run(new SlowHubspot(changed, 1, Duration.ZERO), org);

        for (String object : OBJECTS) {
            assertThat(cursors.cursor(object, Side.SALESFORCE)).isEqualTo(changed.plusSeconds(1));
        }
    }

    private final class SlowHubspot extends SortedHubspot {
        private final Duration page;
        @Nullable RuntimeException away;
        @Nullable RuntimeException hiding;

        SlowHubspot(Instant first, int records, Duration page) {
            super(first, records);
            this.page = page;
        }

        @Override
        public List<HubspotProperty> properties(String type) {
            if (hiding != null) {
                throw hiding;
            }
            return List.of();
        }

        @Override
        public SearchPage search(
                String type,
                List<SearchFilter> filters,
                String sortProperty,
                Collection<String> properties,
                int limit,
                @Nullable String after) {
            if (away != null) {
                throw away;
            }
            clock.pass(page);
            return super.search(type, filters, sortProperty, properties, limit, after);
        }
    }

    private final class SlowSalesforce extends SortedSalesforce {
        private final Duration page;

        SlowSalesforce(Instant first, int records, Duration page) {
            super(first, records);
            this.page = page;
        }

        @Override
        public List<SalesforceField> fields(String type) {
            return List.of();
        }

        @Override
        public List<Modified> modifiedSince(
                String type,
                Instant since,
                @Nullable String afterId,
                Collection<String> fields,
                int limit) {
            clock.pass(page);
            return super.modifiedSince(type, since, afterId, fields, limit);
        }
    }

    private static final class AllOn extends FixedMappings {
        @Override
        public ObjectSettings settings(String object) {
            return new ObjectSettings(true, 1);
        }

        @Override
        public List<Mapping> mappings(String object) {
            return List.of();
        }
    }

    private static final class NoLinks extends UnaskedRecordStore {
        @Override
        public List<RecordKey> overdue(Instant now, Duration after, int limit) {
            return List.of();
        }

        @Override
        public void wake(Collection<RecordKey> keys) {
            assertThat(keys).isEmpty();
        }

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
