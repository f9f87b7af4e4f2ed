package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Pair;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceClient.Modified;
import io.crosswalk.salesforce.SalesforceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of links whose record is not there any more on a side (docs/linking.md, "Deleted,
 * merged and restored records"). A merge's winner takes the place of its loser; a deleted record
 * stops the link until it is back.
 */
final class Departures implements LeftAside {
    private final RecordStore store;
    private final SalesforceClient salesforce;
    private final RecordProblems problems;
    private final Settlement settlement;
    private final Waiters waiters;
    private final MergedAway mergedAway;

    Departures(
            RecordStore store,
            SalesforceClient salesforce,
            RecordProblems problems,
            Settlement settlement,
            Waiters waiters,
            MergedAway mergedAway) {
        this.store = store;
        this.salesforce = salesforce;
        this.problems = problems;
        this.settlement = settlement;
        this.waiters = waiters;
        this.mergedAway = mergedAway;
    }

    /**
     * @param gone at least one side
     * @param hubspotWinner the record that answers for the one in HubSpot; null if none does
     * @param named the Salesforce record that the one in HubSpot names; "" for none
     */
    record Departure(Link link, Set<Side> gone, @Nullable String hubspotWinner, String named) {

        /** Another Salesforce record that the one in HubSpot names by now; "" if there is none. */
        String other() {
            return named.equals(link.partnerId()) ? "" : named;
        }

        String salesforceId() {
            return Objects.requireNonNull(link.partnerId(), "a link has a partner");
        }

        /** Also from what a webhook told, as HubSpot does not always answer with the winner. */
        @Nullable String winner() {
            if (hubspotWinner != null || !gone.contains(Side.HUBSPOT)) {
                return hubspotWinner;
            }
            return toldWinner(link);
        }
    }

    /** The HubSpot record into which this one was merged, as an event told. */
    static @Nullable String toldWinner(Link link) {
        return link.due().hints().stream()
                .filter(hint -> hint.kind() == Noted.Kind.MERGED)
                .filter(hint -> hint.side() == Side.HUBSPOT && hint.name().matches("\\d{1,18}"))
                .map(Noted::name)
                .filter(id -> !id.equals(link.key().recordId()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void postpone(Link link, ReadOutcome.@Nullable Failure failure) {
        settlement.postpone(link, failure);
    }

    @Override
    public void postpone(Link link, CrmUnavailable away) {
        settlement.postpone(link, away);
    }

    @Override
    public void postpone(Link link, Duration atLeast) {
        settlement.postpone(link, atLeast);
    }

    @Override
    public void departed(MappingPlan plan, List<Departure> departures) {
        Map<String, Modified> fates;
        try {
            fates = fates(plan.object(), departures);
        } catch (CrmUnavailable later) {
            departures.forEach(each -> settlement.postpone(each.link(), later));
            return;
        }
        Set<String> named = new HashSet<>();
        departures.forEach(each -> named.add(each.other()));
        named.remove("");
        ReadOutcome others =
                named.isEmpty()
                        ? ReadOutcome.NOTHING
                        : salesforce.read(plan.object().salesforceType(), named, Set.of("Id"));
        for (Departure each : departures) {
            if (others.notRead().contains(each.other())) {
                settlement.postpone(each.link(), others.failure());
            } else if (others.found().containsKey(each.other())) {
                relink(each);
            } else {
                settle(each, fates.get(each.salesforceId()));
            }
        }
    }

    /** HubSpot's record names another one by now, which decides before everything else. */
    private void relink(Departure each) {
        RecordKey key = each.link().key();
        settlement.parted(each.link());
        store.unlink(key.object(), key.recordId(), each.salesforceId());
        waiters.releaseBoth(each.link(), each.salesforceId());
        if (!store.link(key.object(), key.recordId(), each.other())) {
            // The other one has a partner already; the next look finds this record without any.
            store.mark(Map.of(key, List.of()));
        }
    }

    /** By Salesforce id what became of the record, as long as it is in the recycle bin. */
    private Map<String, Modified> fates(ObjectPair object, List<Departure> departures) {
        List<String> ids =
                departures.stream()
                        .filter(each -> each.gone().contains(Side.SALESFORCE))
                        .map(Departure::salesforceId)
                        .toList();
        Map<String, Modified> fates = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Modified fate : salesforce.fates(object.salesforceType(), ids)) {
                if (fate.deleted()) {
                    fates.put(fate.record().id(), fate);
                }
            }
        }
        return fates;
    }

    private void settle(Departure each, @Nullable Modified fate) {
        String winner = each.winner();
        String master = fate == null ? "" : SalesforceId.canonical(fate.masterId());
        boolean both = each.gone().size() == 2;
        if (winner != null && mergedAway.goesWith(each.link(), winner)) {
            return;
        }
        if (winner != null && movedTo(each, Side.HUBSPOT, winner)) {
            problems.closeAll(each.link());
            settlement.dissolved(each.link());
        } else if (both && (winner != null || fate == null || !master.isEmpty())) {
            forget(each);
        } else if (!both && !master.isEmpty() && movedTo(each, Side.SALESFORCE, master)) {
            problems.closeAll(each.link());
        } else if (!both && winner != null) {
            merged(each, Side.HUBSPOT, winner);
        } else if (!both && !master.isEmpty()) {
            merged(each, Side.SALESFORCE, master);
        } else {
            if (!each.gone().equals(each.link().gone())) {
                waiters.releaseBoth(each.link(), each.salesforceId());
            }
            settlement.gone(each.link(), each.gone());
        }
    }

    /** Neither comes back: one is emptied from the recycle bin, or was merged away. */
    private void forget(Departure each) {
        problems.closeAll(each.link());
        RecordKey key = each.link().key();
        // Before it is acknowledged: a sync that stops in between looks at what is no pair any
        // more.
        store.unlink(key.object(), key.recordId(), each.salesforceId());
        waiters.releaseBoth(each.link(), each.salesforceId());
        settlement.dissolved(each.link());
    }

    private boolean movedTo(Departure each, Side merged, String winner) {
        RecordKey key = each.link().key();
        List<Noted> hints =
                merged == Side.SALESFORCE
                        ? List.of()
                        : each.link().due().hints().stream()
                                .filter(hint -> hint.kind() == Noted.Kind.CHANGED)
                                .toList();
        boolean moved =
                store.move(
                        new Pair(key.object(), key.recordId(), each.salesforceId()),
                        merged,
                        winner,
                        hints);
        if (moved) {
            // Whoever waited for the winner cannot have it any more.
            waiters.release(Set.of(new RecordKey(key.object(), merged, winner)));
        }
        return moved;
    }

    /**
     * The winner has a partner of its own: only a person can merge the two on the other side.
     * Should it lose that partner, another look moves this pair to it.
     */
    private void merged(Departure each, Side side, String winner) {
        RecordKey key = new RecordKey(each.link().key().object(), side, winner);
        waiters.await(Set.of(key), each.link().key());
        Link link = store.load(List.of(key)).get(key);
        String partner = link == null ? null : link.partnerId();
        settlement.gone(
                each.link(),
                each.gone(),
                () -> problems.merged(each.link(), side, winner, partner));
    }
}
