package io.crosswalk.simulation;

import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what DynamoJournal keeps, by the same key. */
class InMemoryJournal implements Journal {
    private final NavigableMap<String, JournalEntry> entries = new TreeMap<>();
    private final int purgeMax;
    private final Faults faults;
    private final Trace trace;

    /**
     * @param purgeMax entries that are deleted in one go
     */
    InMemoryJournal(Faults faults, Trace trace, int purgeMax) {
        this.purgeMax = purgeMax;
        this.faults = faults;
        this.trace = trace;
    }

    @Override
    public void write(Collection<JournalEntry> told) {
        for (JournalEntry entry : told) {
            faults.point("before journal");
            entries.put(key(entry.link(), entry.at()), entry);
            trace.add(
                    "journal",
                    entry.mapping().id(),
                    entry.verdict().decision(),
                    entry.verdict().writes(),
                    entry.verdict().value());
        }
        faults.point("after journal");
    }

    @Override
    public void correct(
            RecordKey link,
            String at,
            Outcome outcome,
            @Nullable String code,
            @Nullable String message) {
        faults.point("before correct");
        entries.computeIfPresent(
                key(link, at), (key, entry) -> with(entry, new Result(outcome, code, message)));
        trace.add("correct", at, outcome);
        faults.point("after correct");
    }

    private static JournalEntry with(JournalEntry entry, Result result) {
        Verdict verdict = entry.verdict();
        return new JournalEntry(
                entry.link(),
                entry.salesforceId(),
                entry.decidedAt(),
                entry.sequence(),
                entry.mapping(),
                entry.seen(),
                new Verdict(
                        verdict.decision(),
                        verdict.writes(),
                        verdict.value(),
                        verdict.note(),
                        verdict.reason(),
                        result,
                        verdict.run()));
    }

    @Override
    public boolean purge(RecordKey link) {
        faults.point("before purge");
        Map<String, JournalEntry> its = ofLink(link);
        List.copyOf(its.keySet()).stream().limit(purgeMax).forEach(entries::remove);
        trace.add("purge", link.recordId());
        return its.isEmpty();
    }

    @Override
    public void withdraw(Collection<JournalEntry> untold) {
        for (JournalEntry entry : untold) {
            faults.point("before withdraw");
            entries.remove(key(entry.link(), entry.at()));
            trace.add("withdraw", entry.at());
        }
        faults.point("after withdraw");
    }

    @Override
    public Page page(RecordKey link, int limit, @Nullable String after) {
        List<JournalEntry> items = new ArrayList<>();
        for (JournalEntry entry : ofLink(link).descendingMap().values()) {
            if (after == null || entry.at().compareTo(after) < 0) {
                items.add(entry);
            }
        }
        boolean more = items.size() > limit;
        List<JournalEntry> page = more ? items.subList(0, limit) : items;
        return new Page(page, more ? page.get(limit - 1).at() : null);
    }

    private NavigableMap<String, JournalEntry> ofLink(RecordKey link) {
        return entries.subMap(key(link, ""), true, key(link, "~"), false);
    }

    @Override
    public List<JournalEntry> load(Collection<JournalEntry.Key> keys) {
        return entries.values().stream().filter(entry -> keys.contains(entry.key())).toList();
    }

    @Override
    public Page ofMapping(
            String object,
            String mappingId,
            @Nullable Instant since,
            @Nullable Note note,
            int limit,
            @Nullable String after) {
        return across(
                entry ->
                        entry.link().object().equals(object)
                                && entry.mapping().id().equals(mappingId)
                                && (since == null || !entry.decidedAt().isBefore(since))
                                && (note == null || entry.verdict().note().equals(note.name())),
                limit,
                after);
    }

    @Override
    public Page ofRun(String run, int limit, @Nullable String after) {
        return across(entry -> run.equals(entry.verdict().run()), limit, after);
    }

    private Page across(Predicate<JournalEntry> wanted, int limit, @Nullable String after) {
        List<JournalEntry> items =
                entries.values().stream()
                        .filter(wanted)
                        .sorted(Comparator.comparing(InMemoryJournal::cursor).reversed())
                        .filter(entry -> after == null || cursor(entry).compareTo(after) < 0)
                        .toList();
        boolean more = items.size() > limit;
        List<JournalEntry> page = more ? items.subList(0, limit) : items;
        return new Page(page, more ? cursor(page.get(limit - 1)) : null);
    }

    private static String cursor(JournalEntry entry) {
        return entry.at() + "~" + entry.link().text();
    }

    /** Oldest first within a link. */
    Collection<JournalEntry> all() {
        return entries.values();
    }

    private static String key(RecordKey link, String at) {
        return link.text() + " " + at;
    }
}
