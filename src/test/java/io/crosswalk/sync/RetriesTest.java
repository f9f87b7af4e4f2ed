package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {

    @Test
    void refusedAgainAndAgain_isTriedEverMoreSeldomAndThenNoMore() {
        List<Duration> waits = new ArrayList<>();
        Instant refusedAt = NOON;
        Retry retry = Retries.next(ProblemCode.VALIDATION_RULE, null, refusedAt);
        while (retry != null) {
            waits.add(Duration.between(refusedAt, retry.at()));
            refusedAt = retry.at();
            retry = Retries.next(ProblemCode.VALIDATION_RULE, retry, refusedAt);
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(32),
                        Duration.ofMinutes(128),
                        Duration.ofMinutes(512),
                        Duration.ofHours(24));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            names = {"RECORD_LOCKED", "KEEPS_FAILING"})
    void whatMayPassByItself_isTriedEveryTwoHoursForAsLongAsItLasts(ProblemCode code) {
        Retry retry = Retries.next(code, null, NOON);
        for (int i = 0; i < 50; i++) {
            retry = Retries.next(code, retry, NOON);
        }

        assertThat(retry.at()).isEqualTo(NOON.plus(Duration.ofHours(2)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            names = {
                "VALIDATION_RULE",
                "REQUIRED_FIELD_MISSING",
                "DUPLICATE",
                "BROKEN_REFERENCE",
                "ACCESS_DENIED",
                "AUTOMATION_FAILED",
                "REFUSED"
            })
    void causeThatMayPass_isTriedAgainInTwoMinutes(ProblemCode code) {
        assertThat(Retries.next(code, null, NOON))
                .isEqualTo(new Retry(1, NOON.plus(Duration.ofMinutes(2))));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            names = {"TOO_LONG", "RECORD_GONE"})
    void causeThatOnlyAnotherValueMends_isNotTriedAgain(ProblemCode code) {
        assertThat(Retries.next(code, null, NOON)).isNull();
    }
}
