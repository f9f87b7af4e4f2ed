package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.Look;
import io.crosswalk.sync.Look.Field;
import io.crosswalk.sync.Look.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What sync counts of its looks. */
class LookFiguresTest {
    private final LookFigures figures = new LookFigures();

    private static Look look(int nothingToWrite, Outcome... outcomes) {
        List<Field> fields =
                Arrays.stream(outcomes)
                        .map(outcome -> new Field("m", "HUBSPOT_CHANGED", outcome, null))
                        .toList();
        return new Look(RecordKey.hubspot("contact", "501"), "003", fields, nothingToWrite);
    }

    @Test
    void batch_isCountedWithWhatBecameOfItsRecords() {
        figures.taken(3);
        figures.written(Duration.ofMillis(1_500));
        figures.written(null);
        figures.failed();

        LookFigures.Figures taken = figures.take();

        assertThat(taken.counts())
                .containsEntry(Metric.BATCH_SIZE, 3)
                .containsEntry(Metric.RECORDS_WRITTEN, 2)
                .containsEntry(Metric.RECORDS_FAILED, 1);
        assertThat(taken.lagMillis()).containsExactly(1_500L);
    }

    @Test
    void recordThatWasMade_isOneThatWasWritten() {
        figures.made(RecordKey.hubspot("contact", "501"), "003", Side.SALESFORCE);

        assertThat(figures.take().counts()).containsEntry(Metric.RECORDS_WRITTEN, 1);
    }

    @Test
    void decisions_areCountedByWhatBecameOfThem() {
        figures.looked(look(12, Outcome.WRITTEN, Outcome.WRITTEN, Outcome.REFUSED));
        figures.looked(look(14, Outcome.NOT_CONVERTIBLE));
        figures.looked(look(0, Outcome.HELD, Outcome.KEPT, Outcome.PUT_OFF));

        assertThat(figures.take().counts())
                .containsEntry(Metric.DECISIONS_WRITTEN, 2)
                .containsEntry(Metric.DECISIONS_REFUSED, 1)
                .containsEntry(Metric.DECISIONS_NOT_CONVERTIBLE, 1)
                .containsEntry(Metric.DECISIONS_HELD, 1)
                .containsEntry(Metric.DECISIONS_KEPT, 1)
                .containsEntry(Metric.DECISIONS_PUT_OFF, 1)
                .containsEntry(Metric.DECISIONS_NOTHING_TO_WRITE, 26);
    }

    @Test
    void recordsThatWerePutOff_areLoggedOnceAndNoFigure() {
        RecordKey record = RecordKey.hubspot("contact", "501");
        try (LoggedLines logged = new LoggedLines()) {
            figures.putOff(record, "003", "TIMEOUT");
            figures.putOff(record, null, "TIMEOUT");
            figures.putOff(record, null, "NO_CALLS");

            assertThat(figures.take().areNone()).isTrue();
            assertThat(figures.take().areNone()).isTrue();

            assertThat(logged.lines())
                    .filteredOn(line -> line.level().equals("INFO"))
                    .extracting(LoggedLines.Line::text)
                    .containsExactly("3 records are put off: NO_CALLS 1, TIMEOUT 2");
        }
    }

    @Test
    void whatWasTaken_isNotToldAgain() {
        figures.taken(1);
        figures.take();

        assertThat(figures.take().areNone()).isTrue();
    }
}
