package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.backend.DynamoServer;
import io.crosswalk.records.Link.State;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Items that edits fill while a CRM is away: DynamoDB keeps 400 KB. */
@ExtendWith(DynamoLocal.class)
@DisabledIfSystemProperty(
        named = DynamoServer.KIND,
        matches = "moto",
        disabledReason = "moto lets most updates grow an item beyond 400 KB")
class DynamoFullLinkTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final Noted TITLE =
            new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "jobtitle", NOW, false);
    private static final Noted UNDO =
            new Noted(Side.SALESFORCE, Noted.Kind.UNDO, "contact-phone", NOW, false);

    private RecordStore store;
    private RecordKey key;

    @BeforeEach
    void store() throws Exception {
        store =
                new DynamoRecordStore(
                        DynamoLocal.start(),
                        DynamoLocal.config(false),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        key = RecordKey.hubspot("contact", "full" + IDS.incrementAndGet());
    }

    private Link loaded() {
        return store.load(List.of(key)).get(key);
    }

    @Test
    void moreHintsThanAnItemHolds_areKeptAsOneLookWithAllThatIsNoEdit() {
        Noted merged = new Noted(Side.HUBSPOT, Noted.Kind.MERGED, "7", NOW, false);

        store.mark(Map.of(key, manyEdits(NOW, merged)));
        store.mark(Map.of(key, manyEdits(NOW.plusSeconds(100), UNDO)));

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().due().hints()).containsExactlyInAnyOrder(merged, UNDO);
    }

    @Test
    void privacyDeletionOfARecordThatIsFullOfEdits_isNoted() {
        Noted forget = new Noted(Side.HUBSPOT, Noted.Kind.PRIVACY_DELETED, "", NOW, false);
        store.mark(Map.of(key, manyEdits(NOW, TITLE)));

        Link marked = store.mark(Map.of(key, manyEdits(NOW.plusSeconds(100), forget))).get(key);

        assertThat(marked.due().hints()).containsExactly(forget);
        assertThat(loaded()).isEqualTo(marked);
    }

    @Test
    void writesThatFindNoRoom_areIntendedByTheNextLookWithoutTheEditsHints() {
        Link full = store.mark(Map.of(key, manyEdits(NOW, UNDO))).get(key);
        Map<String, Intent> intents = intents(1_000);

        assertThat(store.intend(Map.of(full, intents), NOW.plusSeconds(90)).keySet()).isEmpty();

        Link next = loaded();
        assertThat(next.due().state()).isEqualTo(State.DUE);
        assertThat(next.due().marks()).isEqualTo(2);
        assertThat(next.due().hints()).containsExactly(UNDO);
        assertThat(store.intend(Map.of(next, intents), NOW.plusSeconds(90)).keySet())
                .containsExactly(key);
        assertThat(loaded().intents()).isEqualTo(intents);
    }

    @Test
    void writesThatFindNoRoomThoughNoEditTakesIt_areAFailureThatChangesNothing() {
        Link marked = store.mark(Map.of(key, List.of(UNDO))).get(key);
        Map<Link, Map<String, Intent>> tooMany = Map.of(marked, intents(2_500));

        assertThatThrownBy(() -> store.intend(tooMany, NOW.plusSeconds(90)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("size");

        assertThat(loaded()).isEqualTo(marked);
    }

    private Map<String, Intent> intents(int count) {
        Base base = new Fingerprints(new byte[16]).base(key, "m", Value.of("CEO"), Value.of("CTO"));
        Map<String, Intent> intents = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String id = "contact-a-mapping-with-a-rather-long-name-" + "x".repeat(60) + i;
            intents.put(
                    id,
                    new Intent(Side.HUBSPOT, base, "2026-11-24T10:00:00.000Z#" + (100_000 + i)));
        }
        return intents;
    }

    /** Of which an item holds one set, not two. */
    private static List<Noted> manyEdits(Instant from, Noted besides) {
        List<Noted> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            String name = "a_property_with_a_rather_long_name_" + "x".repeat(60);
            Instant at = from.plusMillis(i);
            many.add(new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, name, at, false));
        }
        many.add(besides);
        return many;
    }
}
