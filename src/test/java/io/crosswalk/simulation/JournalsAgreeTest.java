package io.crosswalk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.DynamoJournal;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Journal.Correction;
import io.crosswalk.records.Journal.Page;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the simulation keeps its journal in does what is deployed. */
@ExtendWith(DynamoLocal.class)
class JournalsAgreeTest {
    private static final int SEEDS = 15;
    private static final int OPERATIONS = 15;
    private static final int PAGE = 3;
    private static final int PAGES_MAX = 100;

    /** Later than any clock on a wall: nothing expires meanwhile. */
    private static final Instant START = Instant.parse("2075-01-01T00:00:00Z");

    private Journal deployed;
    private Journal simulated;

    @BeforeEach
    void bothEmpty() throws Exception {
        deployed = new DynamoJournal(DynamoLocal.start(), DynamoLocal.config(false));
        VirtualClock clock = new VirtualClock();
        Trace trace = new Trace(clock, false);
        simulated = new InMemoryJournal(new Faults(clock, trace), trace, Journal.PURGE_MAX);
    }

    /** Few links and few times, so that entries meet. */
    private static final class Drawn {
        private final SplittableRandom random;
        private final List<RecordKey> links;

        Drawn(long seed) {
            random = new SplittableRandom(seed);
            String object = "agreeing" + seed;
            links = List.of(RecordKey.hubspot(object, "501"), RecordKey.hubspot(object, "502"));
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        /** No two of one link and time: nobody writes an entry twice at once. */
        List<JournalEntry> entries() {
            Map<JournalEntry.Key, JournalEntry> entries = new LinkedHashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                JournalEntry entry =
                        entry(
                                one(links),
                                "m" + random.nextInt(2),
                                START.plusMillis(random.nextInt(6)),
                                one(List.of(Note.values())).name());
                entries.put(entry.key(), entry);
            }
            return List.copyOf(entries.values());
        }

        Correction correction() {
            String at =
                    one(
                            List.of(
                                    "2075-01-01T00:00:00.001Z#100000",
                                    "2075-01-01T00:00:00.004Z#100000"));
            boolean told = random.nextBoolean();
            return new Correction(
                    one(links),
                    at,
                    one(List.of(Outcome.values())),
                    told ? "TOO_LONG" : null,
                    told ? "Too long" : null);
        }
    }

    private static JournalEntry entry(RecordKey link, String mapping, Instant at, String note) {
        return new JournalEntry(
                link,
                "003A",
                at,
                0,
                new DecidingMapping(mapping, 3, "jobtitle", "Title", "TWO_WAY"),
                new Seen("CTO", "", null, null, at, null, false),
                new Verdict(
                        "ONLY_HUBSPOT_CHANGED",
                        "SALESFORCE",
                        "CTO",
                        note,
                        "Only HubSpot changed.",
                        new Result(Outcome.WRITTEN, null, null),
                        "run-" + link.object() + mapping));
    }

    @Test
    void sameOperations_sameEntriesPageByPage() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Drawn drawn = new Drawn(seed);
            List<String> done = new ArrayList<>();
            for (int i = 0; i < OPERATIONS; i++) {
                done.add(operate(drawn));
                assertThat(shown(simulated, drawn, i))
                        .as("seed %d: %s", seed, done)
                        .isEqualTo(shown(deployed, drawn, i));
            }
        }
    }

    private String operate(Drawn drawn) {
        List<JournalEntry> entries = drawn.entries();
        Correction its = drawn.correction();
        switch (drawn.random.nextInt(10)) {
            case 0 -> {
                RecordKey link = drawn.one(drawn.links);
                assertThat(simulated.purge(link)).isEqualTo(deployed.purge(link));
                return "purge " + link;
            }
            case 1, 2 -> {
                deployed.withdraw(entries);
                simulated.withdraw(entries);
                return "withdraw " + entries;
            }
            case 3, 4 -> {
                deployed.correctAll(Set.of(its));
                simulated.correctAll(Set.of(its));
                return "correct " + its;
            }
            default -> {
                deployed.write(entries);
                simulated.write(entries);
                return "write " + entries;
            }
        }
    }

    /** The indexes across records less often; of one time they have entries in any order. */
    private static Map<String, Object> shown(Journal journal, Drawn drawn, int number) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (RecordKey link : drawn.links) {
            shown.put(link.text(), pages(after -> journal.page(link, PAGE, after)));
        }
        String object = drawn.links.get(0).object();
        if (number % 3 == 2) {
            Instant since = START.plusMillis(number % 5);
            shown.put("m0", all(after -> journal.ofMapping(object, "m0", null, null, PAGE, after)));
            shown.put(
                    "m1 since",
                    all(after -> journal.ofMapping(object, "m1", since, null, PAGE, after)));
            shown.put(
                    "conflicts",
                    all(
                            after ->
                                    journal.ofMapping(
                                            object, "m0", null, Note.CONFLICT, PAGE, after)));
            shown.put("run", all(after -> journal.ofRun("run-" + object + "m0", PAGE, after)));
        }
        return shown;
    }

    private static Set<JournalEntry> all(Function<String, Page> ask) {
        List<JournalEntry> all = pages(ask).stream().flatMap(List::stream).toList();
        assertThat(all).doesNotHaveDuplicates();
        return Set.copyOf(all);
    }

    private static List<List<JournalEntry>> pages(Function<String, Page> ask) {
        List<List<JournalEntry>> pages = new ArrayList<>();
        Page page = ask.apply(null);
        pages.add(page.items());
        for (int i = 0; i < PAGES_MAX && page.next() != null; i++) {
            page = ask.apply(page.next());
            pages.add(page.items());
        }
        return pages;
    }

    @Test
    void moreThanAPartIsPurged_theOldestGoFirst() {
        RecordKey link = RecordKey.hubspot("agreeingParts", "501");
        int count = Journal.PURGE_MAX + 20;
        List<JournalEntry> entries =
                IntStream.range(0, count)
                        .mapToObj(i -> entry(link, "m0", START.plus(Duration.ofMillis(i)), "NONE"))
                        .toList();

        for (Journal journal : List.of(deployed, simulated)) {
            journal.write(entries);
            assertThat(journal.purge(link)).isFalse();
            assertThat(pages(after -> journal.page(link, 50, after)))
                    .singleElement()
                    .isEqualTo(newestFirst(entries.subList(Journal.PURGE_MAX, count)));
            assertThat(journal.purge(link)).isTrue();
            assertThat(journal.page(link, 50, null).items()).isEmpty();
        }
    }

    private static List<JournalEntry> newestFirst(List<JournalEntry> entries) {
        List<JournalEntry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }
}
