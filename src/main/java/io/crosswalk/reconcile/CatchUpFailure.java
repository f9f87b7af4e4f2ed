package io.crosswalk.reconcile;

import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ProblemSeverity;
import java.time.Instant;

/**
 * Why catching up with one side of an object failed.
 *
 * @param code the CRM's own, or one of {@link CrmUnavailable}'s; {@code INTERNAL} if it was our
 *     fault
 * @param message for people, without values or secrets
 * @param severity an issue if it goes on until a person does something
 * @param at when it was tried
 */
public record CatchUpFailure(String code, String message, ProblemSeverity severity, Instant at) {
    private static final String INTERNAL = "INTERNAL";

    static CatchUpFailure of(RuntimeException why, Instant at) {
        if (why instanceof CrmUnavailable away) {
            return new CatchUpFailure(
                    away.code(),
                    String.valueOf(away.getMessage()),
                    away.needsPerson() ? ProblemSeverity.ISSUE : ProblemSeverity.WARNING,
                    at);
        }
        // What such an exception says may hold values, so it stays in the log.
        return new CatchUpFailure(
                INTERNAL,
                "Crosswalk itself failed; the log of reconcile says why",
                ProblemSeverity.ISSUE,
                at);
    }
}
