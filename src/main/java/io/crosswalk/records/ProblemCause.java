package io.crosswalk.records;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why there is a problem, and what to do.
 *
 * @param action what mends it
 * @param text for people: what happened, to which names (quoted), why, what to do. Never a record's
 *     value
 * @param details for programs: {@code missing} options, {@code limit}, ... at most {@link
 *     #DETAILS_MAX} each
 * @param said what the CRM itself said; null when none was asked
 */
public record ProblemCause(
        ProblemCode code,
        ProblemAction action,
        String text,
        Map<String, List<String>> details,
        @Nullable Said said) {

    /** Entries of one detail; a list may have thousands of options. */
    public static final int DETAILS_MAX = 100;

    public ProblemCause {
        details = Map.copyOf(details);
    }

    public static ProblemCause of(ProblemCode code, String text) {
        return new ProblemCause(code, code.action(), text, Map.of(), null);
    }

    public ProblemCause with(ProblemAction action) {
        return new ProblemCause(code, action, text, details, said);
    }

    public ProblemCause with(Said said) {
        return new ProblemCause(code, action, text, details, said);
    }

    public ProblemCause with(String detail, List<String> entries) {
        List<String> kept = List.copyOf(entries.subList(0, Math.min(entries.size(), DETAILS_MAX)));
        return new ProblemCause(code, action, text, Map.of(detail, kept), said);
    }

    /**
     * @param code the CRM's own code: {@code STRING_TOO_LONG}
     * @param message the CRM's own message, without the value that it refused
     */
    public record Said(String code, String message) {}
}
