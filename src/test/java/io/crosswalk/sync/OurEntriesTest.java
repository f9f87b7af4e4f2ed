package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which edit a write of ours has overwritten unseen, by the journal. */
class OurEntriesTest {
    private static final boolean SAYS_WHO = true;
    private static final boolean SAYS_NOTHING = false;

    /** We saw A and A, and wrote C to that side. */
    private static SampleEntry write(int second, Side side) {
        return new SampleEntry(second).saw("A", "A").wrote(side, "C");
    }

    private static OurEntries entries(Side side, boolean hashesOnly, JournalEntry... newestFirst) {
        return new OurEntries(
                List.of(newestFirst),
                SampleLink.field(SyncRule.TWO_WAY),
                side,
                new SampleLink().link(),
                new JournalWriter(hashesOnly, SampleLink.FINGERPRINTS));
    }

    private static @Nullable UnseenEdit inHistory(
            boolean saysWho, List<Changed> history, JournalEntry... newestFirst) {
        return entries(Side.HUBSPOT, false, newestFirst).inHistory(history, saysWho);
    }

    private static Changed ours(int second, String value) {
        return new Changed(NOON.plusSeconds(second), value, true);
    }

    private static Changed other(int second, String value) {
        return new Changed(NOON.plusSeconds(second), value, false);
    }

    /** A change event told of B at noon. */
    private static @Nullable UnseenEdit told(JournalEntry... newestFirst) {
        return entries(Side.SALESFORCE, false, newestFirst)
                .told(SampleLink.edit(Side.SALESFORCE, NOON, "B"));
    }

    @Test
    void editBelowOurWriteInTheHistory_wasOverwritten() {
        JournalEntry over = write(0, Side.HUBSPOT).entry();

        UnseenEdit edit =
                inHistory(SAYS_WHO, List.of(ours(1, "C"), other(0, "B"), other(-99, "A")), over);

        assertThat(edit.value()).isEqualTo(Value.of("B"));
        assertThat(edit.at()).isEqualTo(NOON);
        assertThat(edit.over()).isEqualTo(over);
    }

    @Test
    void valueThatWeWroteTwice_isToldApartByItsPlaceInTheHistory() {
        JournalEntry sawB = new SampleEntry(0).saw("B", "C").wrote(Side.HUBSPOT, "C").entry();
        JournalEntry cleared = new SampleEntry(20).saw("C", "").wrote(Side.HUBSPOT, "").entry();
        JournalEntry again = new SampleEntry(40).saw("", "C").wrote(Side.HUBSPOT, "C").entry();

        assertThat(
                        inHistory(
                                SAYS_WHO,
                                List.of(ours(41, "C"), ours(21, ""), ours(1, "C"), other(0, "B")),
                                again,
                                cleared,
                                sawB))
                .isNull();
    }

    @Test
    void editThatALaterWriteOfOursHappenedToRepeat_isUnseenAllTheSame() {
        JournalEntry over = write(0, Side.HUBSPOT).entry();
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
        JournalEntry over = write(0, Side.HUBSPOT).entry();
        JournalEntry repeated = new SampleEntry(20).saw("C", "B").wrote(Side.HUBSPOT, "B").entry();
        JournalEntry later = new SampleEntry(40).saw("B", "D").wrote(Side.HUBSPOT, "D").entry();
        JournalEntry told = new SampleEntry(60).saw("B", "D").sawHubspotEditAt(NOON).entry();
        List<Changed> history =
                List.of(ours(41, "D"), ours(21, "B"), ours(1, "C"), other(0, "B"), other(-9, "A"));

        assertThat(inHistory(SAYS_WHO, history, told, later, repeated, over)).isNull();
    }

    @Test
    void editThatIsBeingPutBack_isNotThereUntilItIs() {
        JournalEntry over = write(0, Side.HUBSPOT).entry();
        JournalEntry back =
                new SampleEntry(5)
                        .saw("C", "C")
                        .wrote(Side.HUBSPOT, "B")
                        .decided(Intervention.EDIT_RESTORED_IN_HUBSPOT)
                        .entry();
        List<Changed> history = List.of(ours(1, "C"), other(0, "B"));

        assertThat(inHistory(SAYS_WHO, history, back, over)).isNull();
        assertThat(
                        new OurEntries(
                                        List.of(back, over),
                                        SampleLink.field(SyncRule.TWO_WAY),
                                        Side.HUBSPOT,
                                        new SampleLink()
                                                .intends(
                                                        Side.HUBSPOT, NOON.plusSeconds(5), "B", "C")
                                                .link(),
                                        new JournalWriter(false, SampleLink.FINGERPRINTS))
                                .inHistory(history, SAYS_WHO))
                .isNotNull();
    }

