package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.records.NotableEntries.Kind;
import io.crosswalk.rules.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class DynamoNotableEntriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.120Z");
    private static final AtomicInteger OBJECTS = new AtomicInteger();

    private Journal journal;
    private NotableEntries notable;
    private String object;

    @BeforeEach
    void stores() throws Exception {
        journal = new DynamoJournal(DynamoLocal.start(), DynamoLocal.config(false));
        notable = new DynamoNotableEntries(DynamoLocal.start(), DynamoLocal.config(false), journal);
        object = "notable" + OBJECTS.incrementAndGet();
    }

    private JournalEntry entry(String of, int id, int millis, Note note, Outcome outcome) {
        return new JournalEntry(
                RecordKey.hubspot(of, Integer.toString(id)),
                "003000000000001AAA",
                NOW.plusMillis(millis),
                0,
                new DecidingMapping("contact-jobtitle", 3, "jobtitle", "Title", "TWO_WAY"),
                new Seen("CTO", "", null, null, null, null, false),
                new Verdict(
                        "HUBSPOT_CHANGED",
                        "SALESFORCE",
                        "CTO",
                        note.name(),
                        "Only HubSpot changed.",
                        new Result(outcome, null, null),
                        null));
    }

    private JournalEntry conflict(int id, int millis) {
        return entry(object, id, millis, Note.CONFLICT, Outcome.WRITTEN);
    }

    private List<JournalEntry> all(@Nullable Kind kind, int limit) {
        List<JournalEntry> all = new ArrayList<>();
        String after = null;
        for (int pages = 0; pages < 100; pages++) {
            Journal.Page page = notable.page(List.of(object), kind, limit, after);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            after = page.next();
            if (after == null) {
                return all;
            }
        }
        throw new AssertionError("The pages do not end");
    }

    @Test
    void entriesOfManyRecords_comeNewestFirstAndEachOnceWhateverThePage() {
        List<JournalEntry> written = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            written.add(conflict(1000 + i * 37 % 57, i / 2));
        }
        journal.write(written);

        for (int limit : List.of(1, 7, 10, 200)) {
            assertThat(all(null, limit))
                    .as("pages of %d", limit)
                    .containsExactlyInAnyOrderElementsOf(written)
                    .isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        }
    }

    @Test
    void plainWritesAndNotes_areNotAmongThem() {
        journal.write(
                List.of(
                        entry(object, 1, 1, Note.NONE, Outcome.WRITTEN),
                        entry(object, 2, 2, Note.NONE, Outcome.TOLD),
                        entry(object, 3, 3, Note.NONE, Outcome.NOT_ARRIVED)));

        assertThat(all(null, 10)).isEmpty();
    }

    @Test
    void kind_showsOnlySuch() {
        JournalEntry conflict = conflict(1, 1);
        JournalEntry rejected = entry(object, 2, 2, Note.REJECTED, Outcome.WRITTEN);
        JournalEntry refused = entry(object, 3, 3, Note.NONE, Outcome.REFUSED);
        JournalEntry both = entry(object, 4, 4, Note.REJECTED, Outcome.NOT_CONVERTIBLE);
        journal.write(List.of(conflict, rejected, refused, both));

        assertThat(all(Kind.CONFLICT, 10)).containsExactly(conflict);
        assertThat(all(Kind.REJECTED, 10)).containsExactly(both, rejected);
        assertThat(all(Kind.FAILED, 10)).containsExactly(both, refused);
    }

    @Test
    void writeThatIsRefusedAfterAll_becomesOneOfThem() {
        JournalEntry sent = entry(object, 1, 1, Note.NONE, Outcome.WRITTEN);
        journal.write(List.of(sent));

        journal.correct(sent.link(), sent.at(), Outcome.REFUSED, "STRING_TOO_LONG", "too long");

        assertThat(all(Kind.FAILED, 10)).extracting(JournalEntry::key).containsExactly(sent.key());
    }

    @Test
    void withdrawnEntry_isGoneFromThem() {
        journal.write(List.of(conflict(1, 1), conflict(2, 2)));

        journal.withdraw(List.of(conflict(2, 2)));

        assertThat(all(null, 10)).containsExactly(conflict(1, 1));
    }

    @Test
    void objects_areToldApartAndMerged() {
        String other = "notable" + OBJECTS.incrementAndGet();
        JournalEntry elsewhere = entry(other, 1, 5, Note.CONFLICT, Outcome.WRITTEN);
        journal.write(List.of(conflict(1, 1), elsewhere, conflict(2, 9)));

        assertThat(all(null, 10)).containsExactly(conflict(2, 9), conflict(1, 1));
        assertThat(notable.page(List.of(object, other), null, 10, null).items())
                .containsExactly(conflict(2, 9), elsewhere, conflict(1, 1));
    }
}
