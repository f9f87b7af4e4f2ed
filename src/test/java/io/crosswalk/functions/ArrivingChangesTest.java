package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.reconcile.KeptCursors;
import io.crosswalk.records.Arrivals;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.ChangeEvents;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of change events that arrive. */
class ArrivingChangesTest {
    private final List<Map<Metric, ?>> told = new ArrayList<>();
    private final KeptCursors cursors = new KeptCursors();
    private int taken;

    private final class Counted implements Arrivals {
        @Override
        public void taken(Side side, Instant at) {
            taken++;
        }

        @Override
        public void refused(Side side, Instant at, String why) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void found(Side side, Instant at) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Arrival last(Side side) {
            throw new AssertionError("not asked for");
        }
    }

    private void arrives(String recordId) throws Exception {
        try (InputStream file =
                getClass().getResourceAsStream("/aws/eventbridge-contact-change.json")) {
            arrivesAs(
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("RECORD_ID", recordId));
        }
    }

    private void arrivesAs(String event) throws Exception {
        new SalesforceChangeFunction(
                        new ChangeEvents("crosswalk"),
                        KeptHints.intake(),
                        cursors,
                        new Counted(),
                        (values, samples) -> told.add(values),
                        Clock.systemUTC())
                .salesforceChange(new ObjectMapper().readValue(event, EventBridgeEvent.class));
    }

    @Test
    void overflow_hasAllReadAgainFromTheBeginningOfItsTransaction() throws Exception {
        Instant committed = Instant.parse("2026-01-27T12:00:00Z");
        cursors.advance("contact", Side.SALESFORCE, committed.plusSeconds(30));
        cursors.advance("contact", Side.HUBSPOT, committed);

        arrivesAs(
                "{\"detail\":{\"payload\":{\"ChangeEventHeader\":{\"entityName\":\"Contact\","
                        + "\"changeType\":\"GAP_OVERFLOW\",\"commitTimestamp\":"
                        + committed.toEpochMilli()
                        + "}}}}");

        assertThat(cursors.cursor("contact", Side.SALESFORCE))
                .isEqualTo(committed.minus(Duration.ofMinutes(12)));
        assertThat(cursors.cursor("contact", Side.HUBSPOT)).isEqualTo(committed);
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void changedContact_isCountedAsAHintOfSalesforces() throws Exception {
        arrives(KeptHints.PARTNER);

        assertThat(told).containsExactly(Map.of(Metric.SALESFORCE_HINTS_STORED, 1));
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void changedContact_isLoggedWithSalesforcesTransaction() throws Exception {
        try (LoggedLines logged = new LoggedLines()) {
            arrives(KeptHints.PARTNER);

            assertThat(logged.lines()).hasSize(1);
            assertThat(logged.lines().get(0).ids())
                    .containsEntry("eventId", "0000aaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
        }
    }

    @Test
    void eventThatConcernsNothing_addsNoFigure() throws Exception {
        arrives("nothing");

        assertThat(told).allMatch(Map::isEmpty);
    }
}
