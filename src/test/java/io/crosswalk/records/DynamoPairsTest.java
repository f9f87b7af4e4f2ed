package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.records.RecordStore.Pair;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Merges, privacy deletions, and what is noted of records that look for a partner. */
@ExtendWith(DynamoLocal.class)
class DynamoPairsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Noted TITLE =
            new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "jobtitle", NOW, false);

    private final String object = "o" + UUID.randomUUID();
    private final RecordKey loser = RecordKey.hubspot(object, "501");
    private final RecordKey winner = RecordKey.hubspot(object, "502");
    private final RecordKey salesforce = RecordKey.salesforce(object, "003A");
    private final RecordKey master = RecordKey.salesforce(object, "003B");
    private final Pair pair = new Pair(object, "501", "003A");
    private DynamoDbClient dynamo;
    private RecordStore store;
    private MatchNotes notes;

    @BeforeEach
    void linked() throws Exception {
        dynamo = DynamoLocal.start();
        store =
                new DynamoRecordStore(
                        dynamo, DynamoLocal.config(false), Clock.fixed(NOW, ZoneOffset.UTC));
        notes = new DynamoMatchNotes(dynamo, DynamoLocal.config(false));
        store.link(object, "501", "003A");
        Acknowledgement based =
                new Acknowledgement(
                        Map.of("m", Base.OF_NOTHING), Findings.NONE, Set.of(), Set.of());
        store.acknowledge(Map.of(loaded(loser), based));
    }

    private Link loaded(RecordKey key) {
        return store.load(List.of(key)).get(key);
    }

    @Test
    void mergeInHubspot_movesThePairWithItsHintsAndWithoutItsBases() {
        assertThat(store.move(pair, Side.HUBSPOT, "502", List.of(TITLE))).isTrue();

        assertThat(loaded(loser).partnerId()).isNull();
        assertThat(loaded(loser).base()).isEmpty();
        assertThat(loaded(loser).due().turn().isOpen()).isTrue();
        assertThat(loaded(winner).partnerId()).isEqualTo("003A");
        assertThat(loaded(winner).due().state()).isEqualTo(State.DUE);
        assertThat(loaded(winner).due().hints()).containsExactly(TITLE);
        assertThat(loaded(winner).due().turn().isOpen()).isTrue();
        assertThat(loaded(winner).due().turn().isHeldAt(NOW)).isFalse();
        assertThat(loaded(salesforce).partnerId()).isEqualTo("502");
        assertThat(store.links(object, 10, null).items())
                .extracting(RecordStore.LinkSummary::key)
                .containsExactly(winner);
    }

    @Test
    void mergeInSalesforce_movesThePairAndWhoeverIsAtItLosesTheTurn() {
        Link seen = loaded(loser);

        assertThat(store.move(pair, Side.SALESFORCE, "003B", List.of())).isTrue();

        assertThat(loaded(loser).partnerId()).isEqualTo("003B");
        assertThat(loaded(loser).base()).isEmpty();
        assertThat(loaded(loser).due().state()).isEqualTo(State.DUE);
        assertThat(loaded(loser).due().turn().isOpen()).isTrue();
        assertThat(loaded(loser).due().turn().isHeldAt(NOW)).isFalse();
        assertThat(loaded(salesforce).partnerId()).isNull();
        assertThat(loaded(master).partnerId()).isEqualTo("501");
        assertThat(loaded(master).due().turn().isOpen()).isTrue();
        assertThat(loaded(master).due().turn().isHeldAt(NOW)).isFalse();
        Acknowledgement late =
                new Acknowledgement(
                        Map.of("m", Base.OF_NOTHING), Findings.NONE, Set.of(), Set.of());
        assertThat(store.acknowledge(Map.of(seen, late))).isEmpty();
    }

    @Test
    void winnerHasAPartner_nothingMoves() {
        store.link(object, "502", "003B");

        assertThat(store.move(pair, Side.HUBSPOT, "502", List.of())).isFalse();
        assertThat(store.move(pair, Side.SALESFORCE, "003B", List.of())).isFalse();

        assertThat(loaded(loser).partnerId()).isEqualTo("003A");
        assertThat(loaded(loser).base()).isNotEmpty();
    }

    @Test
    void forgotten_nothingIsLeftButTheNoteThatItIsNotCarriedOverAgain() {
        assertThat(store.forget(loaded(loser))).isTrue();

        assertForgotten(loser);
        assertThat(loaded(salesforce).partnerId()).isNull();
        assertThat(notes.load(List.of(salesforce)).get(salesforce).declines(MatchNotes.ANYBODY))
                .isTrue();
    }

    @Test
    void lookAtAForgottenPairEndsLate_bringsNothingBack() {
        Link seen = loaded(loser);
        store.forget(seen);

        assertThat(triedTooLate(seen)).isEmpty();

        assertForgotten(loser);
    }

    @Test
    void firstLookAtAForgottenRecordEndsLate_bringsNothingBack() {
        store.mark(Map.of(winner, List.of(TITLE)));
        Link seen = loaded(winner);
        store.forget(seen);

        assertThat(triedTooLate(seen)).isEmpty();

        assertForgotten(winner);
    }

    /** Nothing is known of it but that, and that no longer than events about it can come. */
    private void assertForgotten(RecordKey key) {
        Link left = loaded(key);
        assertThat(left.partnerId()).isNull();
        assertThat(left.base()).isEmpty();
        assertThat(left.intents()).isEmpty();
        assertThat(left.findings()).isEqualTo(Findings.NONE);
        assertThat(left.due().state()).isEqualTo(State.QUIET);
        assertThat(left.due().hints())
                .extracting(Noted::kind)
                .containsExactly(Noted.Kind.PRIVACY_DELETED);
        assertThat(notes.load(List.of(key))).isEmpty();
        assertThat(
                        dynamo.getItem(
                                        b ->
                                                b.tableName(
                                                                DynamoLocal.config(false)
                                                                        .recordsTable())
                                                        .key(DynamoLinkItem.key(key)))
                                .item())
                .containsEntry(
                        DynamoForgetting.EXPIRES_AT,
                        DynamoAttributes.number(NOW.plus(Duration.ofDays(30)).getEpochSecond()));
    }

    @Test
    void eventOfAForgottenRecordComesLate_itIsDueToBeForgottenAgainAndIsLinkedToNobody() {
        store.forget(loaded(loser));

        store.mark(Map.of(loser, List.of(TITLE)));

        assertThat(loaded(loser).due().state()).isEqualTo(State.DUE);
        assertThat(loaded(loser).due().hints())
                .extracting(Noted::kind)
                .contains(Noted.Kind.PRIVACY_DELETED);
        assertThat(store.link(object, "501", "003A")).isFalse();
        assertThat(store.forget(loaded(loser))).isTrue();
        assertForgotten(loser);
    }

    @Test
    void forgotten_theSalesforceRecordIsDueForThoseWhoWaitForIt() {
        notes.await(List.of(salesforce), winner);

        store.forget(loaded(loser));

        assertThat(loaded(salesforce).due().state()).isEqualTo(State.DUE);
        assertThat(loaded(salesforce).due().turn().isOpen()).isTrue();
        assertThat(loaded(salesforce).due().turn().isHeldAt(NOW)).isFalse();
        assertThat(notes.load(List.of(salesforce)).get(salesforce).waiting())
                .containsExactly(winner);
    }

    @Test
    void mergeIsNoted_forTheDayOnWhichTheWinnerIsForgotten() {
        notes.merged(winner, loser);

        assertThat(notes.load(List.of(winner)).get(winner).merged()).containsExactly(loser);
    }

    /** Everything that a look can end with; returns the keys of what was stored. */
    private Set<RecordKey> triedTooLate(Link seen) {
        Acknowledgement done =
                new Acknowledgement(
                        Map.of("m", Base.OF_NOTHING), Findings.NONE, Set.of(), Set.of());
        Acknowledgement postponed =
                new Acknowledgement(
                        Map.of(), Findings.NONE, Set.of(), Set.of(TITLE), NOW.plusSeconds(9), 1);
        Set<RecordKey> stored = new HashSet<>();
        stored.addAll(store.acknowledge(Map.of(seen, done)));
        stored.addAll(store.acknowledge(Map.of(seen, postponed)));
        stored.addAll(store.intend(Map.of(seen, Map.of()), NOW.plusSeconds(9)).keySet());
        store.defer(Map.of(seen, NOW.plusSeconds(9)));
        return stored;
    }

    @Test
    void forgottenTwice_isForgottenOnce() {
        Link seen = loaded(loser);

        assertThat(store.forget(seen)).isTrue();
        assertThat(store.forget(seen)).isFalse();
    }

    @Test
    void markedMeanwhile_isNotForgottenYet() {
        Link seen = loaded(loser);
        store.mark(Map.of(loser, List.of(TITLE)));

        assertThat(store.forget(seen)).isFalse();
        assertThat(loaded(loser).partnerId()).isEqualTo("003A");
    }

    @Test
    void parted_theyDeclineEachOtherUntilTheyAreAllowedAgain() {
        notes.decline(loser, salesforce);
        store.unlink(object, "501", "003A");

        assertThat(notes.load(List.of(loser, salesforce)))
                .containsEntry(loser, new Notes(Set.of("003A"), Set.of(), Set.of()))
                .containsEntry(salesforce, new Notes(Set.of("501"), Set.of(), Set.of()));

        notes.allow(loser, salesforce);
        assertThat(notes.load(List.of(loser, salesforce))).isEmpty();
    }

    @Test
    void pairOfWhichOneEndIsPartedAlready_isPartedWhole() throws Exception {
        DynamoLocal.start()
                .updateItem(
                        b ->
                                b.tableName(DynamoLocal.config(false).recordsTable())
                                        .key(DynamoLinkItem.key(salesforce))
                                        .updateExpression("REMOVE partner"));

        store.unlink(object, "501", "003A");

        assertThat(loaded(loser).partnerId()).isNull();
        assertThat(loaded(loser).base()).isEmpty();
        assertThat(store.links(object, 10, null).items()).isEmpty();
    }

    @Test
    void otherPairsThanTheOneThatIsParted_stay() {
        store.unlink(object, "502", "003A");
        store.unlink(object, "501", "003B");

        assertThat(loaded(loser).partnerId()).isEqualTo("003A");
        assertThat(loaded(salesforce).partnerId()).isEqualTo("501");
    }

    @Test
    void waitingRecords_areBoundedAndReleased() {
        for (int i = 0; i <= MatchNotes.WAITING_MAX; i++) {
            notes.await(List.of(master), RecordKey.hubspot(object, Integer.toString(i)));
        }

        assertThat(notes.load(List.of(master)).get(master).waiting())
                .hasSize(MatchNotes.WAITING_MAX);
        notes.release(notesOf(master));
        assertThat(notes.load(List.of(master))).isEmpty();
    }

    private Map<RecordKey, Set<RecordKey>> notesOf(RecordKey key) {
        return Map.of(key, notes.load(List.of(key)).get(key).waiting());
    }

    @Test
    void recordThatBeganToWaitSinceTheNotesWereLoaded_stillWaits() {
        notes.await(List.of(master), loser);
        Map<RecordKey, Set<RecordKey>> seen = notesOf(master);
        notes.await(List.of(master), winner);

        notes.release(seen);

        assertThat(notes.load(List.of(master)))
                .containsEntry(master, new Notes(Set.of(), Set.of(winner), Set.of()));
    }

    @Test
    void releasedRecordThatIsForgotten_isNotBroughtBack() {
        notes.await(List.of(loser), winner);
        Map<RecordKey, Set<RecordKey>> seen = notesOf(loser);
        store.forget(loaded(loser));

        notes.release(seen);

        assertForgotten(loser);
    }
}
