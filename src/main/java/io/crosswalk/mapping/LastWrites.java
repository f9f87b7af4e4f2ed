package io.crosswalk.mapping;

import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * Of one object's mappings, asked for together; mostly each one's newest entry is the answer.
     *
     * @return by mapping id; what wrote nothing for as long as entries are kept is missing
     */
    public Map<String, JournalEntry> of(String object, Collection<String> mappingIds) {
        Map<String, JournalEntry> found = new HashMap<>();
        List<String> open = new ArrayList<>();
        journal.newest(object, mappingIds, 1)
                .forEach(
                        (id, entries) -> {
                            if (isWrite(entries.get(0))) {
                                found.put(id, entries.get(0));
                            } else {
                                open.add(id);
                            }
                        });
        journal.newest(object, open, LOOKED_MAX)
                .forEach(
                        (id, entries) ->
                                entries.stream()
                                        .filter(LastWrites::isWrite)
                                        .findFirst()
                                        .ifPresent(it -> found.put(id, it)));
        return found;
    }

    private static boolean isWrite(JournalEntry entry) {
        return entry.verdict().writes() != null
                && entry.verdict().result().outcome() == JournalEntry.Outcome.WRITTEN;
    }
}
