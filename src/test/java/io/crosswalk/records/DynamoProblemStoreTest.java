package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemStore.Filter;
import io.crosswalk.records.ProblemStore.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class DynamoProblemStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final AtomicInteger OBJECTS = new AtomicInteger();

    /** An object of its own for each test, so that they cannot see each other's problems. */
    private String object;

    private String mappingId;

    @BeforeEach
    void ownObject() {
        object = "thing" + OBJECTS.incrementAndGet();
        mappingId = object + "-phone";
    }

    private static ProblemStore storeAt(Instant now) throws Exception {
        return new DynamoProblemStore(
                DynamoLocal.start(), DynamoLocal.config(false), Clock.fixed(now, ZoneOffset.UTC));
    }

    private RecordKey link(int number) {
        return RecordKey.hubspot(object, Integer.toString(number));
    }

    private ProblemPlace mapping() {
        return ProblemPlace.mapping(object, mappingId, "phone", "Phone");
    }

    private Found ofRecord(int number, ProblemCode code) {
        return new Found(
                mapping().withRecord(link(number), "003000000000001AAA"),
                ProblemCause.of(code, "Too long for 'Phone'."));
    }

    private Found ofMapping(ProblemCode code) {
        return new Found(mapping(), ProblemCause.of(code, "Missing."));
    }

    private Filter everything() {
        return filter(null, null, null, null);
    }

    private Filter filter(
            @Nullable String mapping,
            @Nullable ProblemSeverity severity,
            @Nullable ProblemCode code,
            @Nullable String hubspotId) {
        return new Filter(object, mapping, severity, code, hubspotId);
    }

    private List<ProblemId> found(Filter filter) throws Exception {
        return storeAt(NOW).page(filter, 50, null).items().stream().map(Problem::id).toList();
    }

    @Test
    void raisedProblem_readsBackWhole() throws Exception {
        ProblemCause cause =
                ProblemCause.of(ProblemCode.HUBSPOT_OPTIONS_MISSING, "2 options are missing.")
                        .with("missing", List.of("Trade Show", "Web"))
                        .with(new ProblemCause.Said("INVALID_OPTION", "not one of the options"));
        Found found = new Found(mapping().withRecord(link(1), "003000000000001AAA"), cause);

        storeAt(NOW).raise(List.of(found));

        assertThat(storeAt(NOW).find(found.id()))
                .contains(new Problem(found.place(), cause, NOW, NOW, 1));
    }

    @Test
    void raisedAgain_isTheSameProblemSeenOnceMore() throws Exception {
        Found found = ofRecord(1, ProblemCode.TOO_LONG);
        storeAt(NOW).raise(List.of(found, found));

        storeAt(NOW.plusSeconds(60)).raise(List.of(found));

        assertThat(storeAt(NOW).page(everything(), 50, null).items())
                .containsExactly(
                        new Problem(found.place(), found.cause(), NOW, NOW.plusSeconds(60), 2));
    }

    @Test
    void raisedAgainWithoutWhatTheCrmSaid_keepsNothingOfIt() throws Exception {
        Found found = ofRecord(1, ProblemCode.TOO_LONG);
        ProblemCause said = found.cause().with(new ProblemCause.Said("STRING_TOO_LONG", "x"));
        storeAt(NOW).raise(List.of(new Found(found.place(), said)));

        storeAt(NOW).raise(List.of(found));

        assertThat(storeAt(NOW).find(found.id()))
                .get()
                .extracting(Problem::cause)
                .isEqualTo(found.cause());
    }

    @Test
    void closedProblem_isGoneAndOpensAnewWithANewTime() throws Exception {
        Found found = ofRecord(1, ProblemCode.TOO_LONG);
        storeAt(NOW).raise(List.of(found));

        storeAt(NOW).close(List.of(found.id()));

        assertThat(storeAt(NOW).find(found.id())).isEmpty();
        assertThat(found(everything())).isEmpty();
        storeAt(NOW.plusSeconds(5)).raise(List.of(found));
        assertThat(storeAt(NOW).find(found.id()))
                .contains(
                        new Problem(
                                found.place(),
                                found.cause(),
                                NOW.plusSeconds(5),
                                NOW.plusSeconds(5),
                                1));
    }

    @Test
    void closingWhatARecordHasOfOneMapping_leavesTheRestAlone() throws Exception {
        Found tooLong = ofRecord(1, ProblemCode.TOO_LONG);
        Found refused = ofRecord(1, ProblemCode.REFUSED);
        Found gone =
                new Found(
                        ProblemPlace.record(link(1), null),
                        ProblemCause.of(ProblemCode.RECORD_GONE, "Gone."));
        Found other = ofRecord(12, ProblemCode.TOO_LONG);
        storeAt(NOW).raise(List.of(tooLong, refused, gone, other));

        storeAt(NOW).closeAllOf(link(1), mappingId, ProblemCode.REFUSED);

        assertThat(found(everything()))
                .containsExactlyInAnyOrder(refused.id(), gone.id(), other.id());
        storeAt(NOW).closeAllOf(link(1), null, null);
        assertThat(found(everything())).containsExactlyInAnyOrder(refused.id(), other.id());
        storeAt(NOW).closeAllOf(link(1));
        assertThat(found(everything())).containsExactly(other.id());
    }

    @Test
    void problemsOfManyRecords_standByRecordAndWithoutThoseThatHaveNone() throws Exception {
        Found tooLong = ofRecord(1, ProblemCode.TOO_LONG);
        Found refused = ofRecord(1, ProblemCode.REFUSED);
        Found other = ofRecord(12, ProblemCode.TOO_LONG);
        storeAt(NOW).raise(List.of(tooLong, refused, other, ofMapping(ProblemCode.FIELD_GONE)));

        Map<RecordKey, List<Problem>> open =
                storeAt(NOW).ofRecords(List.of(link(1), link(12), link(2), link(1)));

        assertThat(open).containsOnlyKeys(link(1), link(12));
        assertThat(open.get(link(1)))
                .extracting(Problem::id)
                .containsExactlyInAnyOrder(tooLong.id(), refused.id());
        assertThat(open.get(link(12))).extracting(Problem::id).containsExactly(other.id());
    }

    @Test
    void problemsOfMappings_comeWithoutThoseOfRecords() throws Exception {
        Found mapping = ofMapping(ProblemCode.FIELD_GONE);
        storeAt(NOW).raise(List.of(mapping, ofRecord(1, ProblemCode.TOO_LONG)));

        assertThat(storeAt(NOW).ofMappings(object))
                .extracting(Problem::id)
                .containsExactly(mapping.id());
    }

    @Test
    void problemOfTheObject_standsAmongThoseOfMappingsAndIsOfNone() throws Exception {
        Found missing =
                new Found(
                        ProblemPlace.object(object),
                        ProblemCause.of(ProblemCode.SCOPE_MISSING, "Missing.")
                                .with("scope", List.of("crm.objects.contacts.read")));
        storeAt(NOW).raise(List.of(missing, ofMapping(ProblemCode.FIELD_GONE)));

        Problem open = storeAt(NOW).find(missing.id()).orElseThrow();
        assertThat(open.place()).isEqualTo(missing.place());
        assertThat(open.cause()).isEqualTo(missing.cause());
        assertThat(storeAt(NOW).ofMappings(object)).contains(open).hasSize(2);
        assertThat(found(everything())).contains(missing.id());
        assertThat(found(filter(mappingId, null, null, null))).doesNotContain(missing.id());
        storeAt(NOW).close(List.of(missing.id()));
        assertThat(storeAt(NOW).find(missing.id())).isEmpty();
    }

    @Test
    void filters_letOnlyWhatTheyNamePass() throws Exception {
        Found mapping = ofMapping(ProblemCode.HUBSPOT_OPTIONS_MISSING);
        Found tooLong = ofRecord(1, ProblemCode.TOO_LONG);
        Found refused = ofRecord(2, ProblemCode.REFUSED);
        storeAt(NOW).raise(List.of(mapping, tooLong, refused));

        assertThat(found(filter(null, ProblemSeverity.WARNING, null, null)))
                .containsExactly(mapping.id());
        assertThat(found(filter(null, null, ProblemCode.REFUSED, null)))
                .containsExactly(refused.id());
        assertThat(found(filter(null, null, null, "1"))).containsExactly(tooLong.id());
        assertThat(found(filter(null, null, ProblemCode.REFUSED, "1"))).isEmpty();
        assertThat(found(filter(mappingId, ProblemSeverity.ISSUE, null, null)))
                .containsExactlyInAnyOrder(tooLong.id(), refused.id());
        assertThat(found(filter("another", null, null, null))).isEmpty();
    }

    @Test
    void pages_areNewestFirstAndBringEachProblemOnce() throws Exception {
        for (int i = 0; i < 25; i++) {
            storeAt(NOW.plusSeconds(i / 2)).raise(List.of(ofRecord(i, ProblemCode.TOO_LONG)));
        }

        List<Problem> all = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            Page page = storeAt(NOW).page(everything(), 10, after);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(10);
            all.addAll(page.items());
            after = page.next();
            pages++;
        } while (after != null && pages < 10);

        assertThat(pages).isEqualTo(3);
        assertThat(all).extracting(Problem::id).doesNotHaveDuplicates().hasSize(25);
        assertThat(all)
                .extracting(Problem::firstSeen)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void pagesOverAllObjects_mergeThemByTime() throws Exception {
        Instant later = NOW.plusSeconds(86_400L * OBJECTS.incrementAndGet());
        for (int i = 0; i < 6; i++) {
            String name = List.of("contact", "company", "deal").get(i % 3);
            ProblemPlace place =
                    ProblemPlace.mapping(name, "m", "p", "F")
                            .withRecord(RecordKey.hubspot(name, "m" + i), null);
            storeAt(later.plusSeconds(i))
                    .raise(List.of(new Found(place, ProblemCause.of(ProblemCode.REFUSED, "No."))));
        }
        Filter all = new Filter(null, "m", null, null, null);

        Page first = storeAt(NOW).page(all, 4, null);
        Page second = storeAt(NOW).page(all, 4, first.next());

        assertThat(first.items())
                .extracting(p -> p.place().hubspotId())
                .containsExactly("m5", "m4", "m3", "m2");
        assertThat(second.items())
                .extracting(p -> p.place().hubspotId())
                .containsExactly("m1", "m0");
        assertThat(second.next()).isNull();
    }

    @Test
    void counts_areOfRecordsOnly() throws Exception {
        storeAt(NOW)
                .raise(
                        List.of(
                                ofMapping(ProblemCode.FIELD_GONE),
                                ofRecord(1, ProblemCode.TOO_LONG),
                                ofRecord(2, ProblemCode.TOO_LONG)));

        assertThat(storeAt(NOW).countOfRecords(object, List.of(mappingId, "another")))
                .containsOnlyKeys(mappingId)
                .containsEntry(mappingId, 2);
    }
}
