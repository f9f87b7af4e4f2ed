package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a CRM last told of changes, so that people see whether its events arrive at all. To the
 * minute: what comes in between is not noted.
 */
public interface Arrivals {

    /** How often the same kind of arrival is noted at most. */
    Duration NOTED_EVERY = Duration.ofMinutes(1);

    /**
     * Events that concern us were taken and stored. Never throws: to know when is worth no lost
     * event.
     */
    void taken(Side side, Instant at);

    /**
     * Something came that was refused. Never throws.
     *
     * @param why a refusal's code
     */
    void refused(Side side, Instant at, String why);

    Arrival last(Side side);

    /**
     * @param taken null if nothing ever was
     * @param refused null if nothing ever was
     * @param why of the last refusal
     */
    record Arrival(@Nullable Instant taken, @Nullable Instant refused, @Nullable String why) {

        /** Whether nothing was taken since the last refusal. */
        public boolean endsRefused() {
            return refused != null && (taken == null || refused.isAfter(taken.plus(NOTED_EVERY)));
        }
    }
}
