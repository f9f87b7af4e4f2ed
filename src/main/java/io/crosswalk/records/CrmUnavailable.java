package io.crosswalk.records;

import java.time.Duration;
import java.util.Set;

/**
 * A call that is not about single records (search, metadata, login) failed. Whose fault: the CRM's,
 * the network's, or the credentials'. Nothing was changed.
 */
public final class CrmUnavailable extends RuntimeException {
    static final String MISSING_SCOPES = "MISSING_SCOPES";
    private static final String NOT_SENT = "NOT_SENT";

    /** A login, a scope, a type or a field that a CRM hides does not come back by itself. */
    private static final Set<String> MENDED_BY_PEOPLE =
            Set.of(
                    "UNAUTHORIZED",
                    MISSING_SCOPES,
                    "NOT_FOUND",
                    "INVALID_TYPE",
                    "INVALID_FIELD",
                    "INSUFFICIENT_ACCESS",
                    "API_DISABLED_FOR_ORG");

    private final String code;
    private final Duration after;
    private final boolean refused;

    /**
     * @param code the CRM's own code, or {@code TIMEOUT}, {@code UNREACHABLE}, {@code UNAUTHORIZED}
     * @param message for people, without values or secrets
     * @param after the least time to wait; zero if the CRM names none
     */
    public CrmUnavailable(String code, String message, Duration after) {
        this(code, message, after, false);
    }

    private CrmUnavailable(String code, String message, Duration after, boolean refused) {
        // Caught by whoever waits and tries again: where it was thrown tells nobody anything.
        super(message, null, false, false);
        this.code = code;
        this.after = after;
        this.refused = refused;
    }

    /** What was asked for is wrong as such (400, 422), and would be refused again. */
    public static CrmUnavailable refused(String code, String message) {
        return new CrmUnavailable(code, message, Duration.ZERO, true);
    }

    public String code() {
        return code;
    }

    /**
     * The code of a request for which this had to come first: however it ended, the request itself
     * never went out, so it did not time out.
     */
    public String codeOfUnsent() {
        return code.equals(WriteOutcome.RetryLater.TIMEOUT) ? NOT_SENT : code;
    }

    public Duration after() {
        return after;
    }

    /** Whether HubSpot refuses until somebody gives our app a scope. */
    public boolean lacksScope() {
        return code.equals(MISSING_SCOPES);
    }

    /** Whether it goes on until a person does something. The others pass, as outages do. */
    public boolean needsPerson() {
        return refused || MENDED_BY_PEOPLE.contains(code);
    }

    /** Whether trying again cannot help, because the request itself is what was refused. */
    public boolean isRefused() {
        return refused;
    }
}
