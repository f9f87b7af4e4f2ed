package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Note;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mapping that has not written for a while is told from one that never wrote. */
class LastWritesTest {
    private final Entries journal = new Entries();
    private final LastWrites writes = new LastWrites(journal);

    /** Newest first, by mapping. */
    private static final class Entries implements Journal {
        private final Map<String, List<JournalEntry>> ofMapping = new HashMap<>();

        private void add(String mapping, Outcome... newestFirst) {
            ofMapping.put(mapping, Stream.of(newestFirst).map(it -> entry(mapping, it)).toList());
        }

        private static JournalEntry entry(String mapping, Outcome outcome) {
            return new JournalEntry(
                    RecordKey.hubspot("contact", "1"),
                    "003000000000001AAA",
                    Instant.EPOCH,
                    0,
                    new DecidingMapping(mapping, 1, mapping, mapping, "TWO_WAY"),
                    new Seen("a", "b", null, null, null, null, false),
                    new Verdict(
                            "HUBSPOT_CHANGED",
                            "SALESFORCE",
                            "a",
                            "NONE",
                            "why",
                            new Result(outcome, null, null),
                            null));
        }

        @Override
        public Page ofMapping(
                String object,
                String mappingId,
                @Nullable Instant since,
                @Nullable Note note,
                int limit,
                @Nullable String after) {
            List<JournalEntry> all = ofMapping.getOrDefault(mappingId, List.of());
            return new Page(all.subList(0, Math.min(limit, all.size())), null);
        }

        @Override
        public void write(Collection<JournalEntry> entries) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void correct(
                RecordKey link,
                String at,
                Outcome outcome,
                @Nullable String code,
                @Nullable String message) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void withdraw(Collection<JournalEntry> entries) {
            throw new AssertionError("not asked for");
        }

        @Override
        public boolean purge(RecordKey link) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<JournalEntry> load(Collection<JournalEntry.Key> keys) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Page ofRun(String run, int limit, @Nullable String after) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Page page(RecordKey link, int limit, @Nullable String after) {
            throw new AssertionError("not asked for");
        }
    }

    private static Outcome[] refused(int times) {
        return Stream.generate(() -> Outcome.REFUSED).limit(times).toArray(Outcome[]::new);
    }

    private static Outcome[] writtenBefore(int refusals) {
        return Stream.concat(Stream.of(refused(refusals)), Stream.of(Outcome.WRITTEN))
                .toArray(Outcome[]::new);
    }

    @Test
    void mappingWithoutAWriteAmongItsNewestEntries_isToldFromOneWithoutEntries() {
        journal.add("wrote", Outcome.WRITTEN);
        journal.add("nine", writtenBefore(9));
        journal.add("ten", writtenBefore(10));

        LastWrites.Found found = writes.of("contact", List.of("wrote", "nine", "ten", "never"));

        assertThat(found.writes()).containsOnlyKeys("wrote", "nine");
        assertThat(found.others()).isEqualTo(Set.of("ten"));
    }
}
