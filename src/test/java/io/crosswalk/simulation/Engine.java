package io.crosswalk.simulation;

import io.crosswalk.Shipped;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.HubspotCallMeter;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.SalesforceCallMeter;
import io.crosswalk.budget.Terms;
import io.crosswalk.hubspot.CallListener;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.LinkPolicy;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.Matching;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.reconcile.BreakerRelease;
import io.crosswalk.reconcile.CatchUp;
import io.crosswalk.reconcile.Differences;
import io.crosswalk.reconcile.DriftConfig;
import io.crosswalk.reconcile.HeldLinks;
import io.crosswalk.reconcile.HubspotCatchUp;
import io.crosswalk.reconcile.InMemoryAudit;
import io.crosswalk.reconcile.LinkAudit;
import io.crosswalk.reconcile.OverwrittenEdits;
import io.crosswalk.reconcile.PageCalls;
import io.crosswalk.reconcile.ReconcileConfig;
import io.crosswalk.reconcile.SalesforceCatchUp;
import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.InMemoryArrivals;
import io.crosswalk.records.InMemoryDriftStore;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.Journal;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.sync.Breaker;
import io.crosswalk.sync.HintIntake;
import io.crosswalk.sync.LookListener;
import io.crosswalk.sync.ManualLinks;
import io.crosswalk.sync.SyncBatch;
import io.crosswalk.sync.SyncConfig;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The production classes, put together as the container would. */
final class Engine {
    private static final StorageConfig STORAGE = Shipped.config(StorageConfig.class);
    private static final BreakerConfig BREAKER = Shipped.config(BreakerConfig.class);
    private static final BreakerConfig PAUSES_SOON =
            Shipped.config(
                    BreakerConfig.class,
                    Map.of("crosswalk.breaker.records", "2", "crosswalk.breaker.count-from", "1"));
    private static final SyncConfig SYNC =
            Shipped.config(SyncConfig.class, Map.of("crosswalk.sync.search-settled", "PT10S"));
    private static final ReconcileConfig RECONCILE =
            Shipped.config(
                    ReconcileConfig.class,
                    Map.of("crosswalk.reconcile.checked-rules", everyRule()));

    /** Companies are partners of those that people name. */
    private static final LinkPolicy LINKED_BY_NAME = new LinkPolicy(Matching.ID_ONLY, Creation.OFF);

    private static final DriftConfig DRIFT = Shipped.config(DriftConfig.class);
    private static final Fingerprints FINGERPRINTS =
            new Fingerprints("simulation-of-16".getBytes(StandardCharsets.UTF_8));

    final SyncBatch sync;
    final HintIntake intake;
    final ManualLinks byHand;
    final CatchUp reconcile;
    final LinkAudit audit;
    final BreakerRelease releases;
    final PausedMappings paused;

    /**
     * What functions share beside records, journal and problems, and what outlives each of them.
     */
    static final class Shared {
        private final InMemoryBudgetStore budget = new InMemoryBudgetStore();
        private final InMemoryDriftStore drift = new InMemoryDriftStore();
        private final InMemoryArrivals arrivals = new InMemoryArrivals();
        private final InMemoryRunTallies tallies = new InMemoryRunTallies();
    }

