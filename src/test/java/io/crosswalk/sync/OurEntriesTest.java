package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.Link;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which edit in HubSpot a write of ours has overwritten unseen, by journal and history. */
class OurEntriesTest {
    private static final boolean SAYS_WHO = true;
    private static final boolean SAYS_NOTHING = false;

    /** We saw A and A, and wrote C to HubSpot. */
    private static SampleEntry write(int second) {
        return new SampleEntry(second).saw("A", "A").wrote(Side.HUBSPOT, "C");
    }

    private static OurEntries entries(Link link, JournalEntry... newestFirst) {
        return new OurEntries(
                List.of(newestFirst),
                SampleLink.field(SyncRule.TWO_WAY),
                Side.HUBSPOT,
                link,
                new JournalWriter(false, SampleLink.FINGERPRINTS),
                Value.of("C"),
                Value.of("A"));
    }

    private static @Nullable UnseenEdit inHistory(
            boolean saysWho, List<Changed> history, JournalEntry... newestFirst) {
        return entries(new SampleLink().link(), newestFirst).inHistory(history, saysWho);
    }

    private static Changed ours(int second, String value) {
        return new Changed(NOON.plusSeconds(second), value, true);
    }

    private static Changed other(int second, String value) {
        return new Changed(NOON.plusSeconds(second), value, false);
    }

    @Test
    void otherSideHeldSomethingElseWhenItWasOverwritten_hasChangedSince() {
        List<Changed> history = List.of(ours(1, "C"), other(0, "B"), other(-99, "A"));

        assertThat(inHistory(SAYS_WHO, history, write(0).entry()).otherSince()).isFalse();
        assertThat(inHistory(SAYS_WHO, history, write(0).saw("A", "C").entry()).otherSince())
                .isTrue();
    }

    @Test
    void otherSideHeldSomethingElseAtALaterWrite_hasChangedSince() {
        JournalEntry later = new SampleEntry(20).saw("C", "D").wrote(Side.HUBSPOT, "D").entry();
        List<Changed> history =
                List.of(ours(20, "D"), ours(1, "C"), other(0, "B"), other(-99, "A"));

        assertThat(inHistory(SAYS_WHO, history, later, write(0).entry()).otherSince()).isTrue();
    }

    @Test
    void editBelowOurWriteInTheHistory_wasOverwritten() {
        JournalEntry over = write(0).entry();

        UnseenEdit edit =
                inHistory(SAYS_WHO, List.of(ours(1, "C"), other(0, "B"), other(-99, "A")), over);

        assertThat(edit.value()).isEqualTo(Value.of("B"));
        assertThat(edit.at()).isEqualTo(NOON);
        assertThat(edit.over()).isEqualTo(over);
    }

    @Test
    void valueThatWeWroteTwice_isToldApartByItsPlaceInTheHistory() {
        JournalEntry sawB = new SampleEntry(0).saw("B", "C").wrote(Side.HUBSPOT, "C").entry();
        JournalEntry cleared = new SampleEntry(10).saw("C", "").wrote(Side.HUBSPOT, "").entry();
        JournalEntry again = new SampleEntry(20).saw("", "C").wrote(Side.HUBSPOT, "C").entry();

        assertThat(
                        inHistory(
                                SAYS_WHO,
                                List.of(ours(21, "C"), ours(11, ""), ours(1, "C"), other(0, "B")),
                                again,
                                cleared,
                                sawB))
                .isNull();
    }

    @Test
    void editThatALaterWriteOfOursHappenedToRepeat_isUnseenAllTheSame() {
        JournalEntry over = write(0).entry();
        JournalEntry repeated = new SampleEntry(20).saw("C", "B").wrote(Side.HUBSPOT, "B").entry();
        JournalEntry later = new SampleEntry(40).saw("B", "D").wrote(Side.HUBSPOT, "D").entry();
        List<Changed> history =
                List.of(ours(41, "D"), ours(21, "B"), ours(1, "C"), other(0, "B"), other(-9, "A"));

        UnseenEdit edit = inHistory(SAYS_WHO, history, later, repeated, over);

        assertThat(edit.at()).isEqualTo(NOON);
        assertThat(edit.over()).isEqualTo(over);
    }

    @Test
    void repeatedEditThatTheJournalHasToldOf_isNotToldAgain() {
        JournalEntry over = write(0).entry();
        JournalEntry repeated = new SampleEntry(20).saw("C", "B").wrote(Side.HUBSPOT, "B").entry();
        JournalEntry later = new SampleEntry(40).saw("B", "D").wrote(Side.HUBSPOT, "D").entry();
        JournalEntry told = new SampleEntry(60).saw("B", "D").sawHubspotEditAt(NOON).entry();
        List<Changed> history =
                List.of(ours(41, "D"), ours(21, "B"), ours(1, "C"), other(0, "B"), other(-9, "A"));

        assertThat(inHistory(SAYS_WHO, history, told, later, repeated, over)).isNull();
    }

    @Test
    void editThatIsBeingPutBack_isNotThereUntilItIs() {
        JournalEntry over = write(0).entry();
        JournalEntry back =
                new SampleEntry(5)
                        .saw("C", "C")
                        .wrote(Side.HUBSPOT, "B")
                        .decided(Intervention.EDIT_RESTORED_IN_HUBSPOT)
                        .entry();
        List<Changed> history = List.of(ours(1, "C"), other(0, "B"));

        assertThat(inHistory(SAYS_WHO, history, back, over)).isNull();
        assertThat(
                        entries(
                                        new SampleLink()
                                                .intends(
                                                        Side.HUBSPOT, NOON.plusSeconds(5), "B", "C")
                                                .link(),
                                        back,
                                        over)
                                .inHistory(history, SAYS_WHO))
                .isNotNull();
    }

