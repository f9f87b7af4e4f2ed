package io.crosswalk.sync;

import io.crosswalk.budget.Governor;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RunTallies;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.sync.Admission.Admitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Looks at a batch of due records: the one path on which every edit travels, whether it came by
 * webhook, change event, reconcile or retry.
 */
@ApplicationScoped
public class SyncBatch {
    private final RecordStore store;
    private final MappingPlans plans;
    private final SyncConfig config;
    private final Clock clock;
    private final Settlement settlement;
    private final Linking linking;
    private final Forwarding forwarding;
    private final MergedAway mergedAway;
    private final Forgetting forgetting;
    private final LinkedSync linked;
    private final Admission admission;
    private final Watching watching;
    private final LookListener listener;

    public SyncBatch(
            RecordStore store,
            Journal journal,
            ProblemStore problems,
            MatchNotes notes,
            AwaitedPartners awaited,
            MappingPlans plans,
            ScopeProblems scopes,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Breaker breaker,
            Fingerprints fingerprints,
            StorageConfig storage,
            RunTallies tallies,
            SyncConfig config,
            Governor governor,
            LookListener listener,
            Clock clock,
            RandomGenerator random) {
        this.store = store;
        this.plans = plans;
        this.config = config;
        this.clock = clock;
        this.listener = listener;
        this.watching = new Watching(config.watchOnly(), config.pause());
        Backoff backoff = new Backoff(random);
        Quarantine quarantine = new Quarantine(config.answersMax(), config.answersWindow());
        JournalWriter entries = new JournalWriter(storage.journalHashesOnly(), fingerprints);
        RecordProblems recordProblems = new RecordProblems(problems);
        Turns turns = new Turns(store, config.turn(), clock);
        this.settlement =
                new Settlement(
                        store,
                        recordProblems,
                        new LinkFindings(quarantine),
                        new Tallying(tallies, fingerprints),
                        backoff,
                        turns,
                        listener,
                        clock);
        UnlinkedEnds ends =
                new UnlinkedEnds(store, new PartnerProblems(problems), fingerprints, turns);
        Waiters waiters = new Waiters(store, notes);
        SameValues sameValues = new SameValues(hubspot, salesforce);
        NamingRecords naming = new NamingRecords(hubspot, sameValues);
        NewRecords newRecords = new NewRecords(hubspot);
        CreationEntries creationEntries =
                new CreationEntries(fingerprints, storage.journalHashesOnly());
        UntoldMakings makings = new UntoldMakings(store, creationEntries, fingerprints);
        CreationEnds creationEnds =
                new CreationEnds(
                        store,
                        journal,
                        creationEntries,
                        notes,
                        ends,
                        waiters,
                        backoff,
                        config.searchSettled(),
                        listener,
                        clock);
        CompanyLinks companies = new CompanyLinks(store);
        this.admission = new Admission(governor, settlement);
        this.mergedAway = new MergedAway(store, notes, settlement);
        this.forwarding = new Forwarding(store, ends, mergedAway);
        this.linking =
                new Linking(
                        store,
                        new Seekers(
                                store,
                                hubspot,
                                salesforce,
                                settlement,
                                ends,
                                waiters,
                                naming,
                                forwarding),
                        settlement,
                        ends,
                        waiters,
                        companies,
                        new FieldMatching(store, notes, sameValues, naming),
                        new Creating(
                                store,
                                notes,
                                Map.of(Side.HUBSPOT, hubspot, Side.SALESFORCE, salesforce),
                                newRecords,
                                new ArrivedWrites(fingerprints),
                                new Traces(store, sameValues, salesforce, creationEnds, ends),
                                creationEnds,
                                ends,
                                waiters,
                                scopes,
                                watching,
                                config.turn(),
                                clock),
                        config.searchSettled(),
                        clock);
        this.forgetting =
                new Forgetting(
                        new StillShown(hubspot, governor),
                        store,
                        journal,
                        problems,
                        notes,
                        settlement,
                        clock);
        Departures departures =
                new Departures(store, salesforce, recordProblems, settlement, waiters, mergedAway);
        Observing observing = new Observing(hubspot, salesforce, departures);
        ArrivedWrites arrivedWrites = new ArrivedWrites(fingerprints);
        LostWrites lostWrites = new LostWrites(journal, entries, arrivedWrites);
        this.linked =
                new LinkedSync(
                        observing,
                        departures,
                        new MovedPairs(store, salesforce, settlement, lostWrites, fingerprints),
                        new DeletedCompanies(companies, hubspot, fingerprints, clock),
                        companies,
                        new AwaitedCompanies(store, awaited, companies, clock),
                        waiters,
                        makings,
                        new Deciding(
                                observing,
                                new LinkDecisions(fingerprints, quarantine),
                                new UnseenEdits(observing, journal, entries, fingerprints),
                                new UnseenDecisions(fingerprints),
                                new Takebacks(journal),
                                departures,
                                clock),
                        watching,
                        breaker,
                        new Committing(
                                store,
                                journal,
                                entries,
                                arrivedWrites,
                                lostWrites,
                                makings,
                                config.turn(),
                                clock),
                        new Writes(journal, fingerprints, backoff, scopes, listener, clock),
                        hubspot,
                        salesforce,
                        settlement,
                        listener);
    }

