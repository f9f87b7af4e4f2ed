package io.crosswalk.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Salesforce takes so many batches at a time; a function that crashes holds nobody up for long. */
class SlotsTest {
    private static final Calls ONE = Calls.of(Lane.SALESFORCE, 1);

    private final Governed given = new Governed();

    private Grant ask(Governor governor) {
        return governor.ask(Priority.EDIT, ONE);
    }

    private List<Grant> tenAtWork() {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            grants.add(ask(given.process()));
        }
        assertThat(grants).allMatch(Grant::isWhole);
        return grants;
    }

    @Test
    void tenAreAtWork_theEleventhWaits() {
        tenAtWork();

        assertThat(ask(given.process()).isWhole()).isFalse();
    }

    @Test
    void oneOfTenIsDone_theEleventhGoesOn() {
        List<Grant> grants = tenAtWork();
        Governor eleventh = given.process();
        ask(eleventh);

        // The first nine joined when it was not crowded yet to their knowledge.
        grants.get(9).close();
        given.pass(Duration.ofSeconds(5));

        assertThat(ask(eleventh).isWhole()).isTrue();
    }

    @Test
    void batchThatEndsInALaterSlotOfTime_givesItsSlotBackAtOnce() {
        List<Grant> grants = tenAtWork();
        given.pass(Duration.ofSeconds(6));
        Governor eleventh = given.process();
        assertThat(ask(eleventh).isWhole()).isFalse();

        grants.get(9).close();

        assertThat(ask(given.process()).isWhole()).isTrue();
    }

    @Test
    void halfOfTheSlotsAreHeld_whoeverIsDoneGivesBackForBackfills() {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            grants.add(ask(given.process()));
        }
        assertThat(given.process().ask(Priority.BACKFILL, ONE).isWhole()).isFalse();

        grants.get(4).close();

        assertThat(given.process().ask(Priority.BACKFILL, ONE).isWhole()).isTrue();
    }

    @Test
    void allTenCrashed_theirSlotsAreFreeWhenTheirTimeIsOver() {
        tenAtWork();

        given.pass(Duration.ofSeconds(89));
        assertThat(ask(given.process()).isWhole()).isFalse();

        given.pass(Duration.ofSeconds(6));
        assertThat(ask(given.process()).isWhole()).isTrue();
    }

    @Test
    void oneProcessWithTwoBatches_needsTwoSlots() {
        Governor both = given.process();
        ask(both);
        ask(both);

        assertThat(both.status().salesforceSlots().used()).isEqualTo(2);
    }

    @Test
    void backfillHoldsHalfOfTheSlots_theOtherHalfIsForEdits() {
        for (int i = 0; i < 5; i++) {
            assertThat(given.process().ask(Priority.BACKFILL, ONE).isWhole()).isTrue();
        }
        assertThat(given.process().ask(Priority.BACKFILL, ONE).isWhole()).isFalse();
        assertThat(ask(given.process()).isWhole()).isTrue();
    }
}
