package io.crosswalk.mapping;

import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When mappings wrote last, by the journal. */
@ApplicationScoped
public class LastWrites {
    /** Behind so many entries that were refused or never arrived, nobody looks for a write. */
    private static final int LOOKED_MAX = 10;

    private final Journal journal;

    public LastWrites(Journal journal) {
        this.journal = journal;
    }

    /**
     * @param writes by mapping id
     * @param others of the rest those that have entries: none of the newest is a write, and what
     *     they wrote before is not known here
     */
    public record Found(Map<String, JournalEntry> writes, Set<String> others) {}

    /**
     * Of one object's mappings, asked for together; mostly each one's newest entry is the answer.
     *
     * @return what has no entry for as long as they are kept is in neither
     */
    public Found of(String object, Collection<String> mappingIds) {
        Map<String, JournalEntry> writes = new HashMap<>();
        Set<String> others = new HashSet<>();
        journal.newest(object, mappingIds, 1)
                .forEach(
                        (id, entries) -> {
                            if (isWrite(entries.get(0))) {
                                writes.put(id, entries.get(0));
                            } else {
                                others.add(id);
                            }
                        });
        journal.newest(object, List.copyOf(others), LOOKED_MAX)
                .forEach(
                        (id, entries) ->
                                entries.stream()
                                        .filter(LastWrites::isWrite)
                                        .findFirst()
                                        .ifPresent(it -> writes.put(id, it)));
        others.removeAll(writes.keySet());
        return new Found(writes, others);
    }

    private static boolean isWrite(JournalEntry entry) {
        return entry.verdict().writes() != null
                && entry.verdict().result().outcome() == JournalEntry.Outcome.WRITTEN;
    }
}
