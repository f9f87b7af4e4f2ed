package io.crosswalk.records;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is remembered about records beside their links, on the records' own items: of those that
 * look for a partner, and of those that won a merge.
 */
public interface MatchNotes {

    /**
     * @param declined ids on the other side that are no partner, because a person has parted them;
     *     {@link #ANYBODY} for a record that is not to be carried over at all
     * @param waiting records that could not be linked because of this one: if it goes, they look
     *     again
     * @param merged HubSpot records that were merged into this one, and what is stored of them
     */
    record Notes(Set<String> declined, Set<RecordKey> waiting, Set<RecordKey> merged) {
        public static final Notes NONE = new Notes(Set.of(), Set.of(), Set.of());

        public Notes {
            declined = Set.copyOf(declined);
            waiting = inOrder(waiting);
            merged = inOrder(merged);
        }

        /** One that every process goes through alike. */
        private static Set<RecordKey> inOrder(Set<RecordKey> keys) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(keys));
        }

        public boolean declines(String otherId) {
            return declined.contains(otherId);
        }
    }

    /** Stands for every id on the other side, those that are not there yet included. */
    String ANYBODY = "*";

    /** Of a record that is absent nothing is noted. */
    Map<RecordKey, Notes> load(Collection<RecordKey> keys);

    /** These two do not belong together, whatever their fields say. */
    void decline(RecordKey hubspot, RecordKey salesforce);

    /** It is not to be carried over, and looks for nobody; others may still find it. */
    void declineAnybody(RecordKey key);

    /** They may again. */
    void allow(RecordKey hubspot, RecordKey salesforce);

    /** HubSpot answers for one with the other: who is forgotten as the winner was the loser too. */
    void merged(RecordKey winner, RecordKey loser);

    /** Notes at most {@link #WAITING_MAX} of them; what is beyond looks again when it is edited. */
    void await(Collection<RecordKey> candidates, RecordKey waiting);

    int WAITING_MAX = 50;

    /**
     * They wait no more. Who began to wait since the notes were loaded still does.
     *
     * @param waiting per record that was waited for, those that were noted when it was loaded
     */
    void release(Map<RecordKey, Set<RecordKey>> waiting);
}
