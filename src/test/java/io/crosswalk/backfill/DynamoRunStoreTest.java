package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunOrder.PropertyFilter;
import io.crosswalk.backfill.RunOrder.UndoEntries;
import io.crosswalk.backfill.RunOrder.UndoMapping;
import io.crosswalk.backfill.RunOrder.UndoRun;
import io.crosswalk.backfill.RunPreview.OfMapping;
import io.crosswalk.backfill.RunPreview.Records;
import io.crosswalk.backfill.RunSamples.Sample;
import io.crosswalk.backfill.RunSamples.Values;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunCount;
import io.crosswalk.rules.Fill;
import io.crosswalk.sync.PreviewedAction;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoLocal.class)
class DynamoRunStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.120Z");
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final Backfill ALL = new Backfill("contact", List.of(), Fill.NONE, Filter.NONE);

    private RunStore store;

    @BeforeEach
    void store() throws Exception {
        store = new DynamoRunStore(DynamoLocal.start(), DynamoLocal.config(false));
    }

    private static Run run(RunOrder order) {
        return new Run(
                "2026-" + (1_000 + IDS.incrementAndGet()),
                order,
                new Status(RunState.PREVIEWING, 1, null),
                Progress.START,
                RunPreview.NONE,
                RunSamples.NONE,
                new Times(NOW, null, null, null));
    }

    private static Run full(RunOrder order) {
        return run(order)
                .with(new Progress("0~contact/hubspot/7", 9, 4, Set.of("1", "22"), NOW))
                .with(
                        new RunPreview(
                                new Records(1, 2, 3, 4, 5, 6),
                                Map.of(
                                        "m",
                                        new OfMapping(
                                                "jobtitle",
                                                "Title",
                                                "TWO_WAY",
                                                Map.of(PreviewedAction.HUBSPOT_FILL, 7L),
                                                Map.of("Too long.", 3L))),
                                Map.of(RunCount.CHANGED_SINCE, 8L)),
                        new RunSamples(
                                List.of(
                                        new Sample(
                                                "501",
                                                "003",
                                                "m",
                                                "jobtitle",
                                                "Title",
                                                new Values("", "CTO", PreviewedAction.HUBSPOT_FILL),
                                                "Because.")),
                                NOW))
                .with(new Times(NOW, NOW.plusMillis(1), NOW.plusMillis(2), null))
                .in(RunState.PREVIEWING, "HubSpot is away.");
    }

    @Test
    void whateverIsAskedFor_readsBackAsItWasStored() {
        JournalEntry.Key entry =
                new JournalEntry.Key(RecordKey.hubspot("contact", "501"), NOW + "#100000");
        for (RunOrder order :
                List.of(
                        ALL,
                        new Backfill(
                                "deal",
                                List.of("a", "b"),
                                Fill.ALIGN,
                                new Filter(
                                        List.of(),
                                        NOW,
                                        new PropertyFilter("p", "IN", List.of("x", "y")))),
                        new UndoEntries("contact", List.of(entry)),
                        new UndoRun("contact", "run-1"),
                        new UndoMapping("contact", "m", NOW))) {
            Run first = run(order);
            Run next = full(order);
            Run second =
                    new Run(
                            first.id(),
                            order,
                            next.status(),
                            next.progress(),
                            next.preview(),
                            next.samples(),
                            next.times());

            assertThat(store.save(first)).isTrue();
            assertThat(store.find(first.id())).contains(first);
            assertThat(store.save(second)).isTrue();
            assertThat(store.find(first.id())).contains(second);
        }
    }

    @Test
    void previewOfBeforeReasonsWereKept_hasNone() {
        RunPreview preview = full(ALL).preview();
        Map<String, AttributeValue> item = new HashMap<>(DynamoRunPreview.value(preview).m());
        Map<String, AttributeValue> mapping = new HashMap<>(item.get("mappings").m().get("m").m());
        mapping.remove("refusals");
        item.put("mappings", AttributeValue.fromM(Map.of("m", AttributeValue.fromM(mapping))));

        assertThat(DynamoRunPreview.read(item).mappings().get("m").refusals()).isEmpty();
        assertThat(preview.mappings().get("m").refusals()).isNotEmpty();
    }

    @Test
    void secondToSaveTheSameVersion_changesNothing() {
        Run run = run(ALL);
        store.save(run);
        Run one = run.in(RunState.PREVIEWED, null);
        Run other = run.in(RunState.CANCELLED, "other");

        assertThat(store.save(run)).isFalse();
        assertThat(store.save(one)).isTrue();
        assertThat(store.save(other)).isFalse();
        assertThat(store.find(run.id())).contains(one);
    }

    @Test
    void runThatEnds_isNotOpenAnyMore_andStaysInTheList() {
        Run run = run(ALL);
        store.save(run);
        assertThat(store.open(100)).contains(run);

        Run ended = run.in(RunState.CANCELLED, null).endedAt(NOW);
        store.save(ended);

        assertThat(store.open(100)).extracting(Run::id).doesNotContain(run.id());
        assertThat(store.find(run.id())).contains(ended);
    }

    @Test
    void list_isNewestFirstAndPaged() {
        Run older = run(ALL);
        Run newer = run(ALL);
        store.save(older);
        store.save(newer);

        RunStore.Page first = store.page(1, null);
        RunStore.Page second = store.page(1, first.next());

        assertThat(first.items()).extracting(Run::id).containsExactly(newer.id());
        assertThat(second.items()).extracting(Run::id).containsExactly(older.id());
    }
}
