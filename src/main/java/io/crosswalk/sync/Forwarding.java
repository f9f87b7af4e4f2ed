package io.crosswalk.sync;

import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import java.util.List;
import java.util.Map;

/** Hands what was hinted of a record to the one that it belongs to. */
final class Forwarding {
    private final RecordStore store;
    private final UnlinkedEnds ends;
    private final MergedAway mergedAway;

    Forwarding(RecordStore store, UnlinkedEnds ends, MergedAway mergedAway) {
        this.store = store;
        this.ends = ends;
        this.mergedAway = mergedAway;
    }

    /** A Salesforce record that has a link by now: what was hinted belongs there. */
    void forward(Link pointer) {
        forward(pointer, RecordKey.hubspot(pointer.key().object(), pointer.partnerId()));
    }

    /** A HubSpot record that was merged into another. */
    void toWinner(Link from, RecordKey winner) {
        if (!mergedAway.goesWith(from, winner.recordId())) {
            forward(from, winner);
        }
    }

    private void forward(Link from, RecordKey to) {
        List<Noted> hints =
                from.due().hints().stream()
                        .filter(hint -> hint.kind() == Noted.Kind.CHANGED)
                        .toList();
        store.mark(Map.of(to, hints));
        ends.forwarded(from);
    }
}
