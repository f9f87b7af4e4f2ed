package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.reconcile.HealthState.Seen;
import io.crosswalk.records.DynamoLocal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose turn it is to check the health of an object's mappings. */
@ExtendWith(DynamoLocal.class)
class DynamoHealthStateTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(5);

    @Test
    void turn_isTakenOnceInATime_andItIsTimeWhenItCanBeTaken() throws Exception {
        HealthState state = new DynamoHealthState(DynamoLocal.start(), DynamoLocal.config(false));
        assertThat(state.isTime("turns", NOW, EVERY)).isTrue();
        state.save("turns", new Seen(Map.of(), Map.of(), null));
        assertThat(state.isTime("turns", NOW, EVERY)).isTrue();

        assertThat(state.claim("turns", NOW, EVERY)).isTrue();

        Instant early = NOW.plus(EVERY).minusSeconds(1);
        assertThat(state.isTime("turns", early, EVERY)).isFalse();
        assertThat(state.claim("turns", early, EVERY)).isFalse();
        assertThat(state.isTime("turns", NOW.plus(EVERY), EVERY)).isTrue();
        assertThat(state.claim("turns", NOW.plus(EVERY), EVERY)).isTrue();
    }

    @Test
    void whatACheckLeftBehind_isWhatTheNextGoesOnFrom() throws Exception {
        HealthState state = new DynamoHealthState(DynamoLocal.start(), DynamoLocal.config(false));
        Map<String, Retry> retries = Map.of("m", new Retry(NOW, "half"), "n", new Retry(NOW, null));
        Seen half = new Seen(Map.of("m", "old"), retries, "2026-11-24");

        state.save("left", half);

        assertThat(state.load("left")).isEqualTo(half);
        Seen whole = new Seen(Map.of("m", "old"), Map.of(), null);
        state.save("left", whole);
        assertThat(state.load("left")).isEqualTo(whole);
    }
}
