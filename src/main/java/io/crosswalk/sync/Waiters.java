package io.crosswalk.sync;

import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
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
     * were released: at its first look, and before the acknowledgement.
     */
    void releaseAtFirstLook(List<LinkWork> works) {
        Set<RecordKey> settled = new HashSet<>();
        for (LinkWork work : works) {
            Link link = work.seen().link();
            if (link.isNew()) {
                settled.add(link.key());
                settled.add(RecordKey.salesforce(link.key().object(), work.seen().salesforceId()));
            }
        }
        release(settled);
    }
}
