package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class DynamoRecordStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final Noted TITLE =
            new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "jobtitle", NOW, false);
    private static final Noted PHONE =
            new Noted(Side.SALESFORCE, Noted.Kind.CHANGED, "Phone", NOW.plusSeconds(1), true);

    private final Fingerprints fingerprints = new Fingerprints(new byte[16]);
    private RecordStore store;
    private RecordKey key;

    @BeforeEach
    void store() throws Exception {
        store = storeAt(NOW);
        key = RecordKey.hubspot("contact", "h" + IDS.incrementAndGet());
    }

    private static RecordStore storeAt(Instant now) throws Exception {
        return new DynamoRecordStore(
                DynamoLocal.start(), DynamoLocal.config(false), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Link loaded() {
        return store.load(List.of(key)).get(key);
    }

    private static Acknowledgement nothingNew(@Nullable Instant again) {
        return new Acknowledgement(
                Map.of(),
                Findings.NONE,
                Set.of(),
                again == null ? Set.of() : Set.of(TITLE),
                again,
                1);
    }

    private Base base(String hubspot, String salesforce) {
        return fingerprints.base(key, "contact-phone", Value.of(hubspot), Value.of(salesforce));
    }

    @Test
    void recordHintedTwice_isDueOnceWithBothHints() {
        store.mark(Map.of(key, List.of(TITLE)));
        store.mark(Map.of(key, List.of(PHONE, TITLE)));

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().due().hints()).containsExactlyInAnyOrder(TITLE, PHONE);
        assertThat(loaded().due().marks()).isEqualTo(2);
    }

    @Test
    void acknowledged_isQuietAndRemembersTheBase() {
        store.mark(Map.of(key, List.of(TITLE)));

        Set<RecordKey> done =
                store.acknowledge(
                        Map.of(
                                loaded(),
                                new Acknowledgement(
                                        Map.of("contact-phone", base("1", "1")),
                                        Findings.of(
                                                Map.of("contact-fax", base("2", "")),
                                                Set.of(Side.SALESFORCE)),
                                        Set.of(),
                                        Set.of())));

        assertThat(done).containsExactly(key);
        assertThat(loaded().due().state()).isEqualTo(State.QUIET);
        assertThat(loaded().due().hints()).isEmpty();
        assertThat(loaded().base()).containsEntry("contact-phone", base("1", "1"));
        assertThat(loaded().parked()).containsEntry("contact-fax", base("2", ""));
        assertThat(loaded().gone()).containsExactly(Side.SALESFORCE);
    }

    @Test
    void markedWhileLookedAt_staysDueWithTheNewHintOnly() {
        store.mark(Map.of(key, List.of(TITLE)));
        Link seen = loaded();
        store.mark(Map.of(key, List.of(PHONE)));

        store.acknowledge(Map.of(seen, nothingNew(null)));

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().due().hints()).containsExactly(PHONE);
    }

    @Test
    void markedWhileWritten_staysDueWithTheNewHintOnly() {
        store.mark(Map.of(key, List.of(TITLE)));
        Link seen = loaded();
        store.mark(Map.of(key, List.of(PHONE)));
        Link writing = store.intend(Map.of(seen, Map.of()), NOW.plusSeconds(90)).get(key).link();

        store.acknowledge(Map.of(writing, nothingNew(null)));

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().due().hints()).containsExactly(PHONE);
    }

    @Test
    void twoSyncsAtTheSameLink_onlyTheFirstTakesTheTurn() {
        store.mark(Map.of(key, List.of(TITLE)));
        Link first = loaded();
        Link second = loaded();
        Intent intent =
                new Intent(Side.SALESFORCE, base("1", "1"), "2026-11-24T10:00:00.000Z#100000");

        Link writing =
                store.intend(Map.of(first, Map.of("contact-phone", intent)), NOW.plusSeconds(90))
                        .get(key)
                        .link();

        assertThat(writing).isNotNull();
        assertThat(store.intend(Map.of(second, Map.of()), NOW)).isEmpty();
        assertThat(store.acknowledge(Map.of(second, nothingNew(null)))).isEmpty();
        assertThat(loaded().due().state()).isEqualTo(State.WRITING);
        assertThat(loaded().intents()).containsEntry("contact-phone", intent);
    }

    @Test
    void intentOfAValueThatACrmMayFold_isReadAsItWasNoted() {
        store.mark(Map.of(key, List.of(TITLE)));
        Base sent = base("1", "1");
        Intent intent =
                new Intent(
                        Side.HUBSPOT,
                        base("2", "1").hubspot(),
                        base("3", "1").hubspot(),
                        sent,
                        "2026-11-24T10:00:00.000Z#100000",
                        true);

        store.intend(Map.of(loaded(), Map.of("contact-phone", intent)), NOW.plusSeconds(90));

        assertThat(loaded().intents()).containsEntry("contact-phone", intent);
    }

    /** Such a write may have arrived, and may have met an edit. */
    @Test
    void intentThatAnotherReplaces_isRememberedAsAWriteOfOurs() {
        store.mark(Map.of(key, List.of(TITLE)));
        store.link("contact", key.recordId(), "003" + key.recordId());
        Intent first = new Intent(Side.HUBSPOT, base("1", "1"), "2026-11-24T10:00:00.000Z#100000");
        Intent kept = new Intent(Side.HUBSPOT, base("2", "2"), "2026-11-24T10:00:00.000Z#100001");
        Link writing =
                store.intend(
                                Map.of(loaded(), Map.of("contact-phone", first, "kept", kept)),
                                NOW.minusSeconds(1))
                        .get(key)
                        .link();
        Intent next =
                new Intent(Side.SALESFORCE, base("1", "1"), "2026-11-24T10:05:00.000Z#100000");

        store.intend(
                Map.of(loaded(), Map.of("contact-phone", next, "kept", kept)), NOW.plusSeconds(90));

        assertThat(writing.findings().writes()).isEmpty();
        assertThat(loaded().ourWrites("contact-phone", Side.HUBSPOT)).containsExactly(first.at());
        assertThat(loaded().ourWrites("contact-phone", Side.SALESFORCE)).containsExactly(next.at());
        assertThat(loaded().ourWrites("kept", Side.HUBSPOT)).containsExactly(kept.at());
    }

    @Test
    void baseThatALookFoundToHold_isStoredWithTheIntentsThatReplaceItsWitness() {
        store.mark(Map.of(key, List.of(TITLE)));
        Link recognised = loaded().withBase(Map.of("contact-phone", base("1", "1")));

        store.intend(Map.of(recognised, Map.of()), NOW.plusSeconds(90));

        assertThat(loaded().base()).containsEntry("contact-phone", base("1", "1"));
    }

    @Test
    void postponed_waitsKeepsItsHintsAndCountsTheAttempt() {
        store.mark(Map.of(key, List.of(TITLE)));

        store.acknowledge(Map.of(loaded(), nothingNew(NOW.plusSeconds(30))));

        assertThat(loaded().due().state()).isEqualTo(State.WAITING);
        assertThat(loaded().due().hints()).containsExactly(TITLE);
        assertThat(loaded().due().attempts()).isEqualTo(1);
    }

    @Test
    void overdue_findsWhatWaitedItsTimeAndWhatStayedBehind() throws Exception {
        store.mark(Map.of(key, List.of(TITLE)));
        store.acknowledge(Map.of(loaded(), nothingNew(NOW.plusSeconds(30))));
        RecordKey stuck = RecordKey.hubspot("contact", "h" + IDS.incrementAndGet());
        store.mark(Map.of(stuck, List.of()));

        Duration patience = Duration.ofMinutes(2);

        assertThat(store.overdue(NOW.plusSeconds(29), patience, 1000)).doesNotContain(key, stuck);
        assertThat(store.overdue(NOW.plusSeconds(30), patience, 1000))
                .contains(key)
                .doesNotContain(stuck);
        assertThat(store.overdue(NOW.plusSeconds(121), patience, 1000)).contains(key, stuck);
    }

    @Test
    void wake_makesWaitingRecordsDueAndLeavesQuietOnesAlone() {
        RecordKey quiet = RecordKey.hubspot("contact", "h" + IDS.incrementAndGet());
        store.mark(Map.of(key, List.of(), quiet, List.of()));
        store.acknowledge(Map.of(loaded(), nothingNew(NOW.plusSeconds(30))));
        store.acknowledge(Map.of(store.load(List.of(quiet)).get(quiet), nothingNew(null)));

        store.wake(List.of(key, quiet));

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(store.load(List.of(quiet)).get(quiet).due().state()).isEqualTo(State.QUIET);
    }

    @Test
    void linking_pairsBothRecordsMovesTheHintsAndMakesTheLinkDue() {
        RecordKey salesforce = RecordKey.salesforce("contact", "003" + key.recordId());
        store.mark(Map.of(salesforce, List.of(PHONE)));

        assertThat(store.link("contact", key.recordId(), salesforce.recordId())).isTrue();

        assertThat(loaded().partnerId()).isEqualTo(salesforce.recordId());
        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().due().hints()).containsExactly(PHONE);
        Link pointer = store.load(List.of(salesforce)).get(salesforce);
        assertThat(pointer.partnerId()).isEqualTo(key.recordId());
        assertThat(pointer.due().state()).isEqualTo(State.QUIET);
    }

    @Test
    void linkingToATakenRecord_isRefusedAndChangesNothing() {
        store.link("contact", key.recordId(), "003A" + key.recordId());

        assertThat(store.link("contact", key.recordId(), "003B" + key.recordId())).isFalse();
        assertThat(store.link("contact", "other" + key.recordId(), "003A" + key.recordId()))
                .isFalse();

        assertThat(loaded().partnerId()).isEqualTo("003A" + key.recordId());
    }
}
