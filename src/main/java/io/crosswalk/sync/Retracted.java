package io.crosswalk.sync;

import io.crosswalk.records.Journal;
import io.crosswalk.records.Journal.Correction;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the journal was told too early, of all records: thousands of fields may be refused at once,
 * and one after the other they would take a sync's time.
 */
final class Retracted {
    private final List<Correction> refused = new ArrayList<>();
    private final List<JournalEntry> unmade = new ArrayList<>();

    /** It was sent, and not taken. */
    void refused(LinkWork work, FieldDecision decided, String code, String message) {
        JournalEntry entry = work.entries.get(decided.mappingId());
        if (entry != null) {
            refused.add(new Correction(entry.link(), entry.at(), Outcome.REFUSED, code, message));
        }
    }

    /** Another look decides it anew. */
    void unmade(LinkWork work, Collection<FieldDecision> fields) {
        for (FieldDecision decided : fields) {
            JournalEntry entry = work.entries.remove(decided.mappingId());
            if (entry != null) {
                unmade.add(entry);
            }
        }
    }

    void tell(Journal journal) {
        journal.correctAll(refused);
        journal.withdraw(unmade);
    }
}
