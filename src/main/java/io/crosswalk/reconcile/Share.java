package io.crosswalk.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What one side of an object gets of a run that catches up.
 *
 * @param settled the cursor stays behind it: what changed later may still be hidden, so the next
 *     run looks for it again
 * @param until when to stop; the next run goes on at the cursor
 */
record Share(Instant settled, Instant until) {

    /**
     * An equal part of the time that is left, so that a backlog of one object keeps no other from
     * being looked at.
     *
     * @param end when the run stops catching up
     * @param sides how many sides of objects share what is left, this one included
     */
    static Share of(Clock clock, Duration overlap, Instant end, int sides) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, end);
        Duration part = left.isNegative() ? Duration.ZERO : left.dividedBy(sides);
        return new Share(now.minus(overlap), now.plus(part));
    }

    /**
     * Asked after each page: one is always looked at, and as many as it takes for the cursor to
     * move, or the next run would begin at the same.
     */
    boolean isUsedUp(Clock clock) {
        return !clock.instant().isBefore(until);
    }
}
