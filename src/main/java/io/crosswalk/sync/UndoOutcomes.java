package io.crosswalk.sync;

import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.RunCount;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the writes that people take back on a link, entry by entry. */
final class UndoOutcomes {
    private final Fingerprints fingerprints;

    UndoOutcomes(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * As it was decided: WRITTEN stands for what is to be taken back.
     *
     * @param open mapping ids of which the last word is not said
     */
    void count(LinkWork work, Set<String> open, RunCounts counts) {
        Asked asked = work.seen().asked();
        asked.unknown().forEach(note -> counts.add(note.run(), RunCount.ENTRY_GONE));
        if (asked.takebacks().isEmpty()) {
            return;
        }
        Map<String, FieldDecision> decisions = new HashMap<>();
        work.decisions().forEach(decided -> decisions.put(decided.mappingId(), decided));
        asked.takebacks()
                .forEach(
                        (id, takeback) -> {
                            if (!open.contains(id)) {
                                count(work, takeback, decisions.get(id), counts);
                            }
                        });
    }

    private void count(
            LinkWork work, Takeback takeback, @Nullable FieldDecision decided, RunCounts counts) {
        if (decided == null) {
            takeback.newestFirst()
                    .forEach(entry -> counts.add(takeback.run(), RunCount.NOT_SYNCED));
            return;
        }
        boolean refused = work.refusals().containsKey(decided.mappingId());
        for (RunCount count : takeback.answer(decided, work.seen(), fingerprints).counts()) {
            counts.add(
                    takeback.run(),
                    count == RunCount.WRITTEN && refused ? RunCount.REFUSED : count);
        }
    }
}
