package io.crosswalk.reconcile;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.records.DriftCount;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.DriftStore;
import io.crosswalk.records.DriftStore.Sweep;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.LinkPage;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts drift: what the last looks at an object's links have found, page by page, a bounded number
 * of pages in a run. Reads storage only; no CRM is asked.
 */
@ApplicationScoped
public class DriftSweep {
    private static final int PAGE = 1_000;

    private final RecordStore records;
    private final MappingStore mappings;
    private final DriftStore drift;
    private final DriftConfig config;
    private final Clock clock;

    public DriftSweep(
            RecordStore records,
            MappingStore mappings,
            DriftStore drift,
            DriftConfig config,
            Clock clock) {
        this.records = records;
        this.mappings = mappings;
        this.drift = drift;
        this.config = config;
        this.clock = clock;
    }

    /** Goes on with the sweeps of objects that sync, or starts those that are wanted. */
    public void run() {
        for (ObjectPair object : ObjectPairs.all()) {
            if (mappings.settings(object.name()).syncEnabled()) {
                run(object.name());
            }
        }
    }

    private void run(String object) {
        Instant now = clock.instant();
        Sweep sweep = drift.sweep(object);
        DriftFigure counted = sweep.counted();
        if (counted != null) {
            goOn(object, sweep, counted);
        } else if (!sweep.startedAt().plus(config.every()).isAfter(now)) {
            goOn(object, sweep.begun(now), DriftFigure.begun(now));
        }
    }

    private void goOn(String object, Sweep sweep, DriftFigure before) {
        DriftCount count = new DriftCount(before, syncing(object));
        @Nullable String after = sweep.after();
        for (int pages = 0; pages < config.pagesMax(); pages++) {
            LinkPage page = records.links(object, PAGE, after);
            page.items().forEach(count::add);
            after = page.next();
            if (after == null) {
                break;
            }
        }
        DriftFigure counted = count.figure(clock.instant());
        if (after == null) {
            // Published first: a run that stops in between counts the last pages once more.
            drift.publish(object, counted);
            drift.save(object, sweep.ended());
        } else {
            // Whoever saved first has counted the same pages.
            drift.save(object, sweep.advanced(after, counted));
        }
    }

    private Set<String> syncing(String object) {
        return mappings.mappings(object).stream()
                .filter(mapping -> mapping.syncRule() != SyncRule.DONT_SYNC)
                .map(Mapping::id)
                .collect(Collectors.toSet());
    }
}
