package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Journal.Correction;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.RecordKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes that were begun, told of in the journal, and are not there, because a sync stopped before
 * they arrived: the journal says so.
 */
final class LostWrites {
    private final Journal journal;
    private final ArrivedWrites arrived;

    LostWrites(Journal journal, ArrivedWrites arrived) {
        this.journal = journal;
        this.arrived = arrived;
    }

    /** Of links that were decided upon again. */
    void tell(List<LinkWork> works) {
        List<Correction> lost = new ArrayList<>();
        for (LinkWork work : works) {
            for (FieldDecision decided : work.decisions()) {
                Intent intent = work.link.intents().get(decided.mappingId());
                if (intent != null && !arrived.arrived(intent, work.seen(), decided)) {
                    lost.add(correction(work.link.key(), intent, "it was decided again"));
                }
            }
        }
        journal.correctAll(lost);
    }

    /** Of a pair that is about to be none any more. */
    void parting(MappingPlan plan, Observation seen) {
        List<Correction> lost = new ArrayList<>();
        for (PlannedField field : plan.fields()) {
            Intent intent = seen.link().intents().get(field.mapping().id());
            if (intent != null && seen.shows(field) && !arrived.arrived(intent, seen, field)) {
                lost.add(correction(seen.link().key(), intent, "the pair was parted"));
            }
        }
        journal.correctAll(lost);
    }

    private static Correction correction(RecordKey link, Intent intent, String since) {
        return new Correction(
                link,
                intent.journalAt(),
                Outcome.NOT_ARRIVED,
                null,
                "The sync stopped before the write arrived; " + since + ".");
    }
}
