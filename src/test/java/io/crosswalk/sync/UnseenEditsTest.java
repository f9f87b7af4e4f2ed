package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.edit;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.hubspot.RecordedHistories;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.sync.Departures.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits that a hint tells of and no look has seen: both sides hold "C", which we wrote. */
class UnseenEditsTest {
    private static final MappingPlan PLAN = SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY));
    private static final Instant LATER = NOON.plusSeconds(60);

    private final RecordedHistories hubspot = new RecordedHistories();
    private final RecordedJournal journal = new RecordedJournal();
    private final UnseenEdits unseen =
            new UnseenEdits(
                    new Observing(hubspot, new UnaskedSalesforce(), new UnaskedLeftAside()),
                    journal,
                    new JournalWriter(false, SampleLink.FINGERPRINTS),
                    SampleLink.FINGERPRINTS);

    private static SampleLink wrote(Side side) {
        return new SampleLink().acknowledged("C", "C").wrote(side, NOON);
    }

    private UnseenEdits.Found find(SampleLink link) {
        return find(link.seen("C", "C"), LATER);
    }

    private UnseenEdits.Found find(Observation seen, Instant now) {
        return unseen.find(PLAN, List.of(seen), now);
    }

    @Test
    void editOverwrittenInHubspot_isFoundInItsHistory() {
        journal.with(new SampleEntry(0).wrote(Side.HUBSPOT, "C").entry());
        hubspot.with(
                "501",
                "phone",
                new Changed(NOON.plusSeconds(1), "C", true),
                new Changed(NOON, "B", false));
        Observation seen = wrote(Side.HUBSPOT).hinted(Side.HUBSPOT, NOON, "B").seen("C", "C");

        assertThat(find(seen, LATER).of(seen))
                .singleElement()
                .satisfies(edit -> assertThat(edit.value()).isEqualTo(Value.of("B")));
        assertThat(hubspot.asked).containsExactly("501 [phone]");
    }

    @Test
    void editOverwrittenInSalesforce_isFoundInWhatWasKeptOfIt() {
        journal.with(
                SampleEntry.told(0, "B"), new SampleEntry(1).wrote(Side.SALESFORCE, "C").entry());
        Observation seen = wrote(Side.SALESFORCE).hinted(Side.SALESFORCE, NOON, "B").seen("C", "C");

        assertThat(find(seen, LATER).of(seen))
                .singleElement()
                .satisfies(edit -> assertThat(edit.side()).isEqualTo(Side.SALESFORCE));
        assertThat(hubspot.asked).isEmpty();
    }

    @Test
    void editThatWasToldInAnotherFormAndIsStillThere_wasNotOverwritten() {
        journal.with(
                SampleEntry.told(0, "C"), new SampleEntry(1).wrote(Side.SALESFORCE, "A").entry());
        Observation seen = wrote(Side.SALESFORCE).hinted(Side.SALESFORCE, NOON, "c").seen("C", "C");

        assertThat(find(seen, LATER).of(seen)).isEmpty();
    }

    @Test
    void linkWithoutASuspect_costsNothing() {
        find(wrote(Side.HUBSPOT));
        find(wrote(Side.HUBSPOT).hinted(Side.HUBSPOT, NOON, "C"));
        find(wrote(Side.SALESFORCE).hinted(Side.HUBSPOT, NOON, "B"));
        find(wrote(Side.HUBSPOT).hinted(Side.HUBSPOT, NOON.plusSeconds(121), "B"));
        find(wrote(Side.HUBSPOT).hinted(Side.HUBSPOT, NOON.minusSeconds(31), "B"));
        find(wrote(Side.HUBSPOT).acknowledged("A", "A").hinted(Side.HUBSPOT, NOON, "B"));

        assertThat(hubspot.asked).isEmpty();
        assertThat(journal.pagesRead).isZero();
    }

    /** It has been written on that side, and was deleted in HubSpot since. */
    private static Observation back(Side written) {
        Findings gone =
                new Findings(
                        Map.of(),
                        Set.of(Side.HUBSPOT),
                        Map.of(),
                        0,
                        Map.of(
                                "m",
                                RecentWrites.NONE.with(
                                        written, NOON, SampleLink.fingerprint(written, "C"))),
                        Map.of(),
                        0);
        SampleLink link = new SampleLink().acknowledged("C", "C");
        return link.seen(link.link(gone), "C", "C");
    }

    @Test
    void recordIsBackInHubspot_whatItsLastWriteOverwroteIsFoundWithoutAHint() {
        journal.with(new SampleEntry(0).wrote(Side.HUBSPOT, "C").entry());
        hubspot.with(
                "501",
                "phone",
                new Changed(NOON.plusSeconds(1), "C", true),
                new Changed(NOON, "B", false));
        Observation seen = back(Side.HUBSPOT);

        assertThat(find(seen, LATER).of(seen))
                .singleElement()
                .satisfies(edit -> assertThat(edit.value()).isEqualTo(Value.of("B")));
    }

    @Test
    void recordIsBackThatWasNotWrittenInHubspot_nothingIsLookedFor() {
        find(back(Side.SALESFORCE), LATER);

        assertThat(hubspot.asked).isEmpty();
        assertThat(journal.pagesRead).isZero();
    }

    @Test
    void fieldThatCannotBeSeen_isNoSuspect() {
        Link link = wrote(Side.HUBSPOT).hinted(Side.HUBSPOT, NOON, "B").link();
        CrmRecord hidden = new CrmRecord("501", "501", Map.of(), NOON);
        CrmRecord salesforce =
                new CrmRecord(SampleLink.PARTNER, SampleLink.PARTNER, Map.of("Phone", "C"), NOON);

        find(Observation.of(link, hidden, salesforce), LATER);

        assertThat(hubspot.asked).isEmpty();
    }

    @Test
    void writeThatNobodyAcknowledged_isOursToo() {
        SampleLink link =
                new SampleLink()
                        .acknowledged("A", "A")
                        .intends(Side.HUBSPOT, NOON, "C", "C")
                        .hinted(Side.HUBSPOT, NOON, "B");

        find(link);

        assertThat(hubspot.asked).containsExactly("501 [phone]");
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, false"})
    void editInSalesforce_isJudgedOnceItsNeighboursHaveCome(int seconds, boolean early) {
        journal.with(
                SampleEntry.told(0, "B"), new SampleEntry(1).wrote(Side.SALESFORCE, "C").entry());
        Observation seen = wrote(Side.SALESFORCE).hinted(Side.SALESFORCE, NOON, "B").seen("C", "C");

        UnseenEdits.Found found = find(seen, NOON.plusSeconds(seconds));

        assertThat(found.early(seen).equals(List.of(edit(Side.SALESFORCE, NOON, "B"))))
                .isEqualTo(early);
        assertThat(found.of(seen).isEmpty()).isEqualTo(early);
    }

    @Test
    void editInHubspot_isJudgedAtOnce() {
        Observation seen = wrote(Side.HUBSPOT).hinted(Side.HUBSPOT, NOON, "B").seen("C", "C");

        assertThat(find(seen, NOON).early(seen)).isEmpty();
        assertThat(hubspot.asked).hasSize(1);
    }

    @Test
    void historyThatCannotBeHad_leavesItUnclear() {
        hubspot.away = Duration.ofSeconds(10);
        Observation seen = wrote(Side.HUBSPOT).hinted(Side.HUBSPOT, NOON, "B").seen("C", "C");
        Observation other = wrote(Side.HUBSPOT).seen("C", "C");

        UnseenEdits.Found found = unseen.find(PLAN, List.of(seen, other), LATER);

        assertThat(found.unclear()).containsExactly(seen);
        assertThat(found.away().after()).hasSeconds(10);
        assertThat(found.of(seen)).isEmpty();
    }

    @Test
    void hintNearAWriteOfSalesforce_mayHaveBeenTold() {
        assertThat(mayBeTold(wrote(Side.SALESFORCE).hinted(Side.SALESFORCE, NOON, "B"))).isTrue();
        assertThat(mayBeTold(wrote(Side.HUBSPOT).hinted(Side.SALESFORCE, NOON, "B"))).isFalse();
        assertThat(mayBeTold(wrote(Side.SALESFORCE).hinted(Side.HUBSPOT, NOON, "B"))).isFalse();
        assertThat(
                        mayBeTold(
                                wrote(Side.SALESFORCE)
                                        .hinted(Side.SALESFORCE, NOON.plusSeconds(121), "B")))
                .isFalse();
    }

    private static boolean mayBeTold(SampleLink link) {
        return UnseenEdits.mayBeTold(link.seen("C", "C"));
    }

    private static Observation hintedInSalesforce() {
        return wrote(Side.SALESFORCE).hinted(Side.SALESFORCE, NOON, "B").seen("C", "C");
    }

    @Test
    void whatWasTold_isForgottenWithoutTheDecisions() {
        var write = new SampleEntry(1).wrote(Side.SALESFORCE, "C").entry();
        journal.with(SampleEntry.told(0, "B"), write);

        unseen.forget(hintedInSalesforce(), List.of(edit(Side.HUBSPOT, NOON, "B")));

        assertThat(journal.entries).containsExactly(write);
    }

    @Test
    void editThatALaterLookIsToJudge_staysTold() {
        journal.with(SampleEntry.told(0, "B"));

        unseen.forget(hintedInSalesforce(), List.of(edit(Side.SALESFORCE, NOON, "B")));

        assertThat(journal.entries).hasSize(1);
        assertThat(journal.pagesRead).isZero();
    }

    @Test
    void editToldOfWhileTheLookWasUnderWay_staysTold() {
        journal.with(SampleEntry.told(0, "B"), SampleEntry.told(1, "D"));

        unseen.forget(hintedInSalesforce(), List.of());

        assertThat(journal.entries)
                .singleElement()
                .satisfies(it -> assertThat(it.seen().salesforce()).isEqualTo("D"));
    }

    @Test
    void entriesOfLongTexts_areReadOverSeveralPages() {
        journal.pageMax = 1;
        var write = new SampleEntry(1).wrote(Side.SALESFORCE, "C").entry();
        journal.with(SampleEntry.told(0, "B"), write);
        Observation seen = wrote(Side.SALESFORCE).hinted(Side.SALESFORCE, NOON, "B").seen("C", "C");

        assertThat(find(seen, LATER).of(seen)).hasSize(1);

        unseen.forget(hintedInSalesforce(), List.of());
        assertThat(journal.entries).containsExactly(write);
    }

    @Test
    void manyPages_areNotAllRead() {
        journal.pageMax = 1;
        for (int i = 0; i < 2 * UnseenEdits.PAGES_MAX; i++) {
            journal.with(new SampleEntry(-i).wrote(Side.SALESFORCE, "C").entry());
        }

        unseen.forget(hintedInSalesforce(), List.of());

        assertThat(journal.pagesRead).isEqualTo(UnseenEdits.PAGES_MAX);
    }

    private static final class UnaskedLeftAside implements LeftAside {
        @Override
        public void postpone(Link link, Duration atLeast) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void departed(MappingPlan plan, List<Departure> departures) {
            throw new AssertionError("not asked for");
        }
    }
}
