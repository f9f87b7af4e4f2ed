package io.crosswalk.records;

import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.Note;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expects no call; a fake overrides those that its test expects. */
public class UnaskedJournal implements Journal {
    private static AssertionError unasked() {
        return new AssertionError("not asked for");
    }

    @Override
    public void write(Collection<JournalEntry> entries) {
        throw unasked();
    }

    @Override
    public void correct(
            RecordKey link,
            String at,
            Outcome outcome,
            @Nullable String code,
            @Nullable String message) {
        throw unasked();
    }

    @Override
    public void withdraw(Collection<JournalEntry> entries) {
        throw unasked();
    }

    @Override
    public boolean purge(RecordKey link) {
        throw unasked();
    }

    @Override
    public List<JournalEntry> load(Collection<JournalEntry.Key> keys) {
        throw unasked();
    }

    @Override
    public Page ofMapping(
            String object,
            String mappingId,
            @Nullable Instant since,
            @Nullable Note note,
            int limit,
            @Nullable String after) {
        throw unasked();
    }

    @Override
    public Page ofRun(String run, int limit, @Nullable String after) {
        throw unasked();
    }

    @Override
    public Page page(RecordKey link, int limit, @Nullable String after) {
        throw unasked();
    }
}
