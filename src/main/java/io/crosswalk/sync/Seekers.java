package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceId;
import io.crosswalk.sync.NamingRecords.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Due records without a partner as they are now, but for those of which the Salesforce id on the
 * HubSpot record says whose partner they are: these are linked.
 */
final class Seekers {
    private final RecordStore store;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final Settlement settlement;
    private final UnlinkedEnds ends;
    private final Waiters waiters;
    private final NamingRecords naming;
    private final Forwarding forwarding;

    Seekers(
            RecordStore store,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Settlement settlement,
            UnlinkedEnds ends,
            Waiters waiters,
            NamingRecords naming,
            Forwarding forwarding) {
        this.store = store;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.settlement = settlement;
        this.ends = ends;
        this.waiters = waiters;
        this.naming = naming;
        this.forwarding = forwarding;
    }

    /**
     * @param settled to which those are added that are gone, or have a partner
     */
    List<Seeker> of(
            MappingPlan plan,
            Map<String, Link> inHubspot,
            Map<String, Link> inSalesforce,
            Set<RecordKey> settled) {
        List<Seeker> seekers = new ArrayList<>(ofHubspot(plan, inHubspot, settled));
        seekers.addAll(ofSalesforce(plan, inSalesforce, settled));
        return seekers;
    }

    private List<Seeker> ofHubspot(
            MappingPlan plan, Map<String, Link> byId, Set<RecordKey> settled) {
        List<Seeker> seekers = new ArrayList<>();
        if (byId.isEmpty()) {
            return seekers;
        }
        ObjectPair object = plan.object();
        ReadOutcome read =
                hubspot.read(
                        object.hubspotType(), byId.keySet(), Newcomers.names(plan, Side.HUBSPOT));
        for (CrmRecord record : read.found().values()) {
            Seeker seeker = new Seeker(byId.get(record.id()), record);
            String named = SalesforceId.named(record.values().get(object.salesforceIdProperty()));
            if (!record.currentId().equals(record.id())) {
                forwarding.toWinner(
                        seeker.link(), RecordKey.hubspot(object.name(), record.currentId()));
                settled.add(seeker.link().key());
            } else if (named.isEmpty()) {
                seekers.add(seeker);
            } else if (ends.link(object.name(), record.id(), named, seeker.link())) {
                settled.add(seeker.link().key());
                settled.add(RecordKey.salesforce(object.name(), named));
            } else {
                claimed(plan, seeker, RecordKey.salesforce(object.name(), named));
            }
        }
        settle(byId, read, settled);
        return seekers;
    }

    /** Another one has it; but for one that was parted from that before this one waited. */
    private void claimed(MappingPlan plan, Seeker seeker, RecordKey named) {
        waiters.await(Set.of(named), seeker.link().key());
        Link now = store.load(List.of(named)).get(named);
        if (now == null || now.partnerId() == null) {
            settlement.postpone(seeker.link(), Duration.ZERO);
        } else {
            ends.undecided(
                    plan,
                    seeker,
                    PartnerProblems.claimed(plan.object(), seeker.id(), named.recordId()));
        }
    }

    private void settle(Map<String, Link> byId, ReadOutcome read, Set<RecordKey> settled) {
        // Who waited for them is woken first: should this sync stop, they are looked at again.
        waiters.release(read.missing().stream().map(id -> byId.get(id).key()).toList());
        for (String id : read.missing()) {
            missing(byId.get(id));
            settled.add(byId.get(id).key());
        }
        read.notRead().forEach(id -> settlement.postpone(byId.get(id), read.failure()));
    }

    /** A winner may be gone too, and may have been forgotten. */
    private void missing(Link link) {
        RecordKey key = link.key();
        String winner = key.side() == Side.HUBSPOT ? Departures.toldWinner(link) : null;
        if (winner == null) {
            ends.missing(link);
        } else {
            forwarding.toWinner(link, RecordKey.hubspot(key.object(), winner));
        }
    }

    private static boolean isToldToBeGone(Link link) {
        Noted last = null;
        for (Noted hint : link.due().hints()) {
            boolean tells = hint.kind() == Noted.Kind.DELETED || hint.kind() == Noted.Kind.RESTORED;
            last = tells && (last == null || hint.at().isAfter(last.at())) ? hint : last;
        }
        return last != null && last.kind() == Noted.Kind.DELETED;
    }

    private List<Seeker> ofSalesforce(
            MappingPlan plan, Map<String, Link> byId, Set<RecordKey> settled) {
        ObjectPair object = plan.object();
        Map<String, Link> open = new LinkedHashMap<>(byId);
        Named named = naming.of(object, byId.keySet());
        named.unclear().forEach(id -> settlement.postpone(open.remove(id), named.failure()));
        named.hubspotIds()
                .forEach(
                        (id, hubspotId) -> {
                            RecordKey key = RecordKey.hubspot(object.name(), hubspotId);
                            Link known = store.load(List.of(key)).get(key);
                            if (known != null && known.isForgotten()) {
                                // HubSpot told that it is gone before it shows so.
                                return;
                            }
                            Link link = open.remove(id);
                            if (ends.link(object.name(), hubspotId, id, known)) {
                                settled.add(link.key());
                                settled.add(key);
                            } else if (isToldToBeGone(link)) {
                                waiters.release(List.of(link.key()));
                                ends.missing(link);
                            } else {
                                // It has another partner, and nobody may have told of its name.
                                store.mark(Map.of(key, List.of()));
                                ends.quiet(link);
                            }
                        });
        List<Seeker> seekers = new ArrayList<>();
        if (!open.isEmpty()) {
            ReadOutcome read =
                    salesforce.read(
                            object.salesforceType(),
                            open.keySet(),
                            Newcomers.names(plan, Side.SALESFORCE));
            read.found()
                    .values()
                    .forEach(record -> seekers.add(new Seeker(open.get(record.id()), record)));
            settle(open, read, settled);
        }
        return seekers;
    }
}
