package io.crosswalk.backfill;

import io.crosswalk.backfill.CallPace.Calls;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.sync.Preview;
import io.crosswalk.sync.Previewed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a run's links, a page at a time, and counts what would be done. */
@ApplicationScoped
public class Previewing {
    private static final Previewed NOTHING = new Previewed(List.of(), 0, 0, 0, Map.of());

    private final RunSources sources;
    private final Preview preview;
    private final MappingPlans plans;
    private final CallPace pace;
    private final StorageConfig storage;
    private final BackfillConfig config;
    private final Clock clock;

    public Previewing(
            RunSources sources,
            Preview preview,
            MappingPlans plans,
            CallPace pace,
            StorageConfig storage,
            BackfillConfig config,
            Clock clock) {
        this.sources = sources;
        this.preview = preview;
        this.plans = plans;
        this.pace = pace;
        this.storage = storage;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @return the run after its next page; null if the budget has no calls now
     * @throws io.crosswalk.records.CrmUnavailable if a CRM is away; nothing is lost
     */
    @Nullable Run step(Run run) {
        MappingPlan plan = plans.plan(run.object());
        if (!plan.syncEnabled()) {
            return run.in(
                    RunState.FAILED,
                    "Sync of object '"
                            + run.order().object()
                            + "' is off. Turn it on, and ask again.");
        }
        String cursor = run.progress().cursor() == null ? "" : run.progress().cursor();
        int limit = config.previewedAtATime();
        // In the worst case the history of every record is asked for.
        Calls calls = Calls.looking(limit, limit);
        Calls most = RunSources.searches(run.order()) ? calls.plus(new Calls(0, 1, 0)) : calls;
        Optional<Run> next = pace.made(most, () -> page(run, plan, cursor, limit));
        return next.orElse(null);
    }

    private Run page(Run run, MappingPlan plan, String cursor, int limit) {
        RunSources.Page page = sources.page(run, cursor, limit);
        Previewed seen = page.notes().isEmpty() ? NOTHING : preview.of(plan, page.notes());
        Instant now = clock.instant();
        RunSamples samples =
                storage.journalHashesOnly()
                        ? RunSamples.NONE
                        : run.withoutOldSamples(now)
                                .samples()
                                .plus(seen.fields(), now.plus(config.previewKept()));
        Run counted = run.with(run.preview().plus(seen, run.order()), samples);
        if (page.next() != null) {
            return counted.with(new Progress(page.next(), 0, 0, run.progress().waiting(), null))
                    .in(RunState.PREVIEWING, null);
        }
        return counted.with(Progress.START)
                .with(new Times(run.times().created(), now, null, null))
                .in(RunState.PREVIEWED, null);
    }
}
