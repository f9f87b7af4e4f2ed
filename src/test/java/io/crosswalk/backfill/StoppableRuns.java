package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.rules.Fill;
import io.crosswalk.sync.SyncConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** Runs over contacts that are linked already, which people stop at any moment. */
final class StoppableRuns {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    final InMemoryRunStore store = new InMemoryRunStore();
    final DueLinks links = new DueLinks();
    final Runs runs;
    private final BackfillConfig config;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ContactsOn mappings = new ContactsOn();
    private final Marking marking;
    private final List<String> ids;

    /**
     * @param ids HubSpot's, of the linked contacts
     */
    StoppableRuns(BackfillConfig config, List<String> ids) {
        this.config = config;
        this.ids = ids;
        this.marking =
                new Marking(
                        new RunSources(links, null, null, mappings),
                        links,
                        new InMemoryRunTallies(),
                        null,
                        config);
        this.runs =
                new Runs(
                        store,
                        new RunChecks(null, null, null),
                        new UndoChecks(store, marking),
                        new InMemoryRunTallies(),
                        config,
                        Shipped.config(SyncConfig.class),
                        clock,
                        new Random(1));
        ids.forEach(links::add);
    }

    /** One that has just begun with all of them. */
    void running(String id, Fill fill) {
        Run run =
                new Run(
                        id,
                        new Backfill("contact", List.of(), fill, new Filter(ids, null, null)),
                        new Status(RunState.RUNNING, 1, null),
                        Progress.START,
                        RunPreview.NONE,
                        RunSamples.NONE,
                        new Times(NOW, NOW, NOW, null));
        assertThat(store.save(run)).isTrue();
    }

    /** What reconcile does for it in one go. */
    void advance() {
        new RunAdvance(store, null, marking, mappings, config, clock).run();
    }
}
