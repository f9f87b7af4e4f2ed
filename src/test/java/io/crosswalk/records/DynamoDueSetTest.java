package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore.DueSummary;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoLocal.class)
class DynamoDueSetTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Noted HINT =
            new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "email", NOW.minusSeconds(5), false);

    private DynamoDbClient dynamo;
    private DynamoRecordStore store;

    @BeforeEach
    void store() throws Exception {
        dynamo = DynamoLocal.start();
        store = store(NOW);
        nothingIsDue();
    }

    private DynamoRecordStore store(Instant now) {
        return new DynamoRecordStore(
                dynamo, DynamoLocal.config(false), Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void nothingIsDue() {
        List<RecordKey> due = store.overdue(NOW.plus(Duration.ofDays(1)), Duration.ZERO, 5_000);
        Map<Link, RecordStore.Acknowledgement> done = new HashMap<>();
        for (Link link : store.load(due).values()) {
            done.put(
                    link,
                    new RecordStore.Acknowledgement(Map.of(), Findings.NONE, Set.of(), Set.of()));
        }
        store.acknowledge(done);
    }

    private static RecordKey key(int number) {
        return RecordKey.hubspot("deal", "due-" + number);
    }

    private static Map<RecordKey, List<Noted>> keys(int from, int count) {
        Map<RecordKey, List<Noted>> keys = new HashMap<>();
        IntStream.range(from, from + count).forEach(n -> keys.put(key(n), List.of(HINT)));
        return keys;
    }

    private Link load(RecordKey key) {
        return store.load(List.of(key)).get(key);
    }

    @Test
    void deferred_itWaitsWithItsHintsAndIsNoFailedAttempt() {
        store.mark(keys(1, 1));
        Link seen = load(key(1));

        store.defer(Map.of(seen, NOW.plusSeconds(30)));

        Link.Due due = load(key(1)).due();
        assertThat(due.state()).isEqualTo(State.WAITING);
        assertThat(due.at()).isEqualTo(NOW.plusSeconds(30));
        assertThat(due.attempts()).isZero();
        assertThat(due.hints()).containsExactly(HINT);
        assertThat(due.since()).isEqualTo(seen.due().since());
        assertThat(store.overdue(NOW.plusSeconds(29), Duration.ZERO, 10)).isEmpty();
        assertThat(store.overdue(NOW.plusSeconds(30), Duration.ZERO, 10)).containsExactly(key(1));
    }

    /** Else one value that is refused for a day would look like a day's backlog. */
    @Test
    void lookedAtAndTriedAgainLater_hasNotWaitedSinceItWasMarked() {
        store.mark(keys(1, 2));
        Map<Link, RecordStore.Acknowledgement> later = new HashMap<>();
        later.put(load(key(1)), again(0));
        store.acknowledge(later);
        store.acknowledge(Map.of(load(key(2)), again(1)));

        assertThat(load(key(1)).due().state()).isEqualTo(State.WAITING);
        assertThat(load(key(1)).due().since()).isNull();
        assertThat(load(key(2)).due().since()).isEqualTo(NOW);
        store(NOW.plusSeconds(30)).wake(List.of(key(1)));
        assertThat(load(key(1)).due().since()).isEqualTo(NOW.plusSeconds(30));
    }

    private static RecordStore.Acknowledgement again(int attempts) {
        return new RecordStore.Acknowledgement(
                Map.of(), Findings.NONE, Set.of(), Set.of(), NOW.plusSeconds(30), attempts);
    }

    @Test
    void markedAgainMeanwhile_itIsNotPushedOut() {
        store.mark(keys(1, 1));
        Link seen = load(key(1));
        store.mark(keys(1, 1));

        store.defer(Map.of(seen, NOW.plusSeconds(30)));

        assertThat(load(key(1)).due().state()).isEqualTo(State.DUE);
    }

    @Test
    void inOtherHandsMeanwhile_itIsLeftToThem() {
        store.mark(keys(1, 1));
        Link seen = load(key(1));
        store.intend(Map.of(seen, Map.of()), NOW.plusSeconds(90));

        store.defer(Map.of(seen, NOW.plusSeconds(30)));

        assertThat(load(key(1)).due().state()).isEqualTo(State.WRITING);
    }

    @Test
    void manyOlderRecordsOfABackfill_theEditIsDrivenFirst() {
        store.mark(keys(0, 120), Priority.BACKFILL);
        store(NOW.plusSeconds(60)).mark(keys(500, 1), Priority.EDIT);

        List<RecordKey> driven = store.overdue(NOW.plusSeconds(120), Duration.ZERO, 10);

        assertThat(driven).contains(key(500));
        assertThat(driven).hasSizeLessThanOrEqualTo(40);
    }

    /** What else is due may be more than anybody reads through. */
    @Test
    void editedWhileDueForABackfill_itIsDrivenFirst_alsoWhenItHadToWait() {
        store.mark(keys(0, 80), Priority.BACKFILL);
        store.mark(keys(3, 1), Priority.EDIT);
        store.mark(keys(3, 1), Priority.RECONCILE);
        Link edited = load(key(3));
        store.defer(Map.of(edited, NOW.plusSeconds(30)));

        assertThat(edited.due().priority()).isEqualTo(Priority.EDIT);
        assertThat(store.overdue(NOW.plusSeconds(60), Duration.ZERO, 1)).contains(key(3));
    }

    /** For how long HubSpot shows the record since is asked of that. */
    @Test
    void privacyDeletionOfWhatHasBeenDueForLong_isDueSinceItWasTold() {
        store.mark(keys(1, 1));
        Instant told = NOW.plus(Duration.ofHours(25));

        store(told).mark(Map.of(key(1), List.of(Noted.FORGOTTEN)));
        store(told.plusSeconds(60)).mark(keys(1, 1));

        assertThat(load(key(1)).due().since()).isEqualTo(told);
    }

    @Test
    void nothingIsDue_theSummaryIsEmpty() {
        assertThat(store.due(1_000)).isEqualTo(new DueSummary(Map.of(), false, null));
    }

    @Test
    void someAreDue_theyAreCountedByState() {
        store.mark(keys(0, 5));
        store.defer(Map.of(load(key(0)), NOW.plusSeconds(30)));

        assertThat(store.due(1_000))
                .isEqualTo(new DueSummary(Map.of(State.DUE, 4, State.WAITING, 1), false, NOW));
    }

    @Test
    void moreAreDueThanAreCounted_theSummarySaysSo() {
        store.mark(keys(0, 30));

        DueSummary due = store.due(10);

        assertThat(due.more()).isTrue();
        assertThat(due.counts()).isEqualTo(Map.of(State.DUE, 10));
        assertThat(due.oldest()).isEqualTo(NOW);
    }
}
