package io.crosswalk.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the last health check of an object left behind; survives crashes. */
interface HealthState {

    /** Whether {@link #claim} may succeed; another run may be faster. */
    boolean isTime(String object, Instant now, Duration every);

    /**
     * Takes the object's turn.
     *
     * @return false if somebody took it less than {@code every} ago
     */
    boolean claim(String object, Instant now, Duration every);

    Seen load(String object);

    void save(String object, Seen seen);

    /**
     * @param signatures per mapping id, as metadata was
     * @param retries per mapping id, where refused values are to be tried again
     * @param lookedTo how far the object's problems were looked through for those of mappings that
     *     are no more; null at the end, to start anew
     */
    record Seen(
            Map<String, String> signatures, Map<String, Retry> retries, @Nullable String lookedTo) {

        public Seen {
            signatures = Map.copyOf(signatures);
            retries = Map.copyOf(retries);
        }
    }

    /**
     * @param notBefore when every function has seen the new metadata
     * @param after how far the mapping's problems were gone through; null before the first
     */
    record Retry(Instant notBefore, @Nullable String after) {}
}
