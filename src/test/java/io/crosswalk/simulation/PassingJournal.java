package io.crosswalk.simulation;

import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Note;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes everything on. */
class PassingJournal implements Journal {
    private final Journal journal;

    PassingJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void write(Collection<JournalEntry> entries) {
        journal.write(entries);
    }

    @Override
    public void correct(
            RecordKey link,
            String at,
            Outcome outcome,
            @Nullable String code,
            @Nullable String message) {
        journal.correct(link, at, outcome, code, message);
    }

    @Override
    public void withdraw(Collection<JournalEntry> entries) {
        journal.withdraw(entries);
    }

    @Override
    public boolean purge(RecordKey link) {
        return journal.purge(link);
    }

    @Override
    public List<JournalEntry> load(Collection<JournalEntry.Key> keys) {
        return journal.load(keys);
    }

    @Override
    public Page ofMapping(
            String object,
            String mappingId,
            @Nullable Instant since,
            @Nullable Note note,
            int limit,
            @Nullable String after) {
        return journal.ofMapping(object, mappingId, since, note, limit, after);
    }

    @Override
    public Page ofRun(String run, int limit, @Nullable String after) {
        return journal.ofRun(run, limit, after);
    }

    @Override
    public Page page(RecordKey link, int limit, @Nullable String after) {
        return journal.page(link, limit, after);
    }
}
