package io.crosswalk.budget;

import static io.crosswalk.budget.Governed.call;
import static io.crosswalk.budget.Governed.callUntilRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HubSpot's ten seconds: never too many calls, the urgent ones first. */
class WindowBudgetTest {
    private static final Calls TWO = new Calls(2, 0, 2);

    private final Governed given = new Governed();
    private final Governor governor = given.process();

    @Test
    void windowIsEmpty_asManyAsTheLimitAreGrantedAndThenNone() {
        assertThat(callUntilRefused(governor, Priority.EDIT)).isEqualTo(100);
    }

    @Test
    void windowIsUsedUp_theAnswerSaysWhenTheFirstCallsHaveLeftIt() {
        callUntilRefused(governor, Priority.EDIT);
        given.pass(Duration.ofSeconds(1));

        Duration after = governor.ask(Priority.EDIT, TWO).after();

        assertThat(after).isEqualTo(Duration.ofSeconds(14));
        given.pass(after);
        assertThat(governor.ask(Priority.EDIT, TWO).isWhole()).isTrue();
    }

    @Test
    void callsOfTenSeconds_areNeverMoreThanTheLimitWhereverTheTenSecondsBegin() {
        List<Integer> perSecond = new ArrayList<>();
        for (int second = 0; second < 120; second++) {
            // A quiet time, so that the whole limit can be used at the end of a slot.
            perSecond.add(second < 4 ? 0 : callUntilRefused(governor, Priority.EDIT));
            given.pass(Duration.ofSeconds(1));
        }
        for (int from = 0; from + 10 <= perSecond.size(); from++) {
            assertThat(perSecond.subList(from, from + 10).stream().mapToInt(n -> n).sum())
                    .isLessThanOrEqualTo(100);
        }
        assertThat(perSecond.stream().mapToInt(n -> n).sum()).isGreaterThanOrEqualTo(700);
    }

    @Test
    void windowIsTakenByBackfill_halfOfItIsLeftToEdits() {
        assertThat(callUntilRefused(governor, Priority.BACKFILL)).isEqualTo(50);
        assertThat(callUntilRefused(governor, Priority.RECONCILE)).isEqualTo(30);
        assertThat(callUntilRefused(governor, Priority.EDIT)).isEqualTo(20);
    }

    @Test
    void editsComeFirst_backfillWaits() {
        assertThat(callUntilRefused(governor, Priority.EDIT)).isEqualTo(100);
        assertThat(callUntilRefused(given.process(), Priority.BACKFILL)).isZero();
    }

    @Test
    void whatAnEditHasLeft_isNotGivenToBackfill() {
        Governor other = given.process();
        callUntilRefused(other, Priority.BACKFILL);

        assertThat(call(governor, Priority.EDIT, 1)).isEqualTo(1);

        assertThat(call(governor, Priority.BACKFILL, 1)).isZero();
    }

    @Test
    void lessIsLeftThanWanted_thatMuchIsGranted() {
        call(given.process(), Priority.EDIT, 97);

        Grant grant = governor.ask(Priority.EDIT, new Calls(10, 0, 1));

        assertThat(grant.calls()).isEqualTo(new Calls(3, 0, 1));
        assertThat(grant.isWhole()).isFalse();
        assertThat(grant.after()).isPositive();
    }

    @Test
    void oneLaneHasNothing_nothingOfTheOtherIsTaken() {
        callUntilRefused(given.process(), Priority.EDIT);

        Grant grant = governor.ask(Priority.EDIT, TWO);

        assertThat(grant.calls()).isEqualTo(Calls.NONE);
        assertThat(given.store.stored().day(io.crosswalk.rules.Side.SALESFORCE).since()).isZero();
    }

    @Test
    void callsThatWereNotMade_areThereForTheNext() {
        for (int i = 0; i < 500; i++) {
            Grant grant = governor.ask(Priority.EDIT, TWO);
            assertThat(grant.isWhole()).as("grant %s", i).isTrue();
            grant.close();
        }
    }

    @Test
    void callsThatNobodyAskedFor_countAsWell() {
        for (int i = 0; i < 100; i++) {
            governor.made(Lane.HUBSPOT);
        }
        given.pass(Duration.ofSeconds(5));
        governor.made(Lane.HUBSPOT);

        assertThat(callUntilRefused(given.process(), Priority.EDIT)).isZero();
    }

    @Test
    void headerNamesALowerLimit_itHolds() {
        governor.seenWindowMax(40);

        assertThat(callUntilRefused(governor, Priority.EDIT)).isEqualTo(40);
    }

    @Test
    void headerNamesAHigherLimit_theConfiguredOneHolds() {
        governor.seenWindowMax(190);

        assertThat(callUntilRefused(governor, Priority.EDIT)).isEqualTo(100);
    }

    @Test
    void searches_haveALimitOfTheirOwn() {
        callUntilRefused(governor, Priority.EDIT);

        assertThat(call(governor, Priority.RECONCILE, Lane.HUBSPOT_SEARCH, 60)).isEqualTo(40);
    }

    @Test
    void busyProcess_writesToStorageOncePerSlot() {
        for (int millis = 0; millis < 60_000; millis += 100) {
            try (Grant grant = governor.ask(Priority.EDIT, new Calls(1, 0, 1))) {
                for (Lane lane : List.of(Lane.HUBSPOT, Lane.SALESFORCE)) {
                    if (grant.isWhole() && millis % 1_000 == 0) {
                        governor.made(lane);
                    }
                }
            }
            given.pass(Duration.ofMillis(100));
        }
        assertThat(given.store.writes).isBetween(12, 14);
        assertThat(given.store.loads).isZero();
    }

    @Test
    void refusedProcess_doesNotAskStorageAgainBeforeTheSlotEnds() {
        callUntilRefused(governor, Priority.EDIT);
        int loads = given.store.loads;

        for (int i = 0; i < 100; i++) {
            governor.ask(Priority.EDIT, TWO);
        }

        assertThat(given.store.loads).isLessThanOrEqualTo(loads + 1);
    }
}
