package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunPreview.OfMapping;
import io.crosswalk.backfill.RunPreview.Records;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.RunNote;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.sync.PreviewedAction;
import io.crosswalk.sync.SyncConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A run does what its preview has counted, or it is not let run. */
class RunAsPreviewedTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final String TITLE = "contact-jobtitle";
    private static final String CITY = "contact-city";
    private static final String CHANGED = "'contact-jobtitle' was changed since the preview";
    private static final SyncRule THEN = SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;
    private static final RunPreview COUNTED =
            new RunPreview(
                    new Records(1, 0, 0, 0, 1, 0),
                    Map.of(
                            TITLE,
                            new OfMapping(
                                    "jobtitle",
                                    "Title",
                                    THEN.name(),
                                    Map.of(PreviewedAction.HUBSPOT_OVERWRITE, 1L),
                                    Map.of())),
                    Map.of());
    private static final Filter TWO_PAGES = ids(201);

    private static Filter ids(int count) {
        List<String> ids = IntStream.range(1_000, 1_000 + count).mapToObj(String::valueOf).toList();
        return new Filter(ids, null, null);
    }

    private final InMemoryRunStore store = new InMemoryRunStore();
    private final ContactsOn mappings = new ContactsOn();
    private final DueLinks links = new DueLinks();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final RunChecks checks =
            new RunChecks(
                    new Mappings(mappings, null, null, null, null, clock),
                    new SearchedHubspot(),
                    null);
    private final Runs runs = runs(Map.of());

    private Runs runs(Map<String, String> set) {
        return new Runs(
                store,
                checks,
                null,
                new InMemoryRunTallies(),
                Shipped.config(BackfillConfig.class),
                Shipped.config(SyncConfig.class, set),
                clock,
                new Random(1));
    }

    /** What the minute's reconcile does for runs. */
    private void advance() {
        BackfillConfig config = Shipped.config(BackfillConfig.class);
        RunSources sources = new RunSources(links, null, null, mappings);
        Marking marking = new Marking(sources, links, new InMemoryRunTallies(), null, config);
        new RunAdvance(store, null, marking, mappings, config, clock).run();
    }

    @BeforeEach
    void ruleOfThen() {
        mappings.changed(TITLE, THEN, Fill.NONE);
    }

    private void previewed(RunPreview preview, String... asked) {
        save(RunState.PREVIEWED, preview, Filter.NONE, asked);
    }

    private void save(RunState state, RunPreview preview, Filter filter, String... asked) {
        Run run =
                new Run(
                        "run",
                        new Backfill("contact", List.of(asked), Fill.ALIGN, filter),
                        new Status(state, 1, null),
                        Progress.START,
                        preview,
                        RunSamples.NONE,
                        new Times(NOW, NOW, NOW, null));
        assertThat(store.save(run)).isTrue();
    }

    private Run stored() {
        return store.find("run").orElseThrow();
    }

    private void isRun() {
        assertThat(runs.move("run", Move.RUN).state()).isEqualTo(RunState.RUNNING);
    }

    private void isRefused() {
        isRefused(runs, Move.RUN, RefusalCode.RUN_STATE, CHANGED);
    }

    private void isRefused(Runs runs, Move move, RefusalCode code, String message) {
        Run before = stored();
        assertThatThrownBy(() -> runs.move("run", move))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code))
                .hasMessageContaining(message);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void mappingThatStayed_isRun() {
        previewed(COUNTED, TITLE);

        isRun();
    }

    @Test
    void anotherRule_isRefusedAlsoWhereAllMappingsAreCovered() {
        previewed(COUNTED);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);

        isRefused();
    }

    @Test
    void anotherRuleAndFillSince_isRefused() {
        previewed(COUNTED, TITLE);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.ALIGN);

        isRefused();
    }

    /** What the console does itself when a person confirms. */
    @Test
    void anotherFillAlone_isRun() {
        previewed(COUNTED, TITLE);
        mappings.changed(TITLE, THEN, Fill.ALIGN);

        isRun();
    }

    @Test
    void mappingWhoseEditsAreOnlyCounted_mayChange() {
        previewed(COUNTED, CITY);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);

        isRun();
    }

    @Test
    void previewStoredWithoutRules_isRun() {
        Map<String, AttributeValue> item = new HashMap<>(stored(COUNTED));
        Map<String, AttributeValue> title = new HashMap<>(item.get("mappings").m().get(TITLE).m());
        title.remove("rule");
        item.put("mappings", AttributeValue.fromM(Map.of(TITLE, AttributeValue.fromM(title))));
        previewed(DynamoRunPreview.read(item), TITLE);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);

        isRun();
    }

    private static Map<String, AttributeValue> stored(RunPreview preview) {
        return DynamoRunPreview.value(preview).m();
    }

    @Test
    void anotherRuleWhilePaused_isNotResumed() {
        save(RunState.PAUSED, COUNTED, Filter.NONE, TITLE);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);
        isRefused(runs, Move.RESUME, RefusalCode.RUN_STATE, CHANGED);

        mappings.changed(TITLE, THEN, Fill.NONE);

        assertThat(runs.move("run", Move.RESUME).state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void watchedOnlySincePaused_isNotResumed() {
        save(RunState.PAUSED, COUNTED, Filter.NONE, TITLE);
        Runs watching = runs(Map.of("crosswalk.sync.watch-only", "true"));

        isRefused(watching, Move.RESUME, RefusalCode.WATCH_ONLY, "only watches");
    }

    @Test
    void anotherRuleWhileRunning_marksNoMoreAndPauses() {
        TWO_PAGES.ids().forEach(links::add);
        save(RunState.RUNNING, COUNTED, TWO_PAGES, TITLE);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);

        advance();

        assertThat(stored().state()).isEqualTo(RunState.PAUSED);
        assertThat(stored().status().message()).contains(CHANGED);
        assertThat(stored().progress().marked()).isZero();
    }

    /** What is marked and not looked at yet is not aligned either: the run did not do its work. */
    @Test
    void anotherRuleWhenAllIsMarked_pauses() {
        links.add("1000");
        save(RunState.RUNNING, COUNTED, ids(1), TITLE);
        advance();
        assertThat(stored().state()).isEqualTo(RunState.RUNNING);

        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);
        advance();

        assertThat(stored().state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void anotherRuleWhenAllIsLookedAt_isDone() {
        links.add("1000");
        save(RunState.RUNNING, COUNTED, ids(1), TITLE);
        advance();
        links.syncLooks("1000");
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);

        advance();

        assertThat(stored().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void marks_nameTheRuleThatWasPreviewed() {
        links.add("1000");
        save(RunState.RUNNING, COUNTED, ids(1), TITLE);

        advance();

        assertThat(links.hints("1000"))
                .containsExactly(RunNote.align("run", TITLE, THEN.name()).noted());
    }
}
