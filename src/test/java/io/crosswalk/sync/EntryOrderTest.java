package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.rules.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In what order a link's entries were decided, whatever the functions' clocks say. */
class EntryOrderTest {
    private static JournalEntry entry(int second, int turn) {
        return new SampleEntry(second).inTurn(turn).entry();
    }

    private static List<JournalEntry> ordered(JournalEntry... byTime) {
        return EntryOrder.newestFirst(List.of(byTime));
    }

    @Test
    void clockThatIsAhead_doesNotMakeAnEntryTheNewest() {
        JournalEntry ahead = entry(5, 7);
        JournalEntry later = entry(3, 13);
        JournalEntry behind = entry(1, 11);
        JournalEntry first = entry(-60, 2);

        assertThat(ordered(ahead, later, behind, first))
                .containsExactly(later, behind, ahead, first);
    }

    @Test
    void entriesFarApart_areOrderedByTheirTimes() {
        JournalEntry newer = entry(30, 3);
        JournalEntry older = entry(0, 300);

        assertThat(ordered(newer, older)).containsExactly(newer, older);
    }

    @Test
    void turnsThatBeganAnew_areLater() {
        JournalEntry last = entry(1, 399);
        JournalEntry anew = entry(0, 400);

        assertThat(EntryOrder.first(new Turn(400, null))).isZero();
        assertThat(ordered(last, anew)).containsExactly(anew, last);
    }

    @Test
    void whatEventsTold_standsInNobodysWay() {
        JournalEntry ahead = entry(5, 7);
        JournalEntry told = SampleEntry.told(4, "B");
        JournalEntry later = entry(3, 8);

        assertThat(ordered(ahead, told, later)).containsExactly(later, ahead, told);
    }

    @Test
    void making_isBeforeEverythingElseWhateverTheTurn() {
        JournalEntry looked = entry(1, 300);
        JournalEntry made = new SampleEntry(2).inTurn(0).made(Side.SALESFORCE).entry();

        assertThat(ordered(made, looked)).containsExactly(looked, made);
        assertThat(ordered(looked, made)).containsExactly(looked, made);
    }

    @Test
    void whatOneMakingCarriedOver_staysAsItIs() {
        JournalEntry second = new SampleEntry(2).inTurn(0).made(Side.SALESFORCE).entry();
        JournalEntry first = new SampleEntry(1).inTurn(0).made(Side.SALESFORCE).entry();

        assertThat(ordered(second, first)).containsExactly(second, first);
    }

    @Test
    void entriesOfOneTurn_stayAsTheyAre() {
        JournalEntry second = entry(2, 5);
        JournalEntry first = entry(1, 5);

        assertThat(ordered(second, first)).containsExactly(second, first);
    }

    @Test
    void clocksDifferByTenSecondsAtMost() {
        JournalEntry ahead = entry(10, 3);
        JournalEntry behind = entry(0, 4);
        JournalEntry longBefore = entry(-1, 5);

        assertThat(ordered(ahead, behind)).containsExactly(behind, ahead);
        assertThat(ordered(ahead, longBefore)).containsExactly(ahead, longBefore);
    }

    @Test
    void turnsHalfWayRound_mayBeBeforeOrAfterSoThatTimesCount() {
        JournalEntry newer = entry(1, 0);
        JournalEntry opposite = entry(0, 200);
        JournalEntry nearlyOpposite = entry(0, 199);

        assertThat(ordered(newer, opposite)).containsExactly(newer, opposite);
        assertThat(ordered(newer, nearlyOpposite)).containsExactly(nearlyOpposite, newer);
    }

    @Test
    void whatAnEventTold_standsAboveTheEntriesOfEveryTurnAndOneAboveTheOther() {
        int first = EntryOrder.told("m", 0);

        assertThat(first).isGreaterThanOrEqualTo(EntryOrder.TOLD_FROM);
        assertThat(EntryOrder.told("m", 1)).isEqualTo(first + 1);
    }
}
