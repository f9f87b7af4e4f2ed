package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunOrder.PropertyFilter;
import io.crosswalk.backfill.RunOrder.UndoRun;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.rules.Fill;
import io.crosswalk.sync.SyncConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What people can ask for, and what gives way to it. */
class RunsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final RunOrder UNDO = new UndoRun("contact", "some-run");
    private static final RunOrder ALL = new Backfill("contact", List.of(), Fill.ALIGN, Filter.NONE);
    private static final RunOrder FILTERED =
            new Backfill(
                    "contact",
                    List.of(),
                    Fill.ALIGN,
                    new Filter(
                            List.of(),
                            null,
                            new PropertyFilter(SearchedHubspot.PROPERTY, "GTE", List.of("many"))));

    private final InMemoryRunStore store = new InMemoryRunStore();
    private final SearchedHubspot hubspot = new SearchedHubspot();
    private final Runs runs = runs();

    private Runs runs() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Mappings mappings = new Mappings(new ContactsOn(), null, null, null, null, clock);
        return new Runs(
                store,
                new RunChecks(mappings, hubspot, null),
                null,
                new InMemoryRunTallies(),
                Shipped.config(BackfillConfig.class),
                Shipped.config(SyncConfig.class),
                clock,
                new Random(1));
    }

    private Run stored(String id, RunOrder order, RunState state) {
        Run run =
                new Run(
                        id,
                        order,
                        new Status(state, 1, null),
                        Progress.START,
                        RunPreview.NONE,
                        RunSamples.NONE,
                        new Times(NOW, NOW, null, null));
        assertThat(store.save(run)).isTrue();
        return run;
    }

    private RunState state(String id) {
        return store.find(id).orElseThrow().state();
    }

    @Test
    void tenAreOpen_theOldestPreviewedUndoGivesWay() {
        for (int i = 0; i < 7; i++) {
            stored("1-backfill-" + i, ALL, RunState.PREVIEWED);
        }
        stored("2-undo", UNDO, RunState.RUNNING);
        stored("3-undo", UNDO, RunState.PREVIEWED);
        stored("4-undo", UNDO, RunState.PREVIEWED);

        Run started = runs.start(ALL);

        assertThat(started.state()).isEqualTo(RunState.PREVIEWING);
        assertThat(state("3-undo")).isEqualTo(RunState.CANCELLED);
        assertThat(store.find("3-undo").orElseThrow().status().message()).contains("gave way");
        assertThat(state("2-undo")).isEqualTo(RunState.RUNNING);
        assertThat(state("4-undo")).isEqualTo(RunState.PREVIEWED);
    }

    @Test
    void tenBackfillsAreOpen_noneOfThemGivesWay() {
        for (int i = 0; i < 10; i++) {
            stored("1-backfill-" + i, ALL, RunState.PREVIEWED);
        }

        assertThatThrownBy(() -> runs.start(ALL))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.code()).isEqualTo(RefusalCode.RUN_LIMIT_REACHED));
        assertThat(store.open(20)).hasSize(10);
    }

    @Test
    void previewThatIsLeft_takesNoPlaceAnyMore_andARunGoesOn() {
        stored("previewing", UNDO, RunState.PREVIEWING);
        stored("previewed", ALL, RunState.PREVIEWED);
        stored("running", ALL, RunState.RUNNING);
        stored("paused", ALL, RunState.PAUSED);

        List.of("previewing", "previewed", "running", "paused").forEach(runs::leave);

        assertThat(state("previewing")).isEqualTo(RunState.CANCELLED);
        assertThat(state("previewed")).isEqualTo(RunState.CANCELLED);
        assertThat(state("running")).isEqualTo(RunState.RUNNING);
        assertThat(state("paused")).isEqualTo(RunState.PAUSED);
    }

    @Test
    void filterThatHubspotRefuses_startsNothing() {
        hubspot.answers(CrmUnavailable.refused("VALIDATION_ERROR", "Cannot search"));

        assertThatThrownBy(() -> runs.start(FILTERED))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.code()).isEqualTo(RefusalCode.FILTER_REFUSED))
                .hasMessageContaining("Cannot search");
        assertThat(store.open(20)).isEmpty();
    }

    @Test
    void filterWhileHubspotIsAway_isTakenAndWaits() {
        hubspot.answers(new CrmUnavailable("TIMEOUT", "No answer", Duration.ZERO));

        assertThat(runs.start(FILTERED).state()).isEqualTo(RunState.PREVIEWING);
    }

    @Test
    void runWithoutAFilter_asksHubspotNothing() {
        runs.start(ALL);

        assertThat(hubspot.searches).isZero();
    }
}