    Engine(
            RecordStore store,
            Journal journal,
            ProblemStore problems,
            MatchNotes notes,
            List<Mapping> mappings,
            LinkPolicy newcomers,
            SimulatedHubspot contacts,
            SimulatedSalesforce contactsInSalesforce,
            @Nullable Companies companies,
            AwaitedPartners awaited,
            InMemoryCursors cursors,
            SimulatedBreaker breaker,
            boolean pauses,
            Clock clock,
            RandomGenerator random,
            Terms terms,
            Shared shared) {
        BreakerConfig breaking = pauses ? PAUSES_SOON : BREAKER;
        HubspotClient hubspot =
                companies == null ? contacts : new HubspotOfBothTypes(contacts, companies.hubspot);
        SalesforceClient salesforce =
                companies == null
                        ? contactsInSalesforce
                        : new SalesforceOfBothTypes(contactsInSalesforce, companies.salesforce);
        MappingStore configured = new Configured(mappings, companies != null, newcomers, breaker);
        MappingPlans plans = new MappingPlans(configured, hubspot, salesforce, clock);
        Governor governor = new Governor(shared.budget, terms, clock, new SplittableRandom(1));
        contacts.meter = meter(new HubspotCallMeter(governor));
        contactsInSalesforce.meter = meter(new SalesforceCallMeter(governor));
        sync =
                new SyncBatch(
                        store,
                        journal,
                        problems,
                        notes,
                        awaited,
                        plans,
                        new ScopeProblems(
                                new HubspotScopes(configured, hubspot, new SaidAccess()),
                                problems,
                                clock),
                        hubspot,
                        salesforce,
                        new Breaker(breaker, shared.drift, problems, breaking, clock),
                        FINGERPRINTS,
                        STORAGE,
                        shared.tallies,
                        SYNC,
                        governor,
                        LookListener.NONE,
                        clock,
                        random);
        byHand =
                new ManualLinks(
                        store,
                        notes,
                        awaited,
                        problems,
                        hubspot,
                        salesforce,
                        FINGERPRINTS,
                        SYNC,
                        clock);
        intake = new HintIntake(store, journal, plans, FINGERPRINTS, hubspot, STORAGE);
        Differences differences = new Differences(FINGERPRINTS);
        PageCalls calls = new PageCalls(governor);
        reconcile =
                new CatchUp(
                        store,
                        plans,
                        new HubspotCatchUp(
                                hubspot,
                                store,
                                cursors,
                                differences,
                                new OverwrittenEdits(
                                        hubspot, cursors, FINGERPRINTS, calls, RECONCILE, clock),
                                calls,
                                RECONCILE,
                                clock),
                        new SalesforceCatchUp(
                                salesforce, store, cursors, differences, calls, RECONCILE, clock),
                        cursors,
                        shared.arrivals,
                        RECONCILE,
                        clock);
        paused = new PausedMappings(breaker, configured, problems, breaking, clock);
        HeldLinks held = new HeldLinks(store, breaking);
        releases = new BreakerRelease(breaker, paused, configured, held, breaking, clock);
        audit =
                InMemoryAudit.of(
                        store,
                        configured,
                        plans,
                        hubspot,
                        salesforce,
                        differences,
                        calls,
                        DRIFT,
                        clock);
    }

    private static String everyRule() {
        return Stream.of(SyncRule.values()).map(Enum::name).collect(Collectors.joining(","));
    }

    private static SimulatedCrm.Meter meter(HubspotCallMeter meter) {
        return (what, refused) -> {
            boolean search = what.equals("search");
            CallListener.Kind kind =
                    search ? CallListener.Kind.SEARCH : CallListener.Kind.BATCH_READ;
            meter.called(kind, 1, refused ? 429 : 200, 1);
            if (refused) {
                meter.limited(
                        kind, search ? "SECONDLY" : "TEN_SECONDLY_ROLLING", Duration.ofSeconds(2));
            }
        };
    }

    private static SimulatedCrm.Meter meter(SalesforceCallMeter meter) {
        return (what, refused) -> {
            var kind = io.crosswalk.salesforce.CallListener.Kind.QUERY;
            meter.called(kind, 1, refused ? 503 : 200, 1);
            if (refused) {
                meter.limited(kind, "503", Duration.ofSeconds(2));
            }
        };
    }

    private record Configured(
            List<Mapping> all, boolean companies, LinkPolicy newcomers, SimulatedBreaker breaker)
            implements MappingStore {
        @Override
        public ObjectSettings settings(String object) {
            boolean contact = object.equals("contact");
            boolean company = object.equals(Companies.OBJECT) && companies;
            Set<String> paused = contact ? breaker.shown(object) : Set.of();
            LinkPolicy linking = contact ? newcomers : LINKED_BY_NAME;
            return new ObjectSettings(contact || company, linking, 1, paused);
        }

        @Override
        public List<Mapping> mappings(String object) {
            return switch (object) {
                case "contact" -> all;
                case Companies.OBJECT -> List.of(Companies.NAME);
                default -> List.of();
            };
        }

        @Override
        public List<ObjectConfiguration> load(List<String> objects) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean save(Collection<Change> changes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
