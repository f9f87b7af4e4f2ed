package io.crosswalk.backfill;

import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.RunCount;
import io.crosswalk.records.RunTallies;
import io.crosswalk.sync.SyncConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What people can do with runs. */
@ApplicationScoped
public class Runs {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SUFFIX = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int SUFFIX_LENGTH = 4;
    private static final int TRIES_MAX = 5;

    private final RunStore store;
    private final RunChecks checks;
    private final UndoChecks undos;
    private final RunTallies tallies;
    private final BackfillConfig config;
    private final SyncConfig sync;
    private final Clock clock;
    private final RandomGenerator random;

    public Runs(
            RunStore store,
            RunChecks checks,
            UndoChecks undos,
            RunTallies tallies,
            BackfillConfig config,
            SyncConfig sync,
            Clock clock,
            RandomGenerator random) {
        this.store = store;
        this.checks = checks;
        this.undos = undos;
        this.tallies = tallies;
        this.config = config;
        this.sync = sync;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Begins the preview of what is asked for.
     *
     * @throws Refusal if it cannot be done
     */
    public Run start(RunOrder order) {
        checks.check(order);
        return started(order);
    }

    /**
     * Begins the preview of taking back what a run has written.
     *
     * @throws Refusal if it cannot be done, or not yet
     */
    public Run undo(String id) {
        Run run = get(id);
        undos.check(run);
        return started(new RunOrder.UndoRun(run.order().object(), id));
    }

    private Run started(RunOrder order) {
        if (store.open(config.openMax()).size() >= config.openMax() && !makesRoom()) {
            throw new Refusal(
                    RefusalCode.RUN_LIMIT_REACHED,
                    "There are "
                            + config.openMax()
                            + " runs that have not ended. Cancel one that nobody needs, or wait.");
        }
        Instant now = clock.instant();
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Run run =
                    new Run(
                            id(now),
                            order,
                            new Status(RunState.PREVIEWING, 1, null),
                            Progress.START,
                            RunPreview.NONE,
                            RunSamples.NONE,
                            new Times(now, null, null, null));
            if (store.save(run)) {
                return run;
            }
        }
        throw new Refusal(RefusalCode.CHANGED_TOO_OFTEN, "No run could be made now. Try again.");
    }

    /** Previews of undos that nobody let run are what is asked for again most easily. */
    private boolean makesRoom() {
        for (Run run : store.open(config.openMax())) {
            if (run.state() == RunState.PREVIEWED && run.kind() == Run.Kind.UNDO) {
                String message = "It gave way to a newer run, because so many were open.";
                if (store.save(run.in(RunState.CANCELLED, message).endedAt(clock.instant()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whoever looked at a preview has turned away from it: a run that was not let run takes no
     * place any more. Any other run goes on.
     */
    public void leave(String id) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Run run = get(id);
            boolean previews =
                    run.state() == RunState.PREVIEWING || run.state() == RunState.PREVIEWED;
            if (!previews
                    || store.save(run.in(RunState.CANCELLED, null).endedAt(clock.instant()))) {
                return;
            }
        }
    }

    private String id(Instant now) {
        StringBuilder id = new StringBuilder(TIME.format(now)).append('-');
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            id.append(SUFFIX.charAt(random.nextInt(SUFFIX.length())));
        }
        return id.toString();
    }

    /**
     * @throws Refusal if there is none
     */
    public Run get(String id) {
        return (isId(id) ? store.find(id) : Optional.<Run>empty())
                .orElseThrow(
                        () ->
                                new Refusal(
                                        RefusalCode.RUN_NOT_FOUND,
                                        "There is no run " + Quoted.name(id) + "."));
    }

    /**
     * Likewise, as it is now: what was looked at of a run that has ended is counted when somebody
     * asks.
     */
    public Run seen(String id) {
        Run run = get(id);
        return run.state().isOpen() ? run : undos.settled(run);
    }

    public static boolean isId(String text) {
        return text.matches("[a-z0-9-]{1,40}");
    }

    public RunStore.Page page(int limit, @Nullable String after) {
        return store.page(limit, after);
    }

    /** What became of what the run asked for, as far as sync has looked. */
    public Map<RunCount, Long> tally(Run run) {
        return tallies.of(run.id());
    }

    /** The same of some runs, by id; one of which nothing was counted is absent. */
    public Map<String, Map<RunCount, Long>> tallies(Collection<Run> runs) {
        List<String> begun =
                runs.stream().filter(run -> run.times().started() != null).map(Run::id).toList();
        return begun.isEmpty() ? Map.of() : tallies.of(begun);
    }

    /**
     * @throws Refusal if its state does not allow it, or if it would do something else than its
     *     preview has shown
     */
    public Run move(String id, Move move) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Run run = get(id);
            RunState next = run.state().after(move);
            if (next == null) {
                throw impossible(run, move);
            }
            boolean goes = move == Move.RUN || move == Move.RESUME;
            if (goes && sync.watchOnly() && run.order().kind() != Run.Kind.RESYNC) {
                throw new Refusal(
                        RefusalCode.WATCH_ONLY,
                        "Run '"
                                + id
                                + "' would write, and Crosswalk only watches. Set"
                                + " crosswalk.sync.watch-only to false first; a backfill with fill"
                                + " none can be run.");
            }
            if (goes) {
                checks.checkAsPreviewed(run);
            }
            Run moved = moved(run, move).in(next, null).endedAt(clock.instant());
            if (store.save(moved)) {
                return moved;
            }
        }
        throw new Refusal(
                RefusalCode.CHANGED_TOO_OFTEN, "Run '" + id + "' kept changing. Try again.");
    }

    private Run moved(Run run, Move move) {
        Times times = run.times();
        // What failed before a person stepped in says nothing of what comes after.
        Run sound = run.with(run.progress().failing(null));
        return move == Move.RUN
                ? sound.with(new Times(times.created(), times.previewed(), clock.instant(), null))
                : sound;
    }

    private static Refusal impossible(Run run, Move move) {
        String possible =
                run.state().possible().isEmpty()
                        ? "It has ended: ask for a new one."
                        : "What is possible now: "
                                + run.state().possible().toString().toLowerCase(Locale.ROOT)
                                + ".";
        return new Refusal(
                RefusalCode.RUN_STATE,
                "Run '"
                        + run.id()
                        + "' is "
                        + run.state()
                        + ", so '"
                        + move.name().toLowerCase(Locale.ROOT)
                        + "' cannot be done. "
                        + possible);
    }
}
