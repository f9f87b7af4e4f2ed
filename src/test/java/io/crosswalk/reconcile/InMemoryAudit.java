package io.crosswalk.reconcile;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.records.InMemoryDriftStore;
import io.crosswalk.records.RecordStore;
import io.crosswalk.salesforce.SalesforceClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The daily audit, which remembers in memory how far it is. */
public final class InMemoryAudit implements AuditState {
    private final Map<String, Round> rounds = new HashMap<>();

    private InMemoryAudit() {}

    /** Reads both sides of the links as production does. */
    public static LinkAudit of(
            RecordStore store,
            MappingStore mappings,
            MappingPlans plans,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Differences differences,
            PageCalls calls,
            DriftConfig config,
            Clock clock) {
        return new LinkAudit(
                store,
                new UntoldChanges(store, plans, hubspot, salesforce, differences, calls),
                mappings,
                new InMemoryDriftStore(),
                new InMemoryAudit(),
                config,
                clock);
    }

    @Override
    public Round load(String object) {
        return rounds.getOrDefault(object, new Round(null, null));
    }

    @Override
    public void save(String object, Round before, Round next) {
        if (load(object).equals(before)) {
            rounds.put(object, next);
        }
    }
}
