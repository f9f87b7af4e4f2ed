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
                new Arrival(taken, refused, refused == null ? null : "SIGNATURE_MISMATCH", null),
                NOON);
    }

    private static SetupFinding silent(@Nullable Instant taken, Instant found) {
        SetupFinding finding = HubspotSetup.webhook(new Arrival(taken, null, null, found), NOON);
        assertThat(SalesforceSetup.events(new Arrival(taken, null, null, found), NOON).state())
                .isEqualTo(finding.state());
        return finding;
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
    void changesWereFoundAnHourAgoAndNoneArrivedSince_isWrong() {
        SetupFinding found = silent(NOON.minusSeconds(90_000), NOON.minusSeconds(3_600));

        assertThat(found.state()).isEqualTo(SetupCheck.State.WRONG);
        assertThat(found.text()).contains("2026-11-23T11:00:00Z", "2026-11-24T11:00:00Z");
    }

    /** Looking may be quicker than an event. */
    @Test
    void changesWereFoundAMomentAgo_isFine() {
        assertThat(silent(NOON.minusSeconds(90_000), NOON.minusSeconds(3_599)).state())
                .isEqualTo(SetupCheck.State.FINE);
    }

    @Test
    void arrivedSinceChangesWereFound_isFine() {
        assertThat(silent(NOON.minusSeconds(7_000), NOON.minusSeconds(7_200)).state())
                .isEqualTo(SetupCheck.State.FINE);
    }

    @Test
    void changesAreFoundAndNoneEverArrived_isToDo() {
        assertThat(silent(null, NOON.minusSeconds(90_000)).state())
                .isEqualTo(SetupCheck.State.TO_DO);
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
