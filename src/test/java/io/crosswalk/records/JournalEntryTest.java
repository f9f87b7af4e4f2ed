package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sort key is stored: it keeps its width, so that texts sort as times do. */
class JournalEntryTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, 0, 2026-11-24T12:00:00.000Z#100000",
        "2026-11-24T12:00:00.007Z, 12, 2026-11-24T12:00:00.007Z#100012",
        "2026-11-24T12:00:59.120999999Z, 1, 2026-11-24T12:00:59.120Z#100001",
        "1969-12-31T23:59:59.900Z, 0, 1969-12-31T23:59:59.900Z#100000",
    })
    void sortKey_hasMillisecondsAlways(Instant decidedAt, int sequence, String at) {
        assertThat(entry(decidedAt, sequence).at()).isEqualTo(at);
    }

    private static JournalEntry entry(Instant decidedAt, int sequence) {
        return new JournalEntry(
                RecordKey.hubspot("contact", "501"),
                "003000000000001AAA",
                decidedAt,
                sequence,
                new DecidingMapping("m1", 1, "city", "MailingCity", "TWO_WAY"),
                new Seen("Bonn", "Kiel", null, null, null, null, false),
                new Verdict(
                        "SALESFORCE_CHANGED",
                        "HUBSPOT",
                        "Kiel",
                        "NONE",
                        "",
                        new Result(Outcome.WRITTEN, null, null),
                        null));
    }
}
