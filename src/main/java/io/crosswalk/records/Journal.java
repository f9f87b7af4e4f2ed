package io.crosswalk.records;

import io.crosswalk.rules.Note;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every decision that wrote, was refused, or failed; kept for the configured time. */
public interface Journal {

    /** Durable when it returns. An entry with the same key is replaced. */
    void write(Collection<JournalEntry> entries);

    /** Tells what became of an entry after all; nothing happens if it is not there. */
    void correct(
            RecordKey link,
            String at,
            JournalEntry.Outcome outcome,
            @Nullable String code,
            @Nullable String message);

    /**
     * Likewise for many entries, which may be told of side by side.
     *
     * @param corrections at most one per entry
     */
    default void correctAll(Collection<Correction> corrections) {
        corrections.forEach(it -> correct(it.link, it.at, it.outcome, it.code, it.message));
    }

    /**
     * What became of an entry after all.
     *
     * @param at of the entry's key
     * @param code the CRM's, if it said one
     * @param message likewise
     */
    record Correction(
            RecordKey link,
            String at,
            JournalEntry.Outcome outcome,
            @Nullable String code,
            @Nullable String message) {}

    /** Takes entries back whose writes were never made and will be decided again. */
    void withdraw(Collection<JournalEntry> entries);

    /** A part of the entries that {@link #purge} deletes in one go. */
    int PURGE_MAX = 500;

    /**
     * Deletes entries of a link for ever, at most {@link #PURGE_MAX}.
     *
     * @return whether none is left
     */
    boolean purge(RecordKey link);

    /** Those that are there, as they are now, in no order. */
    List<JournalEntry> load(Collection<JournalEntry.Key> keys);

    /**
     * A mapping's entries across all records, newest first, as an index shows them: what was
     * written a moment ago may be missing.
     *
     * @param since from then on; null for as long as entries are kept
     * @param note only those with it; null for all. A page may be short, or empty, and have a next
     * @param after from the page before; null to start
     */
    Page ofMapping(
            String object,
            String mappingId,
            @Nullable Instant since,
            @Nullable Note note,
            int limit,
            @Nullable String after);

    /**
     * The newest entries of each of these mappings, likewise.
     *
     * @param limit per mapping
     * @return by mapping id; a mapping without entries is missing
     */
    default Map<String, List<JournalEntry>> newest(
            String object, Collection<String> mappingIds, int limit) {
        Map<String, List<JournalEntry>> newest = new HashMap<>();
        for (String id : mappingIds) {
            List<JournalEntry> entries = ofMapping(object, id, null, null, limit, null).items();
            if (!entries.isEmpty()) {
                newest.put(id, entries);
            }
        }
        return newest;
    }

    /** Entries of what a run asked for, newest first, likewise. */
    Page ofRun(String run, int limit, @Nullable String after);

    /**
     * A link's entries, newest first.
     *
     * @param after from the page before; null to start
     */
    Page page(RecordKey link, int limit, @Nullable String after);

    /**
     * @param next to pass for the next page; null on the last
     */
    record Page(List<JournalEntry> items, @Nullable String next) {}
}
