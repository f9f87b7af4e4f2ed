package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.records.RecordStore.LinkPage;
import io.crosswalk.records.RecordStore.LinkSummary;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a link keeps beside its bases: urgency, turns, differences, hints that are not settled. */
@ExtendWith(DynamoLocal.class)
class DynamoLinkTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Noted TITLE =
            new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "jobtitle", NOW, false);
    private static final Noted PHONE =
            new Noted(
                    Side.SALESFORCE,
                    Noted.Kind.CHANGED,
                    "Phone",
                    NOW.plusSeconds(1),
                    false,
                    Fingerprint.parse("00112233445566778899aabbccddeeff"));

    private final String object = "o" + UUID.randomUUID();
    private final RecordKey key = RecordKey.hubspot(object, "501");
    private RecordStore store;

    @BeforeEach
    void store() throws Exception {
        store =
                new DynamoRecordStore(
                        DynamoLocal.start(),
                        DynamoLocal.config(false),
                        Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Link loaded() {
        return store.load(List.of(key)).get(key);
    }

    private void acknowledge(Findings findings, Set<Noted> keptHints, @Nullable Instant again) {
        Acknowledgement its =
                new Acknowledgement(Map.of(), findings, Set.of(), keptHints, again, 0);
        assertThat(store.acknowledge(Map.of(loaded(), its))).containsExactly(key);
    }

    @Test
    void markedByBackfillThenByAnEdit_isAsUrgentAsTheEdit() {
        store.mark(Map.of(key, List.of()), Priority.BACKFILL);
        assertThat(loaded().due().priority()).isEqualTo(Priority.BACKFILL);

        store.mark(Map.of(key, List.of()), Priority.RECONCILE);
        assertThat(loaded().due().priority()).isEqualTo(Priority.RECONCILE);

        store.mark(Map.of(key, List.of(TITLE)));
        assertThat(loaded().due().priority()).isEqualTo(Priority.EDIT);
    }

    @Test
    void markedByAnEditThenByBackfill_staysAsUrgentAsTheEdit() {
        store.mark(Map.of(key, List.of(TITLE)));
        store.mark(Map.of(key, List.of()), Priority.BACKFILL);
        store.mark(Map.of(key, List.of()), Priority.RECONCILE);

        assertThat(loaded().due().priority()).isEqualTo(Priority.EDIT);
        assertThat(loaded().due().marks()).isEqualTo(3);
    }

    @Test
    void acknowledgedEdit_leavesNoUrgencyBehind() {
        store.mark(Map.of(key, List.of(TITLE)));
        acknowledge(Findings.NONE, Set.of(), null);

        store.mark(Map.of(key, List.of()), Priority.BACKFILL);

        assertThat(loaded().due().priority()).isEqualTo(Priority.BACKFILL);
    }

    @Test
    void hintOfAFieldThatIsNotSettled_staysOnTheQuietLink() {
        store.mark(Map.of(key, List.of(TITLE, PHONE)));

        acknowledge(Findings.NONE, Set.of(PHONE), null);

        assertThat(loaded().due().state()).isEqualTo(State.QUIET);
        assertThat(loaded().due().hints()).containsExactly(PHONE);
    }

    @Test
    void linkInSomebodysHands_staysThereThroughAMark_untilItIsAcknowledged() {
        store.mark(Map.of(key, List.of(TITLE)));
        Link taken = store.intend(Map.of(loaded(), Map.of()), NOW.plusSeconds(90)).get(key).link();

        store.mark(Map.of(key, List.of(PHONE)));
        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().due().turn().isHeldAt(NOW)).isTrue();

        store.acknowledge(
                Map.of(taken, new Acknowledgement(Map.of(), Findings.NONE, Set.of(), Set.of())));
        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().due().turn().isHeldAt(NOW)).isFalse();
        assertThat(loaded().due().hints()).containsExactly(PHONE);
    }

    @Test
    void lookAtARecordWithoutPartner_endsWhenItIsLinked() {
        RecordKey pointer = RecordKey.salesforce(object, "003A");
        store.mark(Map.of(key, List.of(), pointer, List.of()));
        Link alone = loaded();
        Link pointing = store.load(List.of(pointer)).get(pointer);

        assertThat(store.link(object, "501", "003A")).isTrue();

        Acknowledgement nothing = new Acknowledgement(Map.of(), Findings.NONE, Set.of(), Set.of());
        assertThat(store.intend(Map.of(alone, Map.of()), NOW.plusSeconds(90))).isEmpty();
        assertThat(store.acknowledge(Map.of(alone, nothing, pointing, nothing))).isEmpty();
        assertThat(loaded().due().state()).isEqualTo(State.DUE);
    }

    @Test
    void salesforceRecordOfWhichPeopleWereTold_isDueOnceItIsLinked() {
        RecordKey pointer = RecordKey.salesforce(object, "003A");
        store.mark(Map.of(pointer, List.of(PHONE)));
        store.acknowledge(
                Map.of(
                        store.load(List.of(pointer)).get(pointer),
                        new Acknowledgement(
                                Map.of(),
                                Findings.of(Map.of("told", Base.OF_NOTHING), Set.of()),
                                Set.of(),
                                Set.of(PHONE))));

        store.link(object, "501", "003A");

        Link linked = store.load(List.of(pointer)).get(pointer);
        assertThat(linked.partnerId()).isEqualTo("501");
        assertThat(linked.due().state()).isEqualTo(State.DUE);
        assertThat(linked.due().hints()).isEmpty();
        assertThat(loaded().due().hints()).containsExactly(PHONE);
    }

    @Test
    void findings_readBackAsTheyWereAcknowledged() {
        Findings findings =
                new Findings(
                        Map.of("m1", Base.OF_NOTHING),
                        Set.of(Side.HUBSPOT),
                        Map.of("m2", new Difference(Difference.Reason.REFUSED, NOW)),
                        7,
                        Map.of(
                                "m3",
                                RecentWrites.NONE
                                        .with(Side.HUBSPOT, NOW, Base.OF_NOTHING.hubspot())
                                        .with(
                                                Side.SALESFORCE,
                                                NOW.plusMillis(5),
                                                Base.OF_NOTHING.salesforce(),
                                                RecentWrites.Kind.BACK)
                                        .inQuarantine()),
                        Map.of("m1", new Retry(2, NOW.plusSeconds(480))),
                        3);
        store.mark(Map.of(key, List.of()));

        acknowledge(findings, Set.of(), null);

        assertThat(loaded().findings()).isEqualTo(findings);
    }

    @Test
    void linksOfAnObject_comePageByPageEachOnce() {
        Difference difference = new Difference(Difference.Reason.FIRST_CONTACT, NOW);
        for (int i = 0; i < 23; i++) {
            store.link(object, Integer.toString(i), "003" + i);
        }
        RecordKey third = RecordKey.hubspot(object, "3");
        store.acknowledge(
                Map.of(
                        store.load(List.of(third)).get(third),
                        new Acknowledgement(
                                Map.of(),
                                new Findings(
                                        Map.of(),
                                        Set.of(),
                                        Map.of("m", difference),
                                        9,
                                        Map.of(),
                                        Map.of(),
                                        0),
                                Set.of(),
                                Set.of())));
        store.mark(Map.of(RecordKey.hubspot(object, "unlinked"), List.of()));
        store.unlink(object, "7", "0037");

        List<LinkSummary> all = new ArrayList<>();
        LinkPage page = store.links(object, 5, null);
        all.addAll(page.items());
        for (int i = 0; i < 20 && page.next() != null; i++) {
            page = store.links(object, 5, page.next());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(5);
            all.addAll(page.items());
        }

        assertThat(page.next()).isNull();
        assertThat(all)
                .extracting(link -> link.key().recordId())
                .hasSize(22)
                .doesNotHaveDuplicates();
        assertThat(all).extracting(LinkSummary::partnerId).contains("0033").doesNotContain("0037");
        assertThat(all)
                .filteredOn(link -> link.key().equals(third))
                .containsExactly(new LinkSummary(third, "0033", 9, Map.of("m", difference)));
    }
}
