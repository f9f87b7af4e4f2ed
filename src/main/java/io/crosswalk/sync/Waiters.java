package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Records that could not be linked because of others, and look again when those are settled. */
final class Waiters {
    private final RecordStore store;
    private final MatchNotes notes;

    Waiters(RecordStore store, MatchNotes notes) {
        this.store = store;
        this.notes = notes;
    }

    /** It waits for what becomes of those. */
    void await(Set<RecordKey> candidates, RecordKey waiting) {
        notes.await(candidates, waiting);
    }

    /**
     * Has those look again that could not be linked because of these.
     *
     * @param settled records that are gone, have a partner, or belong to nobody
     */
    void release(Collection<RecordKey> settled) {
        Map<RecordKey, Notes> noted = settled.isEmpty() ? Map.of() : notes.load(settled);
        Map<RecordKey, Set<RecordKey>> awaited = new HashMap<>();
        noted.forEach(
                (key, its) -> {
                    if (!its.waiting().isEmpty()) {
                        awaited.put(key, its.waiting());
                    }
                });
        Set<RecordKey> waiting = new HashSet<>();
        awaited.values().forEach(waiting::addAll);
        waiting.removeAll(settled);
        if (!waiting.isEmpty()) {
            store.mark(waiting.stream().collect(Collectors.toMap(key -> key, key -> List.of())));
        }
        if (!awaited.isEmpty()) {
            notes.release(awaited);
        }
    }

    /**
     * Likewise where two have become a pair, should whoever linked them have stopped before they
     * were released; and where a pair looks like somebody else now. Before the acknowledgement, so
     * that a sync that stops does it again.
     */
    void releaseBy(MappingPlan plan, List<LinkWork> works) {
        Set<RecordKey> settled = new HashSet<>();
        for (LinkWork work : works) {
            Link link = work.seen().link();
            if (link.isNew() || link.due().turn().isOpen() || looksDifferent(plan, work)) {
                settled.addAll(both(link, work.seen().salesforceId()));
            }
        }
        release(settled);
    }

    /** Likewise where a pair ends, or is in the way no more. */
    void releaseBoth(Link link, String salesforceId) {
        release(both(link, salesforceId));
    }

    private static Set<RecordKey> both(Link link, String salesforceId) {
        return Set.of(link.key(), RecordKey.salesforce(link.key().object(), salesforceId));
    }

    private static boolean looksDifferent(MappingPlan plan, LinkWork work) {
        for (FieldDecision decided : work.decisions()) {
            if (isMatched(plan, decided.field()) && !decided.now().equals(decided.before())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMatched(MappingPlan plan, PlannedField field) {
        for (MatchKey key : plan.matchKeys()) {
            if (key.name(Side.HUBSPOT).equals(field.name(Side.HUBSPOT))
                    || key.name(Side.SALESFORCE).equals(field.name(Side.SALESFORCE))) {
                return true;
            }
        }
        return false;
    }
}
