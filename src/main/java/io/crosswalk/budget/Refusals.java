package io.crosswalk.budget;

import io.crosswalk.records.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What a process was refused lately: it is not asked for again before there can be an answer. */
final class Refusals {
    /** Somebody may have been told something new, so storage is asked again after this. */
    private static final Duration BELIEVED_MAX = Duration.ofMinutes(1);

    private final Map<Priority, Map<Lane, Refusal>> known = new EnumMap<>(Priority.class);

    private record Refusal(Instant believedUntil, Instant until) {}

    Refusals() {
        for (Priority priority : Priority.values()) {
            known.put(priority, new EnumMap<>(Lane.class));
        }
    }

    void add(Priority priority, Lane lane, Instant now, Duration after) {
        Instant until = now.plus(after);
        Instant believed = now.plus(BELIEVED_MAX);
        known.get(priority)
                .put(lane, new Refusal(until.isBefore(believed) ? until : believed, until));
    }

    void forget(Priority priority, Lane lane) {
        known.get(priority).remove(lane);
    }

    /** Whether it is of no use to ask storage for these calls now. */
    boolean hold(Priority priority, Calls wanted, Instant now) {
        for (Map.Entry<Lane, Refusal> entry : known.get(priority).entrySet()) {
            if (wanted.of(entry.getKey()) > 0 && entry.getValue().believedUntil().isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How long until all the lanes that are wanted may have room again.
     *
     * @param otherwise if none of them was refused
     */
    Duration wait(Priority priority, Calls wanted, Instant now, Duration otherwise) {
        Duration longest = Duration.ZERO;
        for (Map.Entry<Lane, Refusal> entry : known.get(priority).entrySet()) {
            Duration left = Duration.between(now, entry.getValue().until());
            if (wanted.of(entry.getKey()) > 0 && left.compareTo(longest) > 0) {
                longest = left;
            }
        }
        return longest.isZero() ? otherwise : longest;
    }
}
