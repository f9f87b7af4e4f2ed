package io.crosswalk.budget;

import static io.crosswalk.budget.Governed.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.CallListener.Kind;
import io.crosswalk.records.Priority;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A CRM that refuses one function's calls is left in peace by all. */
class ClosedBudgetTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final Governed given = new Governed();
    private final Governor governor = given.process();
    private final Governor other = given.process();
    private final HubspotCallMeter hubspot = new HubspotCallMeter(governor);
    private final SalesforceCallMeter salesforce = new SalesforceCallMeter(governor);

    private Duration wait(Governor asked, Lane lane) {
        return asked.ask(Priority.EDIT, Calls.of(lane, 1)).after();
    }

    @Test
    void tooManyCallsInTenSeconds_allWaitAsLongAsHubspotAsks() {
        hubspot.limited(Kind.BATCH_READ, "TEN_SECONDLY_ROLLING", TEN_SECONDS);

        assertThat(wait(governor, Lane.HUBSPOT)).isEqualTo(TEN_SECONDS);
        assertThat(wait(other, Lane.HUBSPOT)).isEqualTo(TEN_SECONDS);
        assertThat(wait(other, Lane.HUBSPOT_SEARCH)).isZero();
        assertThat(wait(other, Lane.SALESFORCE)).isZero();
        given.pass(TEN_SECONDS);
        assertThat(wait(other, Lane.HUBSPOT)).isZero();
    }

    @Test
    void callsThatWereLeasedBefore_areNotMadeAnyMore() {
        call(governor, Priority.EDIT, 1);

        hubspot.limited(Kind.BATCH_READ, "TEN_SECONDLY_ROLLING", TEN_SECONDS);

        assertThat(call(governor, Priority.EDIT, 1)).isZero();
    }

    @Test
    void refusedWhileCallsAreInHand_whatIsNotMadeOfThemIsNotGrantedAgain() {
        Grant grant = governor.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT, 4));
        governor.made(Lane.HUBSPOT);
        hubspot.limited(Kind.BATCH_READ, "TEN_SECONDLY_ROLLING", TEN_SECONDS);

        grant.close();

        assertThat(call(governor, Priority.EDIT, 1)).isZero();
        assertThat(wait(governor, Lane.HUBSPOT)).isEqualTo(TEN_SECONDS);
    }

    @Test
    void refusedWhileCallsOfBothCrmsAreInHand_thoseOfTheOtherAreGrantedAgain() {
        Grant grant = governor.ask(Priority.EDIT, new Calls(4, 0, 4));
        hubspot.limited(Kind.BATCH_READ, "TEN_SECONDLY_ROLLING", TEN_SECONDS);

        grant.close();

        int writes = given.store.writes;
        assertThat(call(governor, Priority.EDIT, Lane.SALESFORCE, 8)).isEqualTo(8);
        assertThat(given.store.writes).isEqualTo(writes);
    }

    @Test
    void tooManySearches_onlySearchesWait() {
        hubspot.limited(Kind.SEARCH, "SECONDLY", Duration.ofSeconds(1));

        assertThat(wait(other, Lane.HUBSPOT_SEARCH)).isPositive();
        assertThat(wait(other, Lane.HUBSPOT)).isZero();
    }

    @Test
    void dayIsOver_everythingWaitsUntilMidnightOfThePortal() {
        given.with(Governed.terms(100, 100_000, 100_000, ZoneId.of("Europe/Berlin")));
        Governor berlin = given.process();

        new HubspotCallMeter(berlin).limited(Kind.BATCH_READ, "DAILY", Duration.ofMinutes(60));

        assertThat(wait(other, Lane.HUBSPOT)).isEqualTo(Duration.ofHours(14));
        assertThat(wait(other, Lane.HUBSPOT_SEARCH)).isEqualTo(Duration.ofHours(14));
    }

    @Test
    void dayIsOverAndTheZoneIsUnknown_itIsTriedAgainAfterAnHour() {
        hubspot.limited(Kind.BATCH_READ, "DAILY", Duration.ofMinutes(1));

        assertThat(wait(other, Lane.HUBSPOT)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void portalIsMoving_allWaitAsRetryAfterSays() {
        hubspot.limited(Kind.PROPERTIES, "MIGRATION_IN_PROGRESS", Duration.ofHours(3));

        assertThat(wait(other, Lane.HUBSPOT)).isEqualTo(Duration.ofHours(3));
        assertThat(wait(other, Lane.HUBSPOT_SEARCH)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void unavailableWithoutATime_allWaitTwoSeconds() {
        hubspot.limited(Kind.BATCH_READ, "HTTP_503", Duration.ZERO);

        assertThat(wait(other, Lane.HUBSPOT)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void closedTwice_theLongerTimeHolds() {
        hubspot.limited(Kind.BATCH_READ, "MIGRATION_IN_PROGRESS", Duration.ofHours(3));
        hubspot.limited(Kind.BATCH_READ, "HTTP_503", Duration.ZERO);

        assertThat(wait(given.process(), Lane.HUBSPOT)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void salesforcesDayIsUsedUp_allWaitAQuarterOfAnHour() {
        given.salesforceSays(governor, 1_000, 1_000);

        salesforce.limited(
                io.crosswalk.salesforce.CallListener.Kind.QUERY,
                "REQUEST_LIMIT_EXCEEDED",
                Duration.ofMinutes(15));

        assertThat(wait(other, Lane.SALESFORCE)).isEqualTo(Duration.ofMinutes(15));
        assertThat(wait(other, Lane.HUBSPOT)).isZero();
    }

    @Test
    void salesforceHasTooManyCallsAtATime_allWaitHalfAMinute() {
        given.salesforceSays(governor, 1_000, 10);

        salesforce.limited(
                io.crosswalk.salesforce.CallListener.Kind.QUERY,
                "REQUEST_LIMIT_EXCEEDED",
                Duration.ofMinutes(15));

        assertThat(wait(other, Lane.SALESFORCE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void salesforceRefusesBeforeAnyHeaderWasSeen_allWaitHalfAMinute() {
        salesforce.limited(
                io.crosswalk.salesforce.CallListener.Kind.QUERY,
                "REQUEST_LIMIT_EXCEEDED",
                Duration.ofMinutes(15));

        assertThat(wait(other, Lane.SALESFORCE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void storageIsDown_theProcessItselfStillHoldsBack() {
        given.store.down = true;
        hubspot.limited(Kind.BATCH_READ, "TEN_SECONDLY_ROLLING", TEN_SECONDS);
        given.store.down = false;

        assertThat(wait(governor, Lane.HUBSPOT)).isEqualTo(TEN_SECONDS);
    }

    @Test
    void logins_areFree() {
        for (int i = 0; i < 10; i++) {
            hubspot.called(Kind.LOGIN, 0, 200, 5);
        }
        assertThat(given.store.writes).isZero();
    }
}
