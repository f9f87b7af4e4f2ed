package io.crosswalk.budget;

import static io.crosswalk.budget.Governed.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A day's calls: other apps share them, so the CRMs' headers are what counts. */
class DayBudgetTest {
    private final Governed given = new Governed();
    private final Governor governor = given.process();

    @Test
    void dayIsAlmostUsedUpByOthers_onlyMoreUrgentCallsAreGranted() {
        given.hubspotSays(governor, 1_000, 800);

        assertThat(call(governor, Priority.BACKFILL, 1)).isZero();
        assertThat(call(governor, Priority.RECONCILE, 1)).isEqualTo(1);

        given.pass(Duration.ofSeconds(5));
        given.hubspotSays(governor, 1_000, 900);

        assertThat(call(governor, Priority.RECONCILE, 1)).isZero();
        assertThat(call(governor, Priority.EDIT, 1)).isEqualTo(1);
    }

    @Test
    void onlyTheReserveIsLeft_editsLeaveItToOtherApps() {
        given.hubspotSays(governor, 1_000, 980);

        assertThat(call(governor, Priority.EDIT, 1)).isZero();
    }

    @Test
    void oneProcessSawTheHeader_theOthersHoldToIt() {
        given.hubspotSays(governor, 1_000, 800);
        call(governor, Priority.EDIT, 1);

        assertThat(call(given.process(), Priority.BACKFILL, 1)).isZero();
    }

    @Test
    void headerCameWithTheLastCallOfABatch_itIsStoredAtTheBatchsEnd() {
        Grant grant = governor.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT, 1));
        given.hubspotSays(governor, 1_000, 400);
        grant.close();

        DayUse day = given.store.stored().day(Side.HUBSPOT);
        assertThat(day.limit()).isEqualTo(1_000);
        assertThat(day.used()).isEqualTo(400);
    }

    @Test
    void headersComeAllTheTime_theyAreStoredEveryHalfMinute() {
        for (int second = 0; second < 120; second++) {
            Grant grant = governor.ask(Priority.EDIT, Calls.NONE);
            given.hubspotSays(governor, 1_000, 400 + second);
            grant.close();
            given.pass(Duration.ofSeconds(1));
        }
        assertThat(given.store.writes).isEqualTo(4);
    }

    @Test
    void headerIsOlderThanWhatIsKnown_itChangesNothing() {
        Governor slow = given.process();
        given.hubspotSays(slow, 1_000, 100);
        given.pass(Duration.ofSeconds(1));
        given.hubspotSays(governor, 1_000, 900);
        call(governor, Priority.EDIT, 1);

        assertThat(call(slow, Priority.RECONCILE, 1)).isZero();
    }

    @Test
    void hubspotNeverSays_ourOwnCallsAreCountedAgainstWhatIsConfigured() {
        given.with(Governed.terms(100, 100, 100, null));
        Governor configured = given.process();

        assertThat(call(configured, Priority.BACKFILL, 50)).isEqualTo(50);
        given.pass(Duration.ofMinutes(1));
        assertThat(call(configured, Priority.EDIT, 60)).isEqualTo(48);
        given.pass(Duration.ofMinutes(1));
        assertThat(call(configured, Priority.EDIT, 1)).isZero();

        // It is nine o'clock; the day ends at midnight UTC.
        Duration after = configured.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT, 1)).after();
        assertThat(after).isEqualTo(Duration.ofHours(15).minusMinutes(2));
        given.pass(after);
        assertThat(call(configured, Priority.EDIT, 1)).isEqualTo(1);
    }

    @Test
    void hubspotNeverSays_callsThatWereGrantedAndNotMadeCountForNoDay() {
        for (int slot = 0; slot < 100; slot++) {
            call(governor, Priority.EDIT, 1);
            given.pass(LaneUse.SLOT);
        }

        // Of the last slot nobody has told yet what was left of it.
        assertThat(governor.status().day(Side.HUBSPOT).used()).isBetween(100L, 105L);
        assertThat(given.store.stored().lane(Lane.HUBSPOT).use().total()).isEqualTo(15);
    }

    @Test
    void hubspotNeverSays_whatAGrantDidNotUseUntilItsSlotWasOverCountsForNoDay() {
        Grant grant = governor.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT, 40));
        governor.made(Lane.HUBSPOT);
        given.pass(LaneUse.SLOT);
        grant.close();
        given.pass(LaneUse.SLOT);

        call(governor, Priority.EDIT, 1);

        assertThat(governor.status().day(Side.HUBSPOT).used()).isBetween(2L, 6L);
    }

    @Test
    void headerCameMeanwhile_whatLapsedBeforeItIsNotTakenOffAgain() {
        call(governor, Priority.EDIT, 1);
        given.pass(LaneUse.SLOT);
        given.hubspotSays(governor, 1_000, 400);

        call(governor, Priority.EDIT, 1);

        assertThat(governor.status().day(Side.HUBSPOT).used()).isBetween(401L, 405L);
    }

    @Test
    void dayIsUsedUpAndTheZoneIsKnown_itIsOverAtMidnightThere() {
        given.with(Governed.terms(100, 100_000, 100_000, ZoneId.of("Europe/Berlin")));
        Governor berlin = given.process();
        given.hubspotSays(berlin, 1_000, 1_000);

        Duration after = berlin.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT, 1)).after();

        assertThat(after).isEqualTo(Duration.ofHours(14));
        given.pass(after);
        assertThat(call(berlin, Priority.BACKFILL, 1)).isEqualTo(1);
    }

    @Test
    void dayIsUsedUpAndTheZoneIsUnknown_itIsTriedAgainByOneAfterAnHour() {
        given.hubspotSays(governor, 1_000, 1_000);

        Duration after = governor.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT, 1)).after();

        assertThat(after).isEqualTo(Duration.ofHours(1));
        given.pass(after);
        assertThat(call(governor, Priority.EDIT, 1)).isEqualTo(1);
        assertThat(call(given.process(), Priority.EDIT, 1)).isZero();
    }

    @Test
    void salesforcesHoursRoll_midnightChangesNothing() {
        given.salesforceSays(governor, 1_000, 1_000);
        call(governor, Priority.EDIT, Lane.SALESFORCE, 1);
        given.pass(Duration.ofHours(15));
        given.salesforceSays(governor, 1_000, 1_000);

        assertThat(call(governor, Priority.EDIT, Lane.SALESFORCE, 1)).isZero();
        assertThat(governor.ask(Priority.EDIT, Calls.of(Lane.SALESFORCE, 1)).after())
                .isEqualTo(Duration.ofMinutes(15));
    }
}
