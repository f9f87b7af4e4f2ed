package io.crosswalk.sync;

import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Notes which HubSpot records were merged into which: who is forgotten as the winner was the loser
 * too, and HubSpot tells nothing more of that one.
 */
final class MergedAway {
    private final RecordStore store;
    private final MatchNotes notes;
    private final Settlement settlement;

    MergedAway(RecordStore store, MatchNotes notes, Settlement settlement) {
        this.store = store;
        this.notes = notes;
        this.settlement = settlement;
    }

    /**
     * Whether the winner was forgotten: then the loser will be, and there is nothing else to do for
     * it. What is noted after the winner was forgotten has it forgotten again.
     */
    boolean goesWith(Link loser, String winner) {
        RecordKey key = RecordKey.hubspot(loser.key().object(), winner);
        notes.merged(key, loser.key());
        Link link = store.load(List.of(key)).get(key);
        boolean forgotten = link != null && link.isForgotten();
        if (forgotten) {
            store.mark(Map.of(key, List.of()));
            settlement.postpone(loser, Duration.ZERO);
        }
        return forgotten;
    }
}
