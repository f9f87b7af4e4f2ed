package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaterTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void fieldTimesOfDifferentSeconds_theLaterSide() {
        assertThat(Later.of(NOON.plusSeconds(1), NOON, null)).isEqualTo(Later.HUBSPOT);
        assertThat(Later.of(NOON, NOON.plusSeconds(1), null)).isEqualTo(Later.SALESFORCE);
    }

    @Test
    void fieldTimesInTheSameSecond_tie() {
        assertThat(Later.of(NOON.plusMillis(999), NOON, null)).isEqualTo(Later.TIE);
        assertThat(Later.of(NOON, NOON.plusMillis(999), null)).isEqualTo(Later.TIE);
    }

    @Test
    void millisecondsAcrossASecond_theLaterSide() {
        assertThat(Later.of(NOON, NOON.minusMillis(1), null)).isEqualTo(Later.HUBSPOT);
    }

    @Test
    void fieldTimeKnown_recordTimeIsNotLookedAt() {
        assertThat(Later.of(NOON.plusSeconds(1), NOON, NOON.plusSeconds(9)))
                .isEqualTo(Later.HUBSPOT);
    }

    @Test
    void hubspotLaterThanTheWholeRecord_hubspot() {
        assertThat(Later.of(NOON.plusSeconds(1), null, NOON)).isEqualTo(Later.HUBSPOT);
    }

    @Test
    void hubspotNotLaterThanTheRecord_unknown() {
        assertThat(Later.of(NOON.plusMillis(999), null, NOON)).isEqualTo(Later.UNKNOWN);
        assertThat(Later.of(NOON, null, NOON.plusSeconds(5))).isEqualTo(Later.UNKNOWN);
    }

    @Test
    void salesforceNotBeforeALaterSecond_salesforce() {
        Instant record = NOON.plusSeconds(60);

        assertThat(Later.of(NOON, null, NOON.plusSeconds(1), record)).isEqualTo(Later.SALESFORCE);
        assertThat(Later.of(NOON, null, NOON.plusMillis(999), record)).isEqualTo(Later.UNKNOWN);
        assertThat(Later.of(NOON, null, NOON.minusSeconds(1), record)).isEqualTo(Later.UNKNOWN);
    }

    @Test
    void fieldTimeKnown_notBeforeIsNotLookedAt() {
        assertThat(Later.of(NOON.plusSeconds(1), NOON, NOON.plusSeconds(9), null))
                .isEqualTo(Later.HUBSPOT);
    }

    @Test
    void notBeforeWithoutHubspotsTime_unknown() {
        assertThat(Later.of(null, null, NOON, NOON)).isEqualTo(Later.UNKNOWN);
    }

    @Test
    void notBeforeIsEarlier_theRecordStillShowsThatHubspotIsLater() {
        assertThat(Later.of(NOON.plusSeconds(9), null, NOON, NOON.plusSeconds(5)))
                .isEqualTo(Later.HUBSPOT);
    }

    @Test
    void timesMissing_unknown() {
        assertThat(Later.of(null, NOON, NOON)).isEqualTo(Later.UNKNOWN);
        assertThat(Later.of(NOON, null, null)).isEqualTo(Later.UNKNOWN);
        assertThat(Later.of(null, null, null)).isEqualTo(Later.UNKNOWN);
    }

    @Test
    void instantsAtTheEndsOfTime_areCompared() {
        assertThat(Later.of(Instant.MAX, Instant.MIN, null)).isEqualTo(Later.HUBSPOT);
        assertThat(Later.of(Instant.MIN, Instant.MAX, null)).isEqualTo(Later.SALESFORCE);
    }

    @Test
    void hinted_isTheTwoFlags() {
        assertThat(Hinted.of(false, false)).isEqualTo(Hinted.NONE);
        assertThat(Hinted.of(true, false)).isEqualTo(Hinted.HUBSPOT);
        assertThat(Hinted.of(false, true)).isEqualTo(Hinted.SALESFORCE);
        assertThat(Hinted.of(true, true)).isEqualTo(Hinted.BOTH);
    }
}