    @Test
    void valueThatTheLookSaw_wasNotOverwrittenUnseen() {
        assertThat(inHistory(SAYS_WHO, List.of(ours(1, "C"), other(-99, "A")), write(0).entry()))
                .isNull();
    }

    @Test
    void personsEditOnTop_isNotOverwritten() {
        assertThat(
                        inHistory(
                                SAYS_WHO,
                                List.of(other(5, "D"), ours(1, "C"), other(0, "B")),
                                write(0).entry()))
                .isNull();
    }

    @Test
    void historyThatEndsWithOurWrite_hidesNothing() {
        assertThat(inHistory(SAYS_WHO, List.of(ours(1, "C")), write(0).entry())).isNull();
        assertThat(inHistory(SAYS_WHO, List.of(), write(0).entry())).isNull();
    }

    @Test
    void historyThatNamesNobody_tellsOurWriteByItsValueAndTime() {
        JournalEntry over = write(0).entry();

        assertThat(inHistory(SAYS_NOTHING, List.of(other(1, "C"), other(0, "B")), over))
                .isNotNull();
        assertThat(inHistory(SAYS_NOTHING, List.of(other(1, "D"), other(0, "B")), over)).isNull();
        assertThat(inHistory(SAYS_WHO, List.of(other(1, "C"), other(0, "B")), over)).isNull();
    }

    /** A function's clock may be ahead of HubSpot's, and a write may take its time. */
    @Test
    void ourWrite_arrivesHalfAMinuteBeforeItsDecisionAndTwoMinutesAfterItAtTheUtmost() {
        JournalEntry over = write(0).entry();

        assertThat(inHistory(SAYS_NOTHING, List.of(other(120, "C"), other(-60, "B")), over))
                .isNotNull();
        assertThat(inHistory(SAYS_NOTHING, List.of(other(121, "C"), other(-60, "B")), over))
                .isNull();
        assertThat(inHistory(SAYS_NOTHING, List.of(other(-30, "C"), other(-60, "B")), over))
                .isNotNull();
        assertThat(inHistory(SAYS_NOTHING, List.of(other(-31, "C"), other(-60, "B")), over))
                .isNull();
    }

    @Test
    void writeOfAnotherMapping_isNoneOfThisField() {
        JournalEntry another = write(0).of("another").entry();

        assertThat(inHistory(SAYS_NOTHING, List.of(other(1, "C"), other(0, "B")), another))
                .isNull();
    }

    @Test
    void ourWriteInAnotherForm_isStillOurs() {
        assertThat(inHistory(SAYS_WHO, List.of(ours(1, "+C"), other(0, "B")), write(0).entry()))
                .isNotNull();
    }

    @Test
    void writeThatWasRefused_overwroteNothing() {
        assertThat(
                        inHistory(
                                SAYS_NOTHING,
                                List.of(other(1, "C"), other(0, "B")),
                                write(0).outcome(Outcome.REFUSED).entry()))
                .isNull();
    }

    @Test
    void editThatALaterLookHasSeen_isKnownAlready() {
        JournalEntry later = new SampleEntry(60).saw("B", "C").entry();

        assertThat(
                        inHistory(
                                SAYS_WHO,
                                List.of(ours(1, "C"), other(0, "B")),
                                later,
                                write(0).entry()))
                .isNull();
    }

    @Test
    void editThatALaterLookHasSeen_isKnownWhateverWeWroteElsewhereMeanwhile() {
        List<Changed> history = List.of(ours(1, "C"), other(0, "B"));
        JournalEntry over = write(0).entry();
        JournalEntry seen = new SampleEntry(60).saw("B", "C").entry();
        SampleEntry toSalesforce = new SampleEntry(20).saw("C", "").wrote(Side.SALESFORCE, "B");
        SampleEntry refused =
                new SampleEntry(20).saw("C", "B").wrote(Side.HUBSPOT, "B").outcome(Outcome.REFUSED);
        SampleEntry another = new SampleEntry(20).saw("C", "D").wrote(Side.HUBSPOT, "D");

        assertThat(inHistory(SAYS_WHO, history, seen, toSalesforce.entry(), over)).isNull();
        assertThat(inHistory(SAYS_WHO, history, seen, refused.entry(), over)).isNull();
        assertThat(inHistory(SAYS_WHO, history, seen, another.entry(), over)).isNull();
    }

    @Test
    void editThatWasPutBack_isKnownAlready() {
        JournalEntry restored =
                new SampleEntry(60)
                        .saw("C", "C")
                        .wrote(Side.HUBSPOT, "B")
                        .decided(Intervention.EDIT_RESTORED_IN_HUBSPOT)
                        .entry();

        assertThat(
                        inHistory(
                                SAYS_WHO,
                                List.of(ours(1, "C"), other(0, "B")),
                                restored,
                                write(0).entry()))
                .isNull();
    }

    /** As of associations. */
    @Test
    void personSetsAgainWhatWeWroteSecondsBefore_nothingWasOverwritten() {
        List<Changed> history =
                List.of(other(8, "C"), other(6, "B"), other(1, "C"), other(-9, "A"));

        assertThat(inHistory(SAYS_NOTHING, history, write(0).entry())).isNull();
    }

    @Test
    void editBetweenTwoOfOurWritesOfTheSame_isTheOneThatWasOverwritten() {
        List<Changed> history =
                List.of(other(9, "C"), other(6, "B"), other(1, "C"), other(-9, "A"));

        UnseenEdit edit = inHistory(SAYS_NOTHING, history, write(8).entry(), write(0).entry());

        assertThat(edit).isNotNull();
        assertThat(edit.value()).isEqualTo(Value.of("B"));
    }
}
