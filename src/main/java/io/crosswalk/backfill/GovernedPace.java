package io.crosswalk.backfill;

import io.crosswalk.budget.BudgetConfig;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.Grant;
import io.crosswalk.records.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The shared budget's pace: what it leaves to backfills. */
@ApplicationScoped
public class GovernedPace implements CallPace {
    private static final double SECONDS_A_DAY = 86_400;

    private final Governor governor;
    private final BudgetConfig config;

    public GovernedPace(Governor governor, BudgetConfig config) {
        this.governor = governor;
        this.config = config;
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
    public Duration lasts(Calls calls) {
        double share = config.windowPercent().backfill() / 100.0;
        double ofDay = (100 - config.dayReservePercent().backfill()) / 100.0;
        double seconds =
                Math.max(
                        seconds(
                                calls.hubspot(),
                                config.hubspot().callsPerTenSeconds() * share / 10),
                        Math.max(
                                daysOf(calls.hubspot(), config.hubspot().callsPerDay() * ofDay),
                                daysOf(
                                        calls.salesforce(),
                                        config.salesforce().callsPerDay() * ofDay)));
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }

    private static double seconds(long calls, double perSecond) {
        return calls / Math.max(perSecond, 0.1);
    }

    private static double daysOf(long calls, double perDay) {
        return Math.floor(calls / Math.max(perDay, 1)) * SECONDS_A_DAY;
    }
}
