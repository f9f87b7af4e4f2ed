package io.crosswalk.backfill;

import io.crosswalk.budget.BudgetConfig;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.Grant;
import io.crosswalk.records.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** The shared budget's pace: what it leaves to backfills. */
@ApplicationScoped
public class GovernedPace implements CallPace {
    private static final double SECONDS_A_DAY = 86_400;

    /** What is granted for three slots of five seconds never exceeds the limit of ten. */
    private static final double SECONDS_A_WINDOW = 15;

    /** Reconcile marks once a minute, or less often. */
    private static final double SECONDS_A_ROUND = 60;

    private final Governor governor;
    private final BudgetConfig config;
    private final BackfillConfig backfill;

    public GovernedPace(Governor governor, BudgetConfig config, BackfillConfig backfill) {
        this.governor = governor;
        this.config = config;
        this.backfill = backfill;
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
        double ofDay = (100 - config.dayReservePercent().backfill()) / 100.0;
        double seconds =
                DoubleStream.of(
                                windowsOf(calls.hubspot()) * SECONDS_A_WINDOW,
                                daysOf(calls.hubspot(), config.hubspot().callsPerDay() * ofDay),
                                daysOf(
                                        calls.salesforce(),
                                        config.salesforce().callsPerDay() * ofDay),
                                roundsBefore(links) * SECONDS_A_ROUND)
                        .max()
                        .orElse(0);
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }

    private double windowsOf(long calls) {
        double share = config.windowPercent().backfill() / 100.0;
        return calls / Math.max(config.hubspot().callsPerTenSeconds() * share, 1);
    }

    /** How many rounds of marking are over when the last links are marked. */
    private long roundsBefore(long links) {
        return Math.max(0, links - 1) / Math.max(1, backfill.dueMax());
    }

    private static double daysOf(long calls, double perDay) {
        return Math.floor(calls / Math.max(perDay, 1)) * SECONDS_A_DAY;
    }
}
