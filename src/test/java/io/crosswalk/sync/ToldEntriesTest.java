package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.HubspotType;
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

/**
 * Which edit in Salesforce that an event told of a write of ours has overwritten, by the journal.
 */
class ToldEntriesTest {
    /** We saw A and A, and wrote C to Salesforce. */
    private static SampleEntry write(int second) {
        return new SampleEntry(second).saw("A", "A").wrote(Side.SALESFORCE, "C");
    }

    private static OurEntries entries(boolean hashesOnly, JournalEntry... newestFirst) {
        return new OurEntries(
                List.of(newestFirst),
                SampleLink.field(SyncRule.TWO_WAY),
                Side.SALESFORCE,
                new SampleLink().link(),
                new JournalWriter(hashesOnly, SampleLink.FINGERPRINTS),
                Value.of("C"),
                Value.of("A"));
    }

    /** A change event told of B at noon. */
    private static @Nullable UnseenEdit told(JournalEntry... newestFirst) {
        return entries(false, newestFirst).told(SampleLink.edit(Side.SALESFORCE, NOON, "B"));
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
        JournalEntry over = write(1).sawRecordOf(NOON.minusSeconds(9)).entry();
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
                        new JournalWriter(false, SampleLink.FINGERPRINTS),
                        Value.of("C"),
                        Value.of("A"))
                .told(SampleLink.edit(Side.SALESFORCE, NOON, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"WRITTEN", "NOT_ARRIVED"})
    void toldEditThatTheLookHadNotSeen_wasOverwritten(Outcome outcome) {
        JournalEntry over = write(1).sawRecordOf(NOON.minusSeconds(9)).outcome(outcome).entry();

        UnseenEdit edit = told(over, SampleEntry.told(0, "B"));

        assertThat(edit.value()).isEqualTo(Value.of("B"));
        assertThat(edit.over()).isEqualTo(over);
    }

    @Test
    void hintOfWhichNothingWasKept_tellsNothing() {
        assertThat(told(write(1).entry())).isNull();
        assertThat(told(write(1).entry(), SampleEntry.told(-5, "B"))).isNull();
    }

    @Test
    void lookThatReadTheRecordLater_hadSeenTheEdit() {
        JournalEntry over = write(1).sawRecordOf(NOON.plusSeconds(1)).entry();

        assertThat(told(over, SampleEntry.told(0, "B"))).isNull();
    }

    @Test
    void guardedWrite_canOnlyHaveMissedAnEditOfTheSameSecond() {
        JournalEntry before = write(1).guarded().sawRecordOf(NOON.minusSeconds(1)).entry();
        JournalEntry same = write(1).guarded().sawRecordOf(NOON).entry();

        assertThat(told(before, SampleEntry.told(0, "B"))).isNull();
        assertThat(told(same, SampleEntry.told(0, "B"))).isNotNull();
    }

    @Test
    void writeFarFromTheEdit_isAnother() {
        assertThat(told(write(31).entry(), SampleEntry.told(0, "B"))).isNull();
        assertThat(told(write(30).entry(), SampleEntry.told(0, "B"))).isNotNull();
    }

    /** Within its second a record's time does not tell whether a look saw the edit. */
    @Test
    void laterWriteFarFromTheEdit_doesNotHideTheOneThatWroteOverIt() {
        JournalEntry over = write(1).guarded().sawRecordOf(NOON).entry();
        JournalEntry later = write(40).saw("", "C").guarded().sawRecordOf(NOON).entry();

        UnseenEdit edit = told(later, over, SampleEntry.told(0, "B"));

        assertThat(edit).isNotNull();
        assertThat(edit.over()).isEqualTo(over);
    }

    @Test
    void laterEditThatALookHasSeen_supersedesIt() {
        JournalEntry later =
                new SampleEntry(60).saw("A", "C").sawSalesforceEditAt(NOON.plusSeconds(20)).entry();

        assertThat(told(later, write(1).entry(), SampleEntry.told(0, "B"))).isNull();
    }

    @Test
    void writeThatWasNotTheLastWordEither_overwroteNothingThatCounts() {
        JournalEntry later = new SampleEntry(60).saw("A", "D").entry();
        JournalEntry same = new SampleEntry(60).saw("A", "C").entry();
        JournalEntry write = write(1).entry();

        assertThat(told(later, write, SampleEntry.told(0, "B"))).isNull();
        assertThat(told(same, write, SampleEntry.told(0, "B"))).isNotNull();
    }

    @Test
    void journalWithoutValues_knowsOfTheEditButNotItsValue() {
        UnseenEdit edit =
                entries(true, write(1).entry(), SampleEntry.told(0, "0f0f"))
                        .told(SampleLink.edit(Side.SALESFORCE, NOON, "B"));

        assertThat(edit.value()).isNull();
        assertThat(edit.shown()).isEqualTo("0f0f");
    }
}
