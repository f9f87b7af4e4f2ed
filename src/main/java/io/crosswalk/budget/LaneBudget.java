package io.crosswalk.budget;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lane.
 *
 * @param max calls per ten seconds as the CRM's header said; 0 if it did not
 * @param closed null while it is open
 */
public record LaneBudget(LaneUse use, int max, @Nullable Closed closed) {
    static final LaneBudget UNUSED = new LaneBudget(LaneUse.NONE, 0, null);

    /**
     * The CRM has refused calls: nobody calls before {@code until}.
     *
     * @param reason the CRM's own word, such as {@code TEN_SECONDLY_ROLLING}, or {@code HTTP_503}
     */
    public record Closed(Instant until, String reason) {}

    LaneBudget with(LaneUse newUse) {
        return new LaneBudget(newUse, max, closed);
    }

    LaneBudget withMax(int newMax) {
        return newMax == 0 ? this : new LaneBudget(use, newMax, closed);
    }

    /** The longer of two closings holds. */
    LaneBudget closed(Closed other) {
        return closed != null && !other.until().isAfter(closed.until())
                ? this
                : new LaneBudget(use, max, other);
    }

    boolean isClosedAt(Instant now) {
        return closed != null && closed.until().isAfter(now);
    }

    /** The header may lower what is configured, never raise it. */
    int limit(int configured) {
        return max == 0 ? configured : Math.min(max, configured);
    }
}
