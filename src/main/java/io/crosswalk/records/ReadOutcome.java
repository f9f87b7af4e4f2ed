package io.crosswalk.records;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a batch read brought. Every id asked for is in exactly one of {@code found}, {@code missing}
 * and {@code notRead}.
 *
 * @param found by the id asked for
 * @param missing ids that the CRM does not have (any more)
 * @param notRead ids of calls that failed in a way that may pass
 * @param failure why, when {@code notRead} is not empty
 */
public record ReadOutcome(
        Map<String, CrmRecord> found,
        Set<String> missing,
        Set<String> notRead,
        @Nullable Failure failure) {

    /** Of no ids. */
    public static final ReadOutcome NOTHING = new ReadOutcome(Map.of(), Set.of(), Set.of(), null);

    /**
     * @param after the least time to wait; zero if the CRM names none
     * @param code the CRM's own code, or {@code TIMEOUT}, {@code UNREACHABLE}
     */
    public record Failure(Duration after, String code, String message) {}
}
