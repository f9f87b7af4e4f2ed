package io.crosswalk.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTimeTest {
    @Test
    void anyTime_isWrittenAsTheFormatterDoesAndReadBack() {
        var formatter = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            Instant time = Instant.ofEpochMilli(random.nextLong(-40_000_000_000_000L, 1L << 49));
            String text = JournalTime.text(time);
            assertEquals(formatter.format(time), text);
            assertEquals(time, JournalTime.parse(text + "#100000", text.length()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2028-02-29T23:59:59.999Z",
                "1969-12-31T00:00:00.000Z",
                "0001-01-01T00:00:00.001Z"
            })
    void dayAtAnEnd_isReadBack(String text) {
        assertEquals(Instant.parse(text), JournalTime.parse(text, text.length()));
        assertEquals(text, JournalTime.text(Instant.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T12:00:00.000Z",
                "2026-13-01T12:00:00.000Z",
                "2026-11-31T12:00:00.000Z",
                "2026-11-24T25:00:00.000Z",
                "2026-11-24 12:00:00.000Z",
                "yesterday"
            })
    void otherText_isRefused(String text) {
        assertThrows(DateTimeParseException.class, () -> JournalTime.parse(text, text.length()));
    }
}
