package io.crosswalk.budget;

import io.crosswalk.budget.LaneBudget.Closed;
import io.crosswalk.rules.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The shared budget as it is at a time, in the terms that hold. */
public final class BudgetStatus {
    private final SharedBudget budget;
    private final Terms terms;
    private final Instant now;

    BudgetStatus(SharedBudget budget, Terms terms, Instant now) {
        this.budget = budget;
        this.terms = terms;
        this.now = now;
    }

    /**
     * Calls of the last ten to fifteen seconds.
     *
     * @param limit null if the lane has none
     * @param used granted, by priority
     * @param closed null while calls may be made
     */
    public record Window(@Nullable Integer limit, LaneUse.Spent used, @Nullable Closed closed) {}

    /**
     * @param limit of everybody's calls
     * @param used by everybody, as far as the CRM's headers say; else by Crosswalk
     * @param left never below zero
     * @param fromHeader whether the CRM itself said the limit; else it is configured
     * @param ends null where the end is not known, or rolls
     * @param seenAt when the CRM last said it
     */
    public record Day(
            long limit,
            long used,
            long left,
            boolean fromHeader,
            @Nullable Instant ends,
            @Nullable Instant seenAt) {}

    /** Batches that may call Salesforce at a time, and that do or might. */
    public record Slots(int limit, int used) {}

    public Window window(Lane lane) {
        LaneBudget known = budget.lane(lane);
        int limit = known.limit(terms.windows().of(lane));
        return new Window(
                limit == Terms.NO_LIMIT ? null : limit,
                budget.use(lane, now).all(),
                known.isClosedAt(now) ? known.closed() : null);
    }

    public Day day(Side side) {
        DayUse day = budget.day(side).at(terms.dayStart(side, now), side == Side.SALESFORCE);
        long configured = terms.days().of(side);
        long limit = day.limit(configured);
        long left = Math.max(0, day.left(configured));
        return new Day(
                limit,
                day.used() + day.since(),
                left,
                day.limit() > 0,
                terms.dayEnd(side, now),
                day.seenAt());
    }

    public Slots salesforceSlots() {
        int used = 0;
        for (SharedBudget.Held held : budget.held().values()) {
            used += held.until().isAfter(now) ? held.slots() : 0;
        }
        return new Slots(terms.slots().max(), used);
    }
}
