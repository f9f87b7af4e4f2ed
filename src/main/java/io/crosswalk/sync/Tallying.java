package io.crosswalk.sync;

import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunCount;
import io.crosswalk.records.RunNote;
import io.crosswalk.records.RunTallies;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells runs what became of what they asked for. A batch that no run asked of costs no call. */
final class Tallying {
    private final RunTallies tallies;
    private final UndoOutcomes undo;

    Tallying(RunTallies tallies, Fingerprints fingerprints) {
        this.tallies = tallies;
        this.undo = new UndoOutcomes(fingerprints);
    }

    /**
     * @param works after their writes
     * @param acknowledged the links whose acknowledgement was taken
     */
    void tell(List<LinkWork> works, Set<RecordKey> acknowledged) {
        RunCounts counts = new RunCounts();
        for (LinkWork work : works) {
            if (!work.seen().asked().isEmpty() && acknowledged.contains(work.link.key())) {
                countFields(work, counts);
                // Of what is to be tried again the notes stay, and the next look counts them.
                undo.count(work, OpenHints.openTakebacks(work), counts);
            }
        }
        counts.forEach(tallies::add);
    }

    private static void countFields(LinkWork work, RunCounts counts) {
        Asked asked = work.seen().asked();
        for (FieldDecision decided : work.decisions()) {
            RunCount count = count(work, decided);
            if (count != null && !decided.undoes()) {
                String run = asked.run(decided);
                if (run != null) {
                    counts.add(run, count);
                }
                asked.looking().forEach(it -> counts.add(it, count));
            }
        }
    }

    private static @Nullable RunCount count(LinkWork work, FieldDecision decided) {
        if (work.refusals().containsKey(decided.mappingId())) {
            return RunCount.REFUSED;
        }
        return decided.write() != null && work.base.containsKey(decided.mappingId())
                ? RunCount.WRITTEN
                : null;
    }

    /** The record is gone on a side: nothing that was asked of it can be done. */
    void gone(Link link) {
        RunCounts counts = new RunCounts();
        for (Noted hint : link.due().hints()) {
            RunNote note = RunNote.of(hint);
            if (note != null && note.kind() == Noted.Kind.UNDO) {
                counts.add(note.run(), RunCount.RECORD_GONE);
            }
        }
        counts.forEach(tallies::add);
    }
}
