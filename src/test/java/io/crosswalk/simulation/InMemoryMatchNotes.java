package io.crosswalk.simulation;

import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.RecordKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Does what DynamoMatchNotes does. */
public final class InMemoryMatchNotes implements MatchNotes {
    private final Map<RecordKey, Set<String>> declined = new HashMap<>();
    private final Map<RecordKey, Set<RecordKey>> waiting = new HashMap<>();
    private final Map<RecordKey, Set<RecordKey>> merged = new HashMap<>();
    private final Set<RecordKey> noted = new HashSet<>();

    @Override
    public Map<RecordKey, Notes> load(Collection<RecordKey> keys) {
        Map<RecordKey, Notes> notes = new HashMap<>();
        for (RecordKey key : keys) {
            Notes its =
                    new Notes(
                            declined.getOrDefault(key, Set.of()),
                            waiting.getOrDefault(key, Set.of()),
                            merged.getOrDefault(key, Set.of()));
            if (!its.equals(Notes.NONE)) {
                notes.put(key, its);
            }
        }
        return notes;
    }

    private <T> Set<T> noting(Map<RecordKey, Set<T>> notes, RecordKey key) {
        noted.add(key);
        return notes.computeIfAbsent(key, k -> new LinkedHashSet<>());
    }

    /** Whether there is an item because of a note, be it taken back by now. */
    boolean hasNoted(RecordKey key) {
        return noted.contains(key);
    }

    @Override
    public void merged(RecordKey winner, RecordKey loser) {
        noting(merged, winner).add(loser);
    }

    @Override
    public void decline(RecordKey hubspot, RecordKey salesforce) {
        noting(declined, hubspot).add(salesforce.recordId());
        noting(declined, salesforce).add(hubspot.recordId());
    }

    @Override
    public void declineAnybody(RecordKey key) {
        noting(declined, key).add(ANYBODY);
    }

    @Override
    public void allow(RecordKey hubspot, RecordKey salesforce) {
        declined.getOrDefault(hubspot, new HashSet<>()).remove(salesforce.recordId());
        declined.getOrDefault(salesforce, new HashSet<>()).remove(hubspot.recordId());
    }

    @Override
    public void await(Collection<RecordKey> candidates, RecordKey waits) {
        for (RecordKey key : candidates) {
            Set<RecordKey> its = noting(waiting, key);
            if (its.size() < WAITING_MAX) {
                its.add(waits);
            }
        }
    }

    @Override
    public void release(Map<RecordKey, Set<RecordKey>> released) {
        released.forEach((key, its) -> waiting.getOrDefault(key, new HashSet<>()).removeAll(its));
    }

    /** Its item is deleted. */
    void forget(RecordKey key) {
        declined.remove(key);
        waiting.remove(key);
        merged.remove(key);
    }
}
