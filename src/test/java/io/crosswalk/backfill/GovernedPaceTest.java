package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.CallPace.Calls;
import io.crosswalk.budget.BudgetConfig;
import io.crosswalk.budget.BudgetOfDay;
import io.crosswalk.rules.Side;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a preview says of how long its run takes, as shipped. */
class GovernedPaceTest {
    private final BudgetOfDay budget = new BudgetOfDay();
    private final GovernedPace pace =
            new GovernedPace(
                    budget.governor(),
                    Shipped.config(BudgetConfig.class),
                    Shipped.config(BackfillConfig.class),
                    budget.clock());

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
        assertThat(pace.lasts(new Calls(0, 0, 70_000), 2_000)).isZero();
        assertThat(pace.lasts(new Calls(0, 0, 150_000), 2_000)).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void smallerLimitThanConfigured_isWhatTheCrmSays() {
        budget.says(Side.SALESFORCE, 15_000, 0);

        assertThat(pace.lasts(new Calls(0, 0, 21_001), 2_000)).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void largerLimitThanConfigured_isWhatTheCrmSays() {
        budget.says(Side.SALESFORCE, 1_000_000, 0);

        assertThat(pace.lasts(new Calls(0, 0, 150_000), 2_000)).isZero();
    }

    @Test
    void hubspotsDayIsUsedUpByOthers_beginsWhenItEnds() {
        budget.says(Side.HUBSPOT, 10_000, 7_500);

        assertThat(pace.lasts(new Calls(100, 0, 0), 200)).isEqualTo(BudgetOfDay.UNTIL_MIDNIGHT);
        assertThat(pace.lasts(new Calls(7_001, 0, 0), 200))
                .isEqualTo(BudgetOfDay.UNTIL_MIDNIGHT.plusDays(1));
    }

    @Test
    void partOfTheDayIsLeft_theRestIsOfTheDaysAfter() {
        budget.says(Side.HUBSPOT, 10_000, 6_000);

        assertThat(pace.lasts(new Calls(1_000, 0, 0), 200)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pace.lasts(new Calls(1_001, 0, 0), 200)).isEqualTo(BudgetOfDay.UNTIL_MIDNIGHT);
    }

    @Test
    void salesforcesDayIsUsedUp_asItRollsThereMayBeRoomSoon() {
        budget.says(Side.SALESFORCE, 10_000, 9_000);

        assertThat(pace.lasts(new Calls(0, 0, 100), 200)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void manyRunsAreListed_theBudgetIsReadOnce() {
        for (int run = 0; run < 100; run++) {
            pace.lasts(new Calls(1, 0, 1), 200);
        }

        assertThat(budget.reads()).isEqualTo(1);
    }

    @Test
    void budgetChanges_isToldSecondsLater() {
        assertThat(pace.lasts(new Calls(0, 0, 100), 200)).isZero();
        budget.says(Side.SALESFORCE, 10_000, 9_000);
        budget.pass(Duration.ofSeconds(6));

        assertThat(pace.lasts(new Calls(0, 0, 100), 200)).isPositive();
    }
}
