package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.records.RecordStore.Pair;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What looks have left on a pair, and what of it is gone when the pair is no pair any more. */
@ExtendWith(DynamoLocal.class)
class DynamoPairLeftoversTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Findings FOUND =
            new Findings(
                    Map.of("m1", Base.OF_NOTHING),
                    Set.of(Side.HUBSPOT),
                    Map.of("m2", new Difference(Difference.Reason.REFUSED, NOW)),
                    7,
                    Map.of(
                            "m3",
                            RecentWrites.NONE.with(Side.HUBSPOT, NOW, Base.OF_NOTHING.hubspot())),
                    Map.of("m1", new Retry(2, NOW.plusSeconds(480))),
                    3);

    private static final Noted EDIT =
            new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "title", NOW, false);

    private final String object = "o" + UUID.randomUUID();
    private final RecordKey link = RecordKey.hubspot(object, "501");
    private final RecordKey winner = RecordKey.hubspot(object, "502");
    private final Pair pair = new Pair(object, "501", "003A");
    private RecordStore store;

    /** Everything that a look can find or intend. */
    @BeforeEach
    void lookedAt() throws Exception {
        store =
                new DynamoRecordStore(
                        DynamoLocal.start(),
                        DynamoLocal.config(false),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        store.link(object, "501", "003A");
        Intent intent =
                new Intent(Side.HUBSPOT, Base.OF_NOTHING, "2026-11-24T10:00:00.000Z#100000");
        Map<Link, Map<String, Intent>> intents = Map.of(loaded(link), Map.of("m4", intent));
        Link taken = store.intend(intents, NOW.plusSeconds(90)).get(link).link();
        Acknowledgement its =
                new Acknowledgement(Map.of("m3", Base.OF_NOTHING), FOUND, Set.of("m4"), Set.of());
        store.acknowledge(Map.of(taken, its));
        assertThat(loaded(link).findings()).isEqualTo(FOUND);
        assertThat(loaded(link).intents()).containsOnlyKeys("m4");
    }

    private Link loaded(RecordKey key) {
        return store.load(List.of(key)).get(key);
    }

    private void assertNothingIsLeft(RecordKey key) {
        Link left = loaded(key);
        assertThat(left.base()).isEmpty();
        assertThat(left.intents()).isEmpty();
        assertThat(left.findings()).isEqualTo(Findings.NONE);
    }

    @Test
    void movedToAWinnerInHubspot_neitherOfTheTwoKnowsWhatWasFound() {
        assertThat(store.move(pair, Side.HUBSPOT, "502", List.of())).isTrue();

        assertNothingIsLeft(link);
        assertNothingIsLeft(winner);
    }

    @Test
    void movedToAWinnerInSalesforce_theLinkKnowsNothingOfTheLoser() {
        assertThat(store.move(pair, Side.SALESFORCE, "003B", List.of())).isTrue();

        assertThat(loaded(link).partnerId()).isEqualTo("003B");
        assertNothingIsLeft(link);
    }

    @Test
    void parted_theLinkKnowsNothingOfThePair() {
        store.unlink(object, "501", "003A");

        assertNothingIsLeft(link);
    }

    @Test
    void recordOfWhichThereAreNotesOnly_isForgotten() throws Exception {
        MatchNotes notes = new DynamoMatchNotes(DynamoLocal.start(), DynamoLocal.config(false));
        notes.merged(winner, link);

        assertThat(store.forget(loaded(winner))).isTrue();

        assertThat(loaded(winner).isForgotten()).isTrue();
        assertThat(notes.load(List.of(winner))).isEmpty();
    }

    /** As the privacy deletion was none: what is restored in HubSpot is a record like any other. */
    @Test
    void rememberedAgain_itIsLinkedLikeAnyOther() {
        store.forget(loaded(link));
        store.mark(Map.of(link, List.of(EDIT)));
        Link seen = loaded(link);

        store.acknowledge(Map.of(seen, remembered()));

        assertThat(loaded(link).isForgotten()).isFalse();
        assertThat(loaded(link).due().hints()).containsExactly(EDIT);
        assertThat(store.link(object, "501", "003A")).isTrue();
    }

    /** HubSpot tells of it just as we find that the record is there. */
    @Test
    void privacyDeletionIsToldOfMeanwhile_itIsStillToBeForgotten() {
        store.mark(Map.of(link, List.of(Noted.FORGOTTEN)));
        Link seen = loaded(link);
        store.mark(Map.of(link, List.of(Noted.FORGOTTEN)));

        store.acknowledge(Map.of(seen, remembered()));

        assertThat(loaded(link).isForgotten()).isTrue();
        assertThat(loaded(link).due().state()).isEqualTo(State.DUE);
    }

    private static Acknowledgement remembered() {
        return new Acknowledgement(Map.of(), Findings.NONE, Set.of(), Set.of(EDIT), NOW, 1);
    }
}