    /**
     * @param keys records of the due set; those that are not due any more cost a read of storage
     * @throws RuntimeException when storage fails: nothing that was due is acknowledged then
     */
    public void run(Collection<RecordKey> keys) {
        Map<String, List<Link>> byObject = new LinkedHashMap<>();
        List<Link> forgotten = new ArrayList<>();
        for (Link link : store.load(keys).values()) {
            if (isDue(link) && link.isForgotten()) {
                forgotten.add(link);
            } else if (isDue(link)) {
                byObject.computeIfAbsent(link.key().object(), name -> new ArrayList<>()).add(link);
            }
        }
        forgetting.forget(forgotten);
        byObject.forEach(
                (name, links) ->
                        ObjectPairs.named(name).ifPresent(object -> runAdmitted(object, links)));
    }

    private void runAdmitted(ObjectPair object, List<Link> due) {
        try (Admitted admitted = admission.admit(due)) {
            if (!admitted.links().isEmpty()) {
                run(object, admitted.links());
                listener.taken(admitted.links().size());
            }
        }
    }

    /** One that another sync is writing comes again when that one ends, or when its turn does. */
    private boolean isDue(Link link) {
        if (link.due().turn().isHeldAt(clock.instant())) {
            return false;
        }
        State state = link.due().state();
        boolean abandoned =
                state == State.WRITING
                        && link.due().at() != null
                        && !link.due().at().isAfter(clock.instant());
        return state == State.DUE || abandoned;
    }

    private void run(ObjectPair object, List<Link> links) {
        try {
            MappingPlan plan = plans.planInForce(object);
            if (plan != null) {
                run(watching.plan(plan), links);
            } else {
                links.forEach(this::rest);
            }
        } catch (CrmUnavailable e) {
            links.forEach(link -> settlement.postpone(link, e));
        }
    }

    /**
     * Its object does not sync. The cursors stand still meanwhile, so that catching up finds what
     * has changed or is new when it does again; what happened to a record that we know is only told
     * once.
     */
    private void rest(Link link) {
        String winner = Departures.toldWinner(link);
        if (Resting.canBeCaughtUpWith(link)) {
            settlement.quiet(link);
        } else if (winner == null || !mergedAway.goesWith(link, winner)) {
            settlement.postpone(link, LookListener.OBJECT_OFF, config.pause());
        }
    }

    private void run(MappingPlan plan, List<Link> links) {
        Map<String, Link> hubspotOnly = new HashMap<>();
        Map<String, Link> salesforceOnly = new HashMap<>();
        List<Link> pairs = new ArrayList<>();
        for (Link link : links) {
            boolean hubspotSide = link.key().side() == Side.HUBSPOT;
            if (link.partnerId() == null) {
                (hubspotSide ? hubspotOnly : salesforceOnly).put(link.key().recordId(), link);
            } else if (hubspotSide) {
                pairs.add(plan.upToDate(link));
            } else {
                forwarding.forward(link);
            }
        }
        linked.run(plan, pairs);
        linking.run(plan, hubspotOnly, salesforceOnly);
    }
}
