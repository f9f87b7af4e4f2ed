package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many records that name their partners, as a page of a search has them. */
@ExtendWith(DynamoLocal.class)
class DynamoLinkingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final String object = "o" + UUID.randomUUID();
    private RecordStore store;

    @BeforeEach
    void open() throws Exception {
        store =
                new DynamoRecordStore(
                        DynamoLocal.start(),
                        DynamoLocal.config(false),
                        Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Link hubspot(String id) {
        return loaded(RecordKey.hubspot(object, id));
    }

    private Link salesforce(String id) {
        return loaded(RecordKey.salesforce(object, id));
    }

    private Link loaded(RecordKey key) {
        return store.load(List.of(key)).get(key);
    }

    @Test
    void manyPairs_areLinkedAndDue() {
        Map<String, String> partners = new LinkedHashMap<>();
        List<RecordKey> keys = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            partners.put("5" + i, "003" + i);
            keys.add(RecordKey.hubspot(object, "5" + i));
        }

        Set<String> linked = store.link(object, partners);

        assertThat(linked).isEqualTo(partners.keySet());
        assertThat(store.load(keys).values())
                .hasSize(150)
                .allMatch(link -> link.due().state() == State.DUE)
                .allMatch(link -> partners.get(link.key().recordId()).equals(link.partnerId()));
        assertThat(salesforce("003149").partnerId()).isEqualTo("5149");
    }

    @Test
    void severalNameOnePartner_theFirstGetsIt() {
        Map<String, String> partners = new LinkedHashMap<>();
        partners.put("509", "003A");
        partners.put("501", "003A");
        partners.put("505", "003A");

        Set<String> linked = store.link(object, partners);

        assertThat(linked).containsExactly("509");
        assertThat(salesforce("003A").partnerId()).isEqualTo("509");
        assertThat(store.links(object, 10, null).items())
                .extracting(RecordStore.LinkSummary::key)
                .containsExactly(RecordKey.hubspot(object, "509"));
    }

    @Test
    void oneHasAnotherPartner_itIsLeftAloneAndTheOthersAreLinked() {
        store.link(object, "501", "003A");

        Set<String> linked =
                store.link(object, Map.of("501", "003B", "502", "003A", "503", "003C"));

        assertThat(linked).containsExactly("503");
        assertThat(hubspot("501").partnerId()).isEqualTo("003A");
        assertThat(hubspot("503").partnerId()).isEqualTo("003C");
        assertThat(salesforce("003A").partnerId()).isEqualTo("501");
    }

    @Test
    void nobodyNamesAPartner_nothingHappens() {
        assertThat(store.link(object, Map.of())).isEmpty();
    }

    @Test
    void partnerWasMarkedBefore_itsHintsGoToTheLink() {
        Noted title = new Noted(Side.SALESFORCE, Noted.Kind.CHANGED, "Title", NOW, false);
        store.mark(Map.of(RecordKey.salesforce(object, "003A"), List.of(title)));

        store.link(object, Map.of("501", "003A", "502", "003B"));

        assertThat(hubspot("501").due().hints()).containsExactly(title);
    }

    private Map<String, Intent> intend(RecordKey key) {
        Link marked = store.mark(Map.of(key, List.of())).get(key);
        Map<String, Intent> making =
                Map.of(
                        Link.BESIDE + "partner",
                        new Intent(key.side().other(), Base.OF_NOTHING, NOW + "#100000"));
        store.intend(Map.of(marked, making), NOW.plusSeconds(90));
        return making;
    }

    @Test
    void partnerWasMadeForIt_whatIsKnownOfThatGoesToTheLink() {
        Map<String, Intent> making = intend(RecordKey.salesforce(object, "003A"));

        assertThat(store.link(object, "501", "003A")).isTrue();

        assertThat(hubspot("501").intents()).isEqualTo(making);
        assertThat(salesforce("003A").intents()).isEmpty();
    }

    @Test
    void bothWereAboutToHaveOneMade_theLinkKeepsItsOwn() {
        Map<String, Intent> own = intend(RecordKey.hubspot(object, "501"));
        intend(RecordKey.salesforce(object, "003A"));

        assertThat(store.link(object, "501", "003A")).isTrue();

        assertThat(hubspot("501").intents()).isEqualTo(own);
    }

    @Test
    void lookAtTheLinkHasEndedBefore_whatIsKnownOfTheMakingGoesThereAllTheSame() {
        RecordKey key = RecordKey.hubspot(object, "501");
        Link marked = store.mark(Map.of(key, List.of())).get(key);
        Link taken = store.intend(Map.of(marked, Map.of()), NOW.plusSeconds(90)).get(key).link();
        store.acknowledge(
                Map.of(taken, new Acknowledgement(Map.of(), Findings.NONE, Set.of(), Set.of())));
        Map<String, Intent> making = intend(RecordKey.salesforce(object, "003A"));

        store.link(object, "501", "003A");

        assertThat(hubspot("501").intents()).isEqualTo(making);
    }
}
