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
     * So long after an arrival what is found may have been told of: arrivals are noted once a
     * minute, and a search shows a state of before for a while, of records changed within its
     * overlap.
     */
    Duration TOLD_OF_WITHIN = Duration.ofMinutes(10);

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

    /**
     * Catching up has found linked records whose values had changed without an event. The first
     * time since the last arrival is kept, if anything ever arrived. Never throws.
     */
    void found(Side side, Instant at);

    Arrival last(Side side);

    /**
     * @param taken null if nothing ever was
     * @param refused null if nothing ever was
     * @param why of the last refusal
     * @param found null if no changes were found that no event had told of
     */
    record Arrival(
            @Nullable Instant taken,
            @Nullable Instant refused,
            @Nullable String why,
            @Nullable Instant found) {

        /**
         * Since when it has been known that a CRM whose events arrived before tells of nothing any
         * more; null if it tells, or if nobody can know. A change may be found a moment before its
         * event comes: only some time after this it is a fault.
         */
        public @Nullable Instant silentSince() {
            return taken != null && found != null && found.isAfter(taken.plus(TOLD_OF_WITHIN))
                    ? found
                    : null;
        }

        /** Whether nothing was taken since the last refusal. */
        public boolean endsRefused() {
            return refused != null && (taken == null || refused.isAfter(taken.plus(NOTED_EVERY)));
        }
    }
}
