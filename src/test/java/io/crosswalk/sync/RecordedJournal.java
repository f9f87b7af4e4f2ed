package io.crosswalk.sync;

import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the entries of one link. */
final class RecordedJournal implements Journal {
    final List<JournalEntry> entries = new ArrayList<>();
    final List<Correction> corrections = new ArrayList<>();
    int pagesRead;

    /** How many entries a page shows at most, as where their texts are long. */
    int pageMax = 1_000;

    RecordedJournal with(JournalEntry... its) {
        entries.addAll(List.of(its));
        return this;
    }

    @Override
    public void write(Collection<JournalEntry> its) {
        entries.addAll(its);
    }

    @Override
    public void withdraw(Collection<JournalEntry> its) {
        entries.removeAll(its);
    }

    @Override
    public Page page(RecordKey link, int limit, @Nullable String after) {
        pagesRead++;
        List<JournalEntry> left =
                entries.stream()
                        .filter(entry -> after == null || entry.at().compareTo(after) < 0)
                        .sorted(Comparator.comparing(JournalEntry::at).reversed())
                        .toList();
        int size = Math.min(limit, pageMax);
        return left.size() <= size
                ? new Page(left, null)
                : new Page(left.subList(0, size), left.get(size - 1).at());
    }

    @Override
    public void correct(
            RecordKey link,
            String at,
            JournalEntry.Outcome outcome,
            @Nullable String code,
            @Nullable String message) {
        corrections.add(new Correction(link, at, outcome, code, message));
    }

    @Override
    public boolean purge(RecordKey link) {
        throw new AssertionError("not asked for");
    }

    @Override
    public List<JournalEntry> load(Collection<JournalEntry.Key> keys) {
        return entries.stream().filter(entry -> keys.contains(entry.key())).toList();
    }

    @Override
    public Page ofMapping(
            String object,
            String mappingId,
            @Nullable Instant since,
            @Nullable Note note,
            int limit,
            @Nullable String after) {
        throw new AssertionError("not asked for");
    }

    @Override
    public Page ofRun(String run, int limit, @Nullable String after) {
        throw new AssertionError("not asked for");
    }
}
