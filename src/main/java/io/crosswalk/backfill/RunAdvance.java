package io.crosswalk.backfill;

import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.records.CrmUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes every open run some steps further, in turns, within a time. */
@ApplicationScoped
public class RunAdvance {
    /** Of all runs in one call, whatever the clock says. */
    private static final int ROUNDS_MAX = 1_000;

    private static final int TRIES_MAX = 5;

    private static final String WAITS =
            "Waits until the budgets leave calls to backfills; see Status.";

    /** There are calls again when a day, or less, is over: however long that is, nothing fails. */
    private static final Set<String> USED_UP =
            Set.of("SECONDLY", "TEN_SECONDLY_ROLLING", "DAILY", "REQUEST_LIMIT_EXCEEDED");

    private static final Logger LOG = Logger.getLogger(RunAdvance.class);

    private final RunStore store;
    private final Previewing previewing;
    private final Marking marking;
    private final MappingStore mappings;
    private final BackfillConfig config;
    private final Clock clock;

    public RunAdvance(
            RunStore store,
            Previewing previewing,
            Marking marking,
            MappingStore mappings,
            BackfillConfig config,
            Clock clock) {
        this.store = store;
        this.previewing = previewing;
        this.marking = marking;
        this.mappings = mappings;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Two at once do no harm: whoever saves second has its step dropped.
     *
     * @return how many steps were made
     */
    public int run() {
        Instant until = clock.instant().plus(config.workFor());
        List<Run> active = new ArrayList<>();
        int steps = 0;
        for (Run run : store.open(config.openMax())) {
            Run seen = apart(run, this::settled);
            if (seen != null) {
                active.add(seen);
                steps += seen == run ? 0 : 1;
            }
        }
        for (int round = 0; round < ROUNDS_MAX && !active.isEmpty(); round++) {
            if (round > 0 && clock.instant().isAfter(until)) {
                break;
            }
            List<Run> further = new ArrayList<>();
            for (Run run : active) {
                Run next = apart(run, this::step);
                if (next != null) {
                    further.add(next);
                    steps++;
                }
            }
            active = further;
        }
        return steps;
    }

    private interface Work {
        @Nullable Run of(Run run);
    }

    /** What goes wrong with one run keeps no other from going on. */
    private @Nullable Run apart(Run run, Work work) {
        try {
            return work.of(run);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Run %s cannot be taken further now; it is tried again", run.id());
            return null;
        }
    }

    private @Nullable Run settled(Run run) {
        Run settled = marking.settled(run).withoutOldSamples(clock.instant());
        return settled == run ? run : saved(run, settled.in(run.state(), run.status().message()));
    }

    /** Null if there is nothing more to do for it now. */
    private @Nullable Run step(Run run) {
        try {
            Run next =
                    switch (run.state()) {
                        case PREVIEWING -> orWaiting(run, previewing.step(run));
                        case PREVIEWED -> forgotten(run);
                        case RUNNING -> running(run);
                        case PAUSED, DONE, CANCELLED, FAILED -> null;
                    };
            return next == null ? null : saved(run, next.endedAt(clock.instant()));
        } catch (CrmUnavailable e) {
            return failing(run, e);
        }
    }

    private @Nullable Run saved(Run before, Run next) {
        if (store.save(next)) {
            return next;
        }
        keepInMind(before, next);
        return null;
    }

    /**
     * Somebody stopped the run while it marked: an undo has to wait for these too. One that goes on
     * marks them again.
     */
    private void keepInMind(Run before, Run next) {
        Set<String> marked = new HashSet<>(next.progress().waiting());
        marked.removeAll(before.progress().waiting());
        for (int tries = 0; tries < TRIES_MAX && !marked.isEmpty(); tries++) {
            Run now = store.find(next.id()).orElseThrow();
            if (now.state() == RunState.RUNNING) {
                return;
            }
            Run knowing = now.with(knowing(now.progress(), before, next, marked));
            if (store.save(knowing.in(now.state(), now.status().message()))) {
                return;
            }
        }
    }

    /** A page is counted once: the run goes on behind it, or somebody else has counted it. */
    private static Progress knowing(Progress now, Run before, Run next, Set<String> marked) {
        boolean same = Objects.equals(now.cursor(), before.progress().cursor());
        return same
                ? now.waitingAlsoFor(marked).upTo(next.progress().cursor())
                : now.waitingAgainFor(marked);
    }

    private @Nullable Run running(Run run) {
        if (!mappings.settings(run.order().object()).syncEnabled()) {
            return run.in(
                    RunState.PAUSED,
                    "Sync of object '"
                            + run.order().object()
                            + "' is off. Turn it on, then resume the run.");
        }
        boolean allMarked = run.progress().cursor() == null;
        if (allMarked && run.progress().waiting().isEmpty()) {
            return run.in(RunState.DONE, null);
        }
        try {
            RunChecks.checkAsPreviewed(run, () -> mappings.mappings(run.order().object()));
        } catch (Refusal e) {
            return run.in(RunState.PAUSED, e.getMessage());
        }
        if (allMarked) {
            return null;
        }
        Run marked = marking.hasRoom(run) ? orWaiting(run, marking.mark(run)) : null;
        return marked == null ? null : marked.in(RunState.RUNNING, null);
    }

    private @Nullable Run orWaiting(Run run, @Nullable Run next) {
        if (next == null) {
            waits(run);
        }
        return next;
    }

    /**
     * Says once that the budget has no calls for it; the next good step takes that back. A CRM that
     * is not called is not failing: for how long it has been is counted anew.
     */
    private void waits(Run run) {
        if (run.progress().failingSince() != null || !WAITS.equals(run.status().message())) {
            store.save(run.with(run.progress().failing(null)).in(run.state(), WAITS));
        }
    }

    /** A preview gets old: what it counted is not what would be done. */
    private @Nullable Run forgotten(Run run) {
        Instant previewed = run.times().previewed();
        return previewed != null && clock.instant().isAfter(previewed.plus(config.previewKept()))
                ? run.in(
                        RunState.CANCELLED,
                        "Nobody let it run while its preview was fresh. Ask for a new one.")
                : null;
    }

    /** The CRM is away: the same page is tried again by the next call. */
    private @Nullable Run failing(Run run, CrmUnavailable e) {
        Instant now = clock.instant();
        if (e.isRefused()) {
            String message = e.getMessage() + ". It would be refused again.";
            store.save(run.in(RunState.FAILED, message).endedAt(now));
            return null;
        }
        if (USED_UP.contains(e.code())) {
            waits(run);
            return null;
        }
        Progress at = run.progress();
        Instant since = at.failingSince() == null ? now : at.failingSince();
        boolean over = since.plus(config.patience()).isBefore(now);
        if (at.failingSince() == null || over) {
            String message =
                    e.getMessage()
                            + " ("
                            + e.code()
                            + (over ? "). It was tried for long enough." : "). It is tried again.");
            RunState state = over ? RunState.FAILED : run.state();
            store.save(run.with(at.failing(since)).in(state, message).endedAt(now));
        }
        return null;
    }
}
