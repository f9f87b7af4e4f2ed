package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.CallPace.Calls;
import io.crosswalk.budget.BudgetConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a preview says of how long its run takes, as shipped. */
class GovernedPaceTest {
    private final GovernedPace pace =
            new GovernedPace(
                    null, Shipped.config(BudgetConfig.class), Shipped.config(BackfillConfig.class));

    @Test
    void fewLinks_areMarkedInOneRound() {
        assertThat(pace.lasts(new Calls(2, 0, 1), 200)).isLessThan(Duration.ofSeconds(2));
        assertThat(pace.lasts(Calls.NONE, 2_000)).isZero();
    }

    @Test
    void manyLinks_takeAMinutePerTwoThousand() {
        assertThat(pace.lasts(new Calls(1_000, 0, 500), 100_000)).isEqualTo(Duration.ofMinutes(49));
    }

    @Test
    void manyCalls_takeAsLongAsALastingLoadIsGranted() {
        // Half of the limit of ten seconds is granted for fifteen.
        assertThat(pace.lasts(new Calls(3_000, 0, 0), 2_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void moreThanADaysShare_goesOnTheNextDay() {
        assertThat(pace.lasts(new Calls(0, 0, 150_000), 2_000)).isEqualTo(Duration.ofDays(2));
    }
}