    @Test
    void valueThatTheLookSaw_wasNotOverwrittenUnseen() {
        assertThat(
                        inHistory(
                                SAYS_WHO,
                                List.of(ours(1, "C"), other(-99, "A")),
                                write(0, Side.HUBSPOT).entry()))
                .isNull();
    }

    @Test
    void personsEditOnTop_isNotOverwritten() {
        assertThat(
                        inHistory(
                                SAYS_WHO,
                                List.of(other(5, "D"), ours(1, "C"), other(0, "B")),
                                write(0, Side.HUBSPOT).entry()))
                .isNull();
    }

    @Test
    void historyThatEndsWithOurWrite_hidesNothing() {
        assertThat(inHistory(SAYS_WHO, List.of(ours(1, "C")), write(0, Side.HUBSPOT).entry()))
                .isNull();
        assertThat(inHistory(SAYS_WHO, List.of(), write(0, Side.HUBSPOT).entry())).isNull();
    }

    @Test
    void historyThatNamesNobody_tellsOurWriteByItsValueAndTime() {
        JournalEntry over = write(0, Side.HUBSPOT).entry();

        assertThat(inHistory(SAYS_NOTHING, List.of(other(1, "C"), other(0, "B")), over))
                .isNotNull();
        assertThat(inHistory(SAYS_NOTHING, List.of(other(1, "D"), other(0, "B")), over)).isNull();
        assertThat(inHistory(SAYS_NOTHING, List.of(other(121, "C"), other(0, "B")), over)).isNull();
        assertThat(inHistory(SAYS_WHO, List.of(other(1, "C"), other(0, "B")), over)).isNull();
    }

    @Test
    void ourWriteInAnotherForm_isStillOurs() {
        assertThat(
                        inHistory(
                                SAYS_WHO,
                                List.of(ours(1, "+C"), other(0, "B")),
                                write(0, Side.HUBSPOT).entry()))
                .isNotNull();
    }

