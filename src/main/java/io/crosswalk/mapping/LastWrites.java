package io.crosswalk.mapping;

import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** When a mapping wrote last, by the journal. */
@ApplicationScoped
public class LastWrites {
    /** Behind so many entries that were refused or never arrived, nobody looks for a write. */
    private static final int LOOKED_MAX = 10;

    private final Journal journal;

    public LastWrites(Journal journal) {
        this.journal = journal;
    }

    /** Empty if it wrote nothing for as long as entries are kept. */
    public Optional<JournalEntry> of(Mapping mapping) {
        return journal
                .ofMapping(mapping.object(), mapping.id(), null, null, LOOKED_MAX, null)
                .items()
                .stream()
                .filter(it -> it.verdict().writes() != null)
                .filter(it -> it.verdict().result().outcome() == JournalEntry.Outcome.WRITTEN)
                .findFirst();
    }
}
