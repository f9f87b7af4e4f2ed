package io.crosswalk.simulation;

import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.RecordKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Does what DynamoMatchNotes does. */
public final class InMemoryMatchNotes implements MatchNotes {
    private final Map<RecordKey, Set<String>> declined = new HashMap<>();
    private final Map<RecordKey, Set<RecordKey>> waiting = new HashMap<>();
    private final Map<RecordKey, Set<RecordKey>> merged = new HashMap<>();

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

    @Override
    public void merged(RecordKey winner, RecordKey loser) {
        merged.computeIfAbsent(winner, k -> new HashSet<>()).add(loser);
    }

    @Override
    public void decline(RecordKey hubspot, RecordKey salesforce) {
        declined.computeIfAbsent(hubspot, k -> new HashSet<>()).add(salesforce.recordId());
        declined.computeIfAbsent(salesforce, k -> new HashSet<>()).add(hubspot.recordId());
    }

    @Override
    public void allow(RecordKey hubspot, RecordKey salesforce) {
        declined.getOrDefault(hubspot, new HashSet<>()).remove(salesforce.recordId());
        declined.getOrDefault(salesforce, new HashSet<>()).remove(hubspot.recordId());
    }

    @Override
    public void await(Collection<RecordKey> candidates, RecordKey waits) {
        for (RecordKey key : candidates) {
            Set<RecordKey> its = waiting.computeIfAbsent(key, k -> new HashSet<>());
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

    /** Its partner was forgotten. */
    void declineAnybody(RecordKey key) {
        declined.computeIfAbsent(key, k -> new HashSet<>()).add(ANYBODY);
    }
}
