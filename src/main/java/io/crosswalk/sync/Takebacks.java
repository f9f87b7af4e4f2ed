package io.crosswalk.sync;

import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the journal for the writes that people take back. A batch without any costs no call. */
final class Takebacks {
    private final Journal journal;

    Takebacks(Journal journal) {
        this.journal = journal;
    }

    List<Observation> informed(List<Observation> observations) {
        Set<JournalEntry.Key> wanted = new HashSet<>();
        for (Observation seen : observations) {
            if (!seen.asked().isEmpty()) {
                undone(seen.asked()).forEach(note -> wanted.add(key(seen, note)));
            }
        }
        if (wanted.isEmpty()) {
            return observations;
        }
        Map<JournalEntry.Key, JournalEntry> entries = new HashMap<>();
        journal.load(wanted).forEach(entry -> entries.put(entry.key(), entry));
        return observations.stream().map(seen -> seen.with(informed(seen, entries))).toList();
    }

    private static Asked informed(Observation seen, Map<JournalEntry.Key, JournalEntry> entries) {
        Map<String, List<JournalEntry>> byMapping = new HashMap<>();
        Map<String, String> runs = new HashMap<>();
        List<RunNote> unknown = new ArrayList<>();
        for (RunNote note : undone(seen.asked())) {
            JournalEntry entry = entries.get(key(seen, note));
            if (entry == null) {
                unknown.add(note);
            } else {
                String id = entry.mapping().id();
                byMapping.computeIfAbsent(id, it -> new ArrayList<>()).add(entry);
                runs.merge(id, note.run(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        Map<String, Takeback> takebacks = new HashMap<>();
        byMapping.forEach((id, its) -> takebacks.put(id, new Takeback(runs.get(id), sorted(its))));
        return new Asked(seen.asked().notes(), takebacks, unknown);
    }

    private static List<JournalEntry> sorted(List<JournalEntry> entries) {
        return EntryOrder.newestFirst(
                entries.stream()
                        .distinct()
                        .sorted(Comparator.comparing(JournalEntry::at).reversed())
                        .toList());
    }

    private static List<RunNote> undone(Asked asked) {
        return asked.notes().stream().filter(note -> note.kind() == Noted.Kind.UNDO).toList();
    }

    private static JournalEntry.Key key(Observation seen, RunNote note) {
        RecordKey link = seen.link().key();
        return new JournalEntry.Key(link, note.what());
    }
}
