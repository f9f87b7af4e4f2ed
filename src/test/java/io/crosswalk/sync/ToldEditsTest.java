package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.KEY;
import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Hint;
import io.crosswalk.records.Hint.Change;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of Salesforce edits that change events tell of near a write of ours. */
class ToldEditsTest {
    private static final Change CHANGE = new Change("Phone", NOON, "49", true);

    private final RecordedJournal journal = new RecordedJournal();
    private final ToldEdits told =
            new ToldEdits(journal, new JournalWriter(false, SampleLink.FINGERPRINTS));

    private static Hint hint(Side side, Change change, boolean ours) {
        return new Hint(side, "Contact", PARTNER, Hint.Kind.CHANGED, List.of(change), ours, null);
    }

    private static List<ToldEdits.Told> of(Hint hint) {
        return ToldEdits.of(
                SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY)),
                List.of(),
                KEY,
                hint,
                hint.changes().get(0));
    }

    private void keep(Link link) {
        told.keep(of(hint(Side.SALESFORCE, CHANGE, false)), Map.of(KEY, link));
    }

    @Test
    void personsEditInSalesforce_isTold() {
        assertThat(of(hint(Side.SALESFORCE, CHANGE, false)))
                .singleElement()
                .satisfies(
                        edit -> {
                            assertThat(edit.value()).isEqualTo(Value.of("49"));
                            assertThat(edit.at()).isEqualTo(NOON);
                        });
    }

    @Test
    void whatNeedsNoKeeping_isNotTold() {
        Change noValue = new Change("Phone", NOON, null, false);
        Change unmapped = new Change("City", NOON, "Ulm", true);
        Hint edit = hint(Side.SALESFORCE, CHANGE, false);

        assertThat(of(hint(Side.SALESFORCE, CHANGE, true))).isEmpty();
        assertThat(of(hint(Side.SALESFORCE, noValue, false))).isEmpty();
        assertThat(of(hint(Side.SALESFORCE, unmapped, false))).isEmpty();
        assertThat(of(hint(Side.HUBSPOT, new Change("phone", NOON, "49", true), false))).isEmpty();
        assertThat(
                        ToldEdits.of(
                                SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY)),
                                List.of(),
                                RecordKey.salesforce("contact", PARTNER),
                                edit,
                                CHANGE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-121, 0", "-120, 1", "0, 1", "30, 1", "31, 0"})
    void editThatAWriteOfOursMayHaveMet_isKept(int seconds, int kept) {
        keep(new SampleLink().wrote(Side.SALESFORCE, NOON.plusSeconds(seconds)).link());

        assertThat(journal.entries).hasSize(kept);
    }

    @Test
    void keptEdit_standsInTheJournalWithItsValueAndTime() {
        keep(new SampleLink().wrote(Side.SALESFORCE, NOON).link());

        assertThat(journal.entries)
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.seen().salesforce()).isEqualTo("49");
                            assertThat(entry.decidedAt()).isEqualTo(NOON);
                            assertThat(entry.verdict().result().outcome()).isEqualTo(Outcome.TOLD);
                            assertThat(entry.verdict().writes()).isNull();
                        });
    }

    @Test
    void editNearAWriteThatIsUnderWay_isKept() {
        keep(new SampleLink().intends(Side.SALESFORCE, NOON.plusSeconds(5), "1", "1").link());

        assertThat(journal.entries).hasSize(1);
    }

    @Test
    void editNearAWriteOfHubspot_isNotKept() {
        keep(new SampleLink().wrote(Side.HUBSPOT, NOON).link());

        assertThat(journal.entries).isEmpty();
    }

    @Test
    void editWhoseTypeIsNotKnown_isKeptAsSalesforceToldItAndReadLater() {
        PlannedField phone = SampleLink.field(SyncRule.TWO_WAY);
        List<ToldEdits.Told> unread =
                ToldEdits.of(
                        null,
                        List.of(phone.mapping()),
                        KEY,
                        hint(Side.SALESFORCE, CHANGE, false),
                        CHANGE);
        Link link = new SampleLink().wrote(Side.SALESFORCE, NOON).link();
        told.keep(unread, Map.of(KEY, link));

        assertThat(journal.entries)
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.seen().salesforce()).isEqualTo("49");
                            assertThat(entry.verdict().result().code())
                                    .isEqualTo(JournalWriter.RAW);
                        });
        assertThat(ToldEdits.of(null, List.of(), KEY, hint(Side.SALESFORCE, CHANGE, false), CHANGE))
                .isEmpty();
    }

    @Test
    void longTextWhoseTypeIsNotKnown_isKeptAsAFingerprintThatNobodyTakesForIt() {
        Change essay = new Change("Phone", NOON, "x".repeat(JournalWriter.SHOWN_MAX + 1), true);
        Link link = new SampleLink().wrote(Side.SALESFORCE, NOON).link();
        told.keep(
                ToldEdits.of(
                        null,
                        List.of(SampleLink.field(SyncRule.TWO_WAY).mapping()),
                        KEY,
                        hint(Side.SALESFORCE, essay, false),
                        essay),
                Map.of(KEY, link));

        assertThat(journal.entries.get(0).seen().salesforce()).hasSize(32);
        assertThat(journal.entries.get(0).verdict().result().code())
                .isEqualTo(JournalWriter.HASHED);
    }

    @Test
    void mappingsOfTheSameNumberEditedInOneSave_haveEntriesOfTheirOwn() {
        ToldEdits.Told phone = edit("contact-Aa", "phone", "Phone");
        ToldEdits.Told mobile = edit("contact-BB", "mobilephone", "MobilePhone");
        RecentWrites wrote =
                RecentWrites.NONE.with(
                        Side.SALESFORCE, NOON, SampleLink.fingerprint(Side.SALESFORCE, "A"));
        Map<String, RecentWrites> writes = Map.of("contact-Aa", wrote, "contact-BB", wrote);
        Link link =
                new SampleLink()
                        .link(new Findings(Map.of(), Set.of(), Map.of(), 0, writes, Map.of(), 0));

        told.keep(List.of(phone, mobile, phone), Map.of(KEY, link));

        assertThat(journal.entries)
                .extracting(entry -> entry.mapping().id())
                .containsExactly("contact-Aa", "contact-BB");
        assertThat(journal.entries).extracting(JournalEntry::key).doesNotHaveDuplicates();
    }

    private static ToldEdits.Told edit(String id, String property, String field) {
        return new ToldEdits.Told(
                KEY,
                SampleLink.field(id, property, field, SyncRule.TWO_WAY).mapping(),
                Value.of("49"),
                false,
                NOON);
    }

    @Test
    void journalWithoutValues_keepsAFingerprint() {
        new ToldEdits(journal, new JournalWriter(true, SampleLink.FINGERPRINTS))
                .keep(
                        of(hint(Side.SALESFORCE, CHANGE, false)),
                        Map.of(KEY, new SampleLink().wrote(Side.SALESFORCE, NOON).link()));

        assertThat(journal.entries.get(0).seen().salesforce())
                .isEqualTo(SampleLink.fingerprint(Side.SALESFORCE, "49").toString());
    }
}
