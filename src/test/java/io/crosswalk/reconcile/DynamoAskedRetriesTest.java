package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.records.DynamoLocal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far the mappings have come that a person wants to have tried again. */
@ExtendWith(DynamoLocal.class)
class DynamoAskedRetriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Retry FIRST = new Retry(NOW, null);
    private static final Retry HALF = new Retry(NOW, "half");

    @Test
    void mappingIsGoneThrough_untilNothingIsLeftOfIt() throws Exception {
        AskedRetries asked = new DynamoAskedRetries(DynamoLocal.start(), DynamoLocal.config(false));
        assertThat(asked.of("through")).isEmpty();

        asked.ask("through", "m", FIRST);
        asked.ask("through", "n", HALF);
        asked.goOn("through", "m", FIRST, HALF);
        assertThat(asked.of("through")).isEqualTo(Map.of("m", HALF, "n", HALF));
        asked.goOn("through", "m", HALF, null);

        assertThat(asked.of("through")).isEqualTo(Map.of("n", HALF));
    }

    @Test
    void askedAgainMeanwhile_startsOver() throws Exception {
        AskedRetries asked = new DynamoAskedRetries(DynamoLocal.start(), DynamoLocal.config(false));
        Retry again = new Retry(NOW.plusSeconds(9), null);
        asked.ask("again", "m", HALF);
        asked.ask("again", "m", again);

        asked.goOn("again", "m", HALF, null);
        asked.goOn("again", "gone", HALF, HALF);

        assertThat(asked.of("again")).isEqualTo(Map.of("m", again));
    }
}
