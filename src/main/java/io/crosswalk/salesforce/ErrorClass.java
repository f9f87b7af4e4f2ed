package io.crosswalk.salesforce;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller can do about one of Salesforce's status codes (StatusCode and ExceptionCode). */
enum ErrorClass {
    /** The same call may succeed later. */
    LATER,
    /** The record is not there any more. */
    GONE,
    /** The same values would be refused again. */
    PERMANENT;

    /** Of the day, or of calls at a time: Salesforce has one code for both. */
    static final String REQUEST_LIMIT = "REQUEST_LIMIT_EXCEEDED";

    /** A daily limit, and an approval that locks a record, do not pass in seconds. */
    private static final Duration SLOW = Duration.ofMinutes(15);

    private static final Map<String, Duration> PASSING =
            Map.ofEntries(
                    Map.entry(REQUEST_LIMIT, SLOW),
                    Map.entry("ENTITY_IS_LOCKED", SLOW),
                    Map.entry("INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", SLOW),
                    Map.entry("SERVER_UNAVAILABLE", Duration.ZERO),
                    Map.entry("QUERY_TIMEOUT", Duration.ZERO),
                    Map.entry("REQUEST_RUNNING_TOO_LONG", Duration.ZERO),
                    Map.entry("UNABLE_TO_LOCK_ROW", Duration.ZERO),
                    Map.entry("INVALID_SESSION_ID", Duration.ZERO),
                    Map.entry("ALL_OR_NONE_OPERATION_ROLLED_BACK", Duration.ZERO),
                    Map.entry("UNKNOWN_EXCEPTION", Duration.ZERO));

    /** Not a record's trouble, even where an answer says so of each record. */
    private static final Set<String> OF_ALL_RECORDS =
            Set.of(
                    REQUEST_LIMIT,
                    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                    "SERVER_UNAVAILABLE",
                    "INVALID_SESSION_ID");

    private static final Set<String> GONE_CODES =
            Set.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID", "NOT_FOUND");

    /**
     * Codes that are in no list are permanent: a person looks, instead of a loop that never ends.
     */
    static ErrorClass of(String code) {
        if (PASSING.containsKey(code)) {
            return LATER;
        }
        return GONE_CODES.contains(code) ? GONE : PERMANENT;
    }

    /** The code where it is the record's own trouble; null where others have it too. */
    static @Nullable String ofRecord(String code) {
        return OF_ALL_RECORDS.contains(code) ? null : code;
    }

    /** The least time to wait; zero when nobody names one. */
    static Duration wait(String code) {
        return PASSING.getOrDefault(code, Duration.ZERO);
    }
}
