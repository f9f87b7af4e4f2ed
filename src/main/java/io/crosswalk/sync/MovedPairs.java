package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs whose HubSpot record names another partner by now. */
final class MovedPairs {
    private final RecordStore store;
    private final SalesforceClient salesforce;
    private final Settlement settlement;
    private final LostWrites lostWrites;
    private final Fingerprints fingerprints;

    MovedPairs(
            RecordStore store,
            SalesforceClient salesforce,
            Settlement settlement,
            LostWrites lostWrites,
            Fingerprints fingerprints) {
        this.store = store;
        this.salesforce = salesforce;
        this.settlement = settlement;
        this.lostWrites = lostWrites;
        this.fingerprints = fingerprints;
    }

    /**
     * Those of the pairs whose HubSpot record does not name another Salesforce record by now. The
     * others are dissolved, bases included, and the new pairs are due for their first contact. A
     * name of a record that is not there (any more) counts for nothing; while nobody can say
     * whether it is there, the pair waits.
     */
    List<Observation> staying(MappingPlan plan, List<Observation> all) {
        ObjectPair object = plan.object();
        Map<Observation, String> moving = new LinkedHashMap<>();
        for (Observation seen : all) {
            String named =
                    SalesforceId.named(seen.hubspot().values().get(object.salesforceIdProperty()));
            if (!named.isEmpty() && !named.equals(seen.salesforce().id())) {
                moving.put(seen, named);
            }
        }
        if (moving.isEmpty()) {
            return all;
        }
        ReadOutcome read =
                salesforce.read(object.salesforceType(), Set.copyOf(moving.values()), Set.of("Id"));
        Map<Observation, String> nobody = new LinkedHashMap<>(moving);
        nobody.values().retainAll(read.missing());
        moving.keySet().removeAll(nobody.keySet());
        moving.forEach(
                (seen, named) -> {
                    if (read.found().containsKey(named)) {
                        move(plan, seen, named);
                    } else {
                        settlement.postpone(seen.link(), read.failure());
                    }
                });
        return all.stream()
                .filter(seen -> !moving.containsKey(seen))
                .map(seen -> nobody.containsKey(seen) ? noting(nobody.get(seen), seen) : seen)
                .toList();
    }

    /** So that it is no reason for another look. */
    private Observation noting(String named, Observation seen) {
        Link link = seen.link();
        Base nobody = fingerprints.base(link.key(), MatchKey.NAMED, Value.of(named), Value.BLANK);
        return seen.with(link.withBase(Map.of(MatchKey.NAMED, nobody)));
    }

    private void move(MappingPlan plan, Observation seen, String named) {
        ObjectPair object = plan.object();
        String hubspotId = seen.hubspot().id();
        lostWrites.parting(plan, seen);
        settlement.parted(seen.link());
        store.unlink(object.name(), hubspotId, seen.salesforce().id());
        // It belongs to nobody now, and looks for a partner like any other.
        RecordKey left = RecordKey.salesforce(object.name(), seen.salesforce().id());
        store.mark(Map.of(left, List.of()));
        if (!store.link(object.name(), hubspotId, named)) {
            // The other one has a partner already; the next look finds this record without any.
            store.wake(List.of(seen.link().key()));
        }
    }
}
