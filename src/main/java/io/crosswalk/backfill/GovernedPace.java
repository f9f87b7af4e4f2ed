package io.crosswalk.backfill;

import io.crosswalk.budget.BudgetConfig;
import io.crosswalk.budget.BudgetStatus;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.Grant;
import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The shared budget's pace: what it leaves to backfills. */
@ApplicationScoped
public class GovernedPace implements CallPace {
    private static final double SECONDS_A_DAY = 86_400;

    /** What is granted for three slots of five seconds never exceeds the limit of ten. */
    private static final double SECONDS_A_WINDOW = 15;

    /** Reconcile marks once a minute, or less often. */
    private static final double SECONDS_A_ROUND = 60;

    /** Calls are granted for five seconds at a time, so figures are that old anyway. */
    private static final Duration STATUS_KEPT = Duration.ofSeconds(5);

    private final Governor governor;
    private final BudgetConfig config;
    private final BackfillConfig backfill;
    private final Clock clock;
    private @Nullable BudgetStatus status;
    private Instant statusAt = Instant.EPOCH;

    public GovernedPace(
            Governor governor, BudgetConfig config, BackfillConfig backfill, Clock clock) {
        this.governor = governor;
        this.config = config;
        this.backfill = backfill;
        this.clock = clock;
    }

    @Override
    public <T> Optional<T> made(Calls calls, Supplier<T> work) {
        io.crosswalk.budget.Calls wanted =
                new io.crosswalk.budget.Calls(
                        Math.toIntExact(calls.hubspot()),
                        Math.toIntExact(calls.searches()),
                        Math.toIntExact(calls.salesforce()));
        try (Grant grant = governor.ask(Priority.BACKFILL, wanted)) {
            return grant.isWhole() ? Optional.of(work.get()) : Optional.empty();
        }
    }

    /** As if nothing else called; a day's share that is used up goes on the next day. */
    @Override
    public Duration lasts(Calls calls, long links) {
        BudgetStatus budgets = budgets();
        double seconds =
                DoubleStream.of(
                                windowsOf(calls.hubspot()) * SECONDS_A_WINDOW,
                                ofDays(calls.hubspot(), Side.HUBSPOT, budgets),
                                ofDays(calls.salesforce(), Side.SALESFORCE, budgets),
                                roundsBefore(links) * SECONDS_A_ROUND)
                        .max()
                        .orElse(0);
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }

    /** A list has many runs: they are all told by one. */
    private synchronized BudgetStatus budgets() {
        Instant now = clock.instant();
        BudgetStatus known = status;
        if (known == null || statusAt.plus(STATUS_KEPT).isBefore(now)) {
            known = governor.status();
            status = known;
            statusAt = now;
        }
        return known;
    }

    private double windowsOf(long calls) {
        double share = config.windowPercent().backfill() / 100.0;
        return calls / Math.max(config.hubspot().callsPerTenSeconds() * share, 1);
    }

    /** How many rounds of marking are over when the last links are marked. */
    private long roundsBefore(long links) {
        return Math.max(0, links - 1) / Math.max(1, backfill.dueMax());
    }

    /** What today does not leave waits for the day's end, and then for the ends of whole days. */
    private double ofDays(long calls, Side side, BudgetStatus budgets) {
        BudgetStatus.Day day = budgets.day(side);
        long reserve = day.limit() * config.dayReservePercent().backfill() / 100;
        long today = Math.max(0, day.left() - reserve);
        if (calls <= today) {
            return 0;
        }
        long perDay = Math.max(1, day.limit() - reserve);
        double untilMore =
                governor.untilDayEnds(side).toSeconds()
                        + wholeDays(calls - today, perDay) * SECONDS_A_DAY;
        // Of 24 hours that roll, each call of the run comes back a day after it was made.
        return side == Side.SALESFORCE
                ? Math.max(untilMore, wholeDays(calls, perDay) * SECONDS_A_DAY)
                : untilMore;
    }

    /** How many days are over before the one that has room for the last call. */
    private static long wholeDays(long calls, long perDay) {
        return (calls - 1) / perDay;
    }
}