    @Test
    void writeThatWasRefused_overwroteNothing() {
        assertThat(
                        inHistory(
                                SAYS_NOTHING,
                                List.of(other(1, "C"), other(0, "B")),
                                write(0, Side.HUBSPOT).outcome(Outcome.REFUSED).entry()))
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
                                write(0, Side.HUBSPOT).entry()))
                .isNull();
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
                                write(0, Side.HUBSPOT).entry()))
                .isNull();
    }

    @Test
    void toldEditWhoseTypeWasNotKnownThen_isReadAsWhatItIs() {
        PlannedField number =
                new PlannedField(
                        SampleLink.field(SyncRule.TWO_WAY).mapping(),
                        HubspotType.NUMBER,
                        SalesforceType.DOUBLE,
                        Conversion.between(
                                HubspotType.NUMBER,
                                SalesforceType.DOUBLE,
                                Limits.NONE,
                                Limits.NONE,
                                Map.of()));
        JournalEntry over = write(1, Side.SALESFORCE).sawRecordOf(NOON.minusSeconds(9)).entry();
        JournalEntry raw =
                new SampleEntry(0)
                        .saw("", "12.50")
                        .outcome(Outcome.TOLD)
                        .code(JournalWriter.RAW)
                        .entry();

        JournalEntry hashed =
                new SampleEntry(0)
                        .saw("", "0f0f")
                        .outcome(Outcome.TOLD)
                        .code(JournalWriter.HASHED)
                        .entry();

        assertThat(toldOf(number, over, raw).value()).isEqualTo(Value.of("12.5"));
        assertThat(toldOf(number, over, hashed).value()).isNull();
    }

    private static @Nullable UnseenEdit toldOf(PlannedField field, JournalEntry... newestFirst) {
        return new OurEntries(
                        List.of(newestFirst),
                        field,
                        Side.SALESFORCE,
                        new SampleLink().link(),
                        new JournalWriter(false, SampleLink.FINGERPRINTS))
                .told(SampleLink.edit(Side.SALESFORCE, NOON, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"WRITTEN", "NOT_ARRIVED"})
    void toldEditThatTheLookHadNotSeen_wasOverwritten(Outcome outcome) {
        JournalEntry over =
                write(1, Side.SALESFORCE)
                        .sawRecordOf(NOON.minusSeconds(9))
                        .outcome(outcome)
                        .entry();

        UnseenEdit edit = told(over, SampleEntry.told(0, "B"));

        assertThat(edit.value()).isEqualTo(Value.of("B"));
        assertThat(edit.over()).isEqualTo(over);
    }

    @Test
    void hintOfWhichNothingWasKept_tellsNothing() {
        assertThat(told(write(1, Side.SALESFORCE).entry())).isNull();
        assertThat(told(write(1, Side.SALESFORCE).entry(), SampleEntry.told(-5, "B"))).isNull();
    }

    @Test
    void lookThatReadTheRecordLater_hadSeenTheEdit() {
        JournalEntry over = write(1, Side.SALESFORCE).sawRecordOf(NOON.plusSeconds(1)).entry();

        assertThat(told(over, SampleEntry.told(0, "B"))).isNull();
    }

    @Test
    void guardedWrite_canOnlyHaveMissedAnEditOfTheSameSecond() {
        JournalEntry before =
                write(1, Side.SALESFORCE).guarded().sawRecordOf(NOON.minusSeconds(1)).entry();
        JournalEntry same = write(1, Side.SALESFORCE).guarded().sawRecordOf(NOON).entry();

        assertThat(told(before, SampleEntry.told(0, "B"))).isNull();
        assertThat(told(same, SampleEntry.told(0, "B"))).isNotNull();
    }

    @Test
    void writeFarFromTheEdit_isAnother() {
        assertThat(told(write(31, Side.SALESFORCE).entry(), SampleEntry.told(0, "B"))).isNull();
        assertThat(told(write(30, Side.SALESFORCE).entry(), SampleEntry.told(0, "B"))).isNotNull();
    }

    /** Within its second a record's time does not tell whether a look saw the edit. */
    @Test
    void laterWriteFarFromTheEdit_doesNotHideTheOneThatWroteOverIt() {
        JournalEntry over = write(1, Side.SALESFORCE).guarded().sawRecordOf(NOON).entry();
        JournalEntry later =
                write(40, Side.SALESFORCE).saw("", "C").guarded().sawRecordOf(NOON).entry();

        UnseenEdit edit = told(later, over, SampleEntry.told(0, "B"));

        assertThat(edit).isNotNull();
        assertThat(edit.over()).isEqualTo(over);
    }

    @Test
    void laterEditThatALookHasSeen_supersedesIt() {
        JournalEntry later =
                new SampleEntry(60).saw("A", "C").sawSalesforceEditAt(NOON.plusSeconds(20)).entry();

        assertThat(told(later, write(1, Side.SALESFORCE).entry(), SampleEntry.told(0, "B")))
                .isNull();
    }

    @Test
    void writeThatWasNotTheLastWordEither_overwroteNothingThatCounts() {
        JournalEntry later = new SampleEntry(60).saw("A", "D").entry();
        JournalEntry same = new SampleEntry(60).saw("A", "C").entry();
        JournalEntry write = write(1, Side.SALESFORCE).entry();

        assertThat(told(later, write, SampleEntry.told(0, "B"))).isNull();
        assertThat(told(same, write, SampleEntry.told(0, "B"))).isNotNull();
    }

    @Test
    void journalWithoutValues_knowsOfTheEditButNotItsValue() {
        UnseenEdit edit =
                entries(
                                Side.SALESFORCE,
                                true,
                                write(1, Side.SALESFORCE).entry(),
                                SampleEntry.told(0, "0f0f"))
                        .told(SampleLink.edit(Side.SALESFORCE, NOON, "B"));

        assertThat(edit.value()).isNull();
        assertThat(edit.shown()).isEqualTo("0f0f");
    }
}
