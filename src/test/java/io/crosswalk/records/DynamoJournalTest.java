package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Journal.Correction;
import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.rules.Note;
import io.crosswalk.rules.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class DynamoJournalTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.120Z");
    private static final AtomicInteger IDS = new AtomicInteger();

    private Journal journal;
    private RecordKey link;

    @BeforeEach
    void journal() throws Exception {
        journal = new DynamoJournal(DynamoLocal.start(), DynamoLocal.config(false));
        link = RecordKey.hubspot("contact", "j" + IDS.incrementAndGet());
    }

    private JournalEntry entry(Instant at, int sequence) {
        return entry(link, "contact-jobtitle", at, sequence, Note.NONE, "run-1");
    }

    private static JournalEntry entry(
            RecordKey link, String mapping, Instant at, int sequence, Note note, String run) {
        Base base =
                new Fingerprints(new byte[16])
                        .base(link, "contact-jobtitle", Value.of("CEO"), Value.BLANK);
        return new JournalEntry(
                link,
                "003000000000001AAA",
                at,
                sequence,
                new DecidingMapping(mapping, 3, "jobtitle", "Title", "TWO_WAY"),
                new Seen("CTO", "", base, at.minusSeconds(1), null, at, true),
                new Verdict(
                        "ONLY_HUBSPOT_CHANGED",
                        "SALESFORCE",
                        "CTO",
                        note.name(),
                        "Only HubSpot changed.",
                        new Result(Outcome.WRITTEN, null, null),
                        run));
    }

    @Test
    void entry_readsBackAsItWasWritten() {
        JournalEntry written = entry(NOW, 0);

        journal.write(List.of(written));

        assertThat(journal.page(link, 10, null).items()).containsExactly(written);
    }

    @Test
    void entries_comeNewestFirstInPages() {
        journal.write(IntStream.range(0, 60).mapToObj(i -> entry(NOW.plusMillis(i), 0)).toList());

        Journal.Page first = journal.page(link, 50, null);
        Journal.Page second = journal.page(link, 50, first.next());

        assertThat(first.items()).hasSize(50);
        assertThat(first.items().get(0).decidedAt()).isEqualTo(NOW.plusMillis(59));
        assertThat(second.items()).hasSize(10);
        assertThat(second.items().get(9).decidedAt()).isEqualTo(NOW);
        assertThat(second.next()).isNull();
    }

    @Test
    void entriesOfOneMillisecond_keepTheirOrder() {
        journal.write(List.of(entry(NOW, 9), entry(NOW, 10), entry(NOW, 100)));

        assertThat(journal.page(link, 10, null).items())
                .extracting(JournalEntry::sequence)
                .containsExactly(100, 10, 9);
    }

    @Test
    void refusedWrite_isToldOfInItsEntry() {
        JournalEntry written = entry(NOW, 0);
        journal.write(List.of(written));

        journal.correct(link, written.at(), Outcome.REFUSED, "STRING_TOO_LONG", "Title: too long");

        assertThat(journal.page(link, 10, null).items())
                .extracting(e -> e.verdict().result())
                .containsExactly(new Result(Outcome.REFUSED, "STRING_TOO_LONG", "Title: too long"));
    }

    @Test
    void correctingAnEntryThatWasNeverWritten_writesNone() {
        journal.correct(link, entry(NOW, 0).at(), Outcome.NOT_ARRIVED, null, null);

        assertThat(journal.page(link, 10, null).items()).isEmpty();
    }

    @Test
    void manyCorrections_eachTellOfItsOwnEntryAndInventNone() {
        RecordKey other = RecordKey.hubspot("contact", "j" + IDS.incrementAndGet());
        JournalEntry its = entry(other, "contact-jobtitle", NOW, 0, Note.NONE, "run-1");
        journal.write(List.of(entry(NOW, 0), entry(NOW, 1), its));

        journal.correctAll(
                List.of(
                        new Correction(link, its.at(), Outcome.NOT_ARRIVED, null, "stopped"),
                        new Correction(other, its.at(), Outcome.REFUSED, "TOO_LONG", "too long"),
                        new Correction(other, entry(NOW, 7).at(), Outcome.REFUSED, null, null)));

        assertThat(journal.page(link, 10, null).items())
                .extracting(e -> e.verdict().result())
                .containsExactly(
                        new Result(Outcome.WRITTEN, null, null),
                        new Result(Outcome.NOT_ARRIVED, null, "stopped"));
        assertThat(journal.page(other, 10, null).items())
                .extracting(e -> e.verdict().result())
                .containsExactly(new Result(Outcome.REFUSED, "TOO_LONG", "too long"));
    }

    @Test
    void withdrawnEntries_areGone() {
        journal.write(List.of(entry(NOW, 0), entry(NOW, 1)));

        journal.withdraw(List.of(entry(NOW, 1)));

        assertThat(journal.page(link, 10, null).items()).containsExactly(entry(NOW, 0));
    }

    @Test
    void entriesOfAMapping_comeNewestFirstAcrossRecords() {
        String mapping = "m" + IDS.incrementAndGet();
        RecordKey other = RecordKey.hubspot("contact", "j" + IDS.incrementAndGet());
        JournalEntry first = entry(link, mapping, NOW, 0, Note.NONE, null);
        JournalEntry second = entry(other, mapping, NOW.plusMillis(1), 0, Note.CONFLICT, null);
        JournalEntry third = entry(link, mapping, NOW.plusMillis(2), 0, Note.NONE, null);
        JournalEntry elsewhere = entry(link, mapping + "x", NOW, 1, Note.NONE, null);
        journal.write(List.of(third, first, elsewhere, second));

        Journal.Page page = journal.ofMapping("contact", mapping, null, null, 2, null);
        Journal.Page next = journal.ofMapping("contact", mapping, null, null, 2, page.next());

        assertThat(page.items()).containsExactly(third, second);
        assertThat(next.items()).containsExactly(first);
        assertThat(next.next()).isNull();
    }

    @Test
    void newestEntriesOfManyMappings_comeTogether() {
        String prefix = "m" + IDS.incrementAndGet() + "-";
        List<JournalEntry> older =
                IntStream.range(0, 40)
                        .mapToObj(i -> entry(link, prefix + i, NOW, i, Note.NONE, null))
                        .toList();
        List<JournalEntry> newer =
                IntStream.range(0, 40)
                        .mapToObj(
                                i -> entry(link, prefix + i, NOW.plusMillis(1), i, Note.NONE, null))
                        .toList();
        journal.write(older);
        journal.write(newer);
        List<String> ids = IntStream.range(0, 41).mapToObj(i -> prefix + i).toList();

        Map<String, List<JournalEntry>> one = journal.newest("contact", ids, 1);
        Map<String, List<JournalEntry>> all = journal.newest("contact", ids, 10);

        assertThat(one).hasSize(40).containsEntry(prefix + 7, List.of(newer.get(7)));
        assertThat(all).containsEntry(prefix + 39, List.of(newer.get(39), older.get(39)));
    }

    @Test
    void entriesOfAMapping_sinceATimeAndWithANote() {
        String mapping = "m" + IDS.incrementAndGet();
        JournalEntry early = entry(link, mapping, NOW, 0, Note.CONFLICT, null);
        JournalEntry plain = entry(link, mapping, NOW.plusMillis(1), 0, Note.NONE, null);
        JournalEntry late = entry(link, mapping, NOW.plusMillis(2), 0, Note.CONFLICT, null);
        journal.write(List.of(early, plain, late));

        assertThat(journal.ofMapping("contact", mapping, NOW.plusMillis(1), null, 9, null).items())
                .containsExactly(late, plain);
        Journal.Page one = journal.ofMapping("contact", mapping, null, Note.CONFLICT, 1, null);
        Journal.Page two =
                journal.ofMapping("contact", mapping, null, Note.CONFLICT, 1, one.next());
        assertThat(one.items()).containsExactly(late);
        assertThat(two.items()).containsExactly(early);
    }

    @Test
    void entriesOfARun_areFoundByIt() {
        String run = "run-" + IDS.incrementAndGet();
        JournalEntry its = entry(link, "m", NOW, 0, Note.NONE, run);
        JournalEntry later = entry(link, "n", NOW.plusMillis(1), 0, Note.NONE, run);
        journal.write(List.of(its, later, entry(link, "m", NOW, 1, Note.NONE, null)));

        Journal.Page page = journal.ofRun(run, 1, null);
        Journal.Page next = journal.ofRun(run, 1, page.next());

        assertThat(page.items()).containsExactly(later);
        assertThat(next.items()).containsExactly(its);
        assertThat(next.next()).isNull();
    }

    /** They lie in shards by record; some are of one time. */
    @Test
    void entriesOfARunAcrossManyRecords_comeNewestFirstAndEachOnce() {
        String run = "run-" + IDS.incrementAndGet();
        List<JournalEntry> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            RecordKey its = RecordKey.hubspot("contact", "j" + IDS.incrementAndGet());
            all.add(entry(its, "m", NOW.plusMillis(i / 6), 0, Note.NONE, run));
        }
        journal.write(all);

        for (int limit : List.of(1, 7, 60, 100)) {
            List<JournalEntry> found = new ArrayList<>();
            String after = null;
            for (int pages = 0; pages == 0 || after != null; pages++) {
                assertThat(pages).isLessThanOrEqualTo(all.size());
                Journal.Page page = journal.ofRun(run, limit, after);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
                found.addAll(page.items());
                after = page.next();
            }

            assertThat(found).as("%d a page", limit).containsExactlyInAnyOrderElementsOf(all);
            assertThat(found)
                    .extracting(JournalEntry::at)
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void entriesOfARun_lieUnderSeveralKeys() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            RecordKey its = RecordKey.hubspot("contact", Integer.toString(100_000 + i));
            JournalEntry entry = entry(its, "m", NOW, 0, Note.NONE, "run-1");
            keys.add(DynamoJournalItem.item(entry, Duration.ZERO).get("run").s());
        }

        assertThat(keys).hasSize(DynamoJournalItem.RUN_SHARDS);
    }

    @Test
    void loadedEntries_areThoseThatAreThere() {
        JournalEntry written = entry(NOW, 0);
        journal.write(List.of(written));

        assertThat(journal.load(List.of(written.key(), entry(NOW, 7).key())))
                .containsExactly(written);
    }
}
