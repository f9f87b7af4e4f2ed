package io.crosswalk.records;

import java.time.Instant;

/**
 * Something a person must act on.
 *
 * @param firstSeen since when it has been open
 * @param lastSeen when it was found last
 * @param count how often it was found while open
 */
public record Problem(
        ProblemPlace place, ProblemCause cause, Instant firstSeen, Instant lastSeen, long count) {

    public ProblemId id() {
        return place.id(cause.code());
    }

    public ProblemSeverity severity() {
        return cause.code().severity();
    }

    /** A problem as it is found, before it is known how often it was. */
    public record Found(ProblemPlace place, ProblemCause cause) {

        public ProblemId id() {
            return place.id(cause.code());
        }
    }
}
