package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.DriftFigure.Example;
import io.crosswalk.records.DriftStore.Sweep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class DynamoDriftStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final DriftFigure FIGURE =
            new DriftFigure(
                    NOON,
                    NOON.plusSeconds(60),
                    40,
                    3,
                    500,
                    Map.of(
                            "contact-phone", Map.of(Reason.REFUSED, 4L, Reason.UNEXPLAINED, 1L),
                            "contact-email", Map.of(Reason.PAUSED, 2L)),
                    NOON.minusSeconds(900),
                    List.of(new Example("501", "003A", "contact-phone", NOON.minusSeconds(900))));

    private DriftStore store;

    @BeforeEach
    void store() throws Exception {
        store = new DynamoDriftStore(DynamoLocal.start(), DynamoLocal.config(false));
    }

    @Test
    void publishedFigure_isReadAsItWas() {
        store.publish("drift-1", FIGURE);

        assertThat(store.figure("drift-1")).contains(FIGURE);
    }

    @Test
    void beforeTheFirstSweep_thereIsNoFigure() {
        assertThat(store.figure("drift-2")).isEmpty();
        assertThat(store.sweep("drift-2")).isEqualTo(Sweep.NONE);
    }

    @Test
    void sweep_goesOnWhereItWasSaved() {
        Sweep begun = Sweep.NONE.begun(NOON);

        assertThat(store.save("drift-3", begun.advanced("0~contact/hubspot/5", FIGURE))).isTrue();

        assertThat(store.sweep("drift-3"))
                .isEqualTo(new Sweep(1, NOON, "0~contact/hubspot/5", FIGURE));
    }

    @Test
    void whoSavesSecond_changesNothing() {
        Sweep seen = store.sweep("drift-4").begun(NOON);
        store.save("drift-4", seen.advanced("1~", FIGURE));
        Sweep first = store.sweep("drift-4");

        assertThat(store.save("drift-4", seen.advanced("2~", FIGURE))).isFalse();
        assertThat(store.sweep("drift-4")).isEqualTo(first);
        assertThat(store.save("drift-4", first.ended())).isTrue();
        assertThat(store.save("drift-4", first.advanced("3~", FIGURE))).isFalse();
        assertThat(store.sweep("drift-4").counted()).isNull();
    }
}
