package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Arrivals.Arrival;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the arrivals of webhooks say of HubSpot's settings. */
class HubspotSetupTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static SetupFinding found(@Nullable Instant taken, @Nullable Instant refused) {
        return HubspotSetup.webhook(
                new Arrival(taken, refused, refused == null ? null : "SIGNATURE_MISMATCH"));
    }

    @Test
    void noneArrived_isToDo() {
        assertThat(found(null, null).state()).isEqualTo(SetupCheck.State.TO_DO);
    }

    @Test
    void onlyRefused_isWrongForItsReason() {
        SetupFinding found = found(null, NOON);

        assertThat(found.state()).isEqualTo(SetupCheck.State.WRONG);
        assertThat(found.code()).isEqualTo("SIGNATURE_MISMATCH");
    }

    @Test
    void refusedSinceTheLastOneThatWasTaken_isWrong() {
        SetupFinding found = found(NOON.minusSeconds(3_600), NOON);

        assertThat(found.state()).isEqualTo(SetupCheck.State.WRONG);
        assertThat(found.text()).contains("refused: SIGNATURE_MISMATCH", "2026-11-24T11:00:00Z");
    }

    @Test
    void takenAfterARefusal_isFine() {
        assertThat(found(NOON, NOON.minusSeconds(3_600)).state()).isEqualTo(SetupCheck.State.FINE);
    }

    /** One that was taken a moment after the refusal may not have been noted. */
    @Test
    void refusedWithinAMinuteOfOneThatWasTaken_isFine() {
        assertThat(found(NOON, NOON.plusSeconds(59)).state()).isEqualTo(SetupCheck.State.FINE);
    }
}
