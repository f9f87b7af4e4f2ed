package io.crosswalk.budget;

import io.crosswalk.records.Priority;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A process's own part of the shared budget: what it was granted for the slot that is running and
 * has not given to anybody yet. What is left when the slot ends is lost.
 */
final class Lease {
    /** What a process expects to need when it has not called anybody lately. */
    private static final int MORE_MIN = 4;

    private static final Priority[] PRIORITIES = Priority.values();

    private final Map<Priority, Calls> left = new EnumMap<>(Priority.class);
    private final Map<Lane, Instant> closedUntil = new EnumMap<>(Lane.class);
    private long slot = Long.MIN_VALUE;
    private Calls given = Calls.NONE;
    private Calls givenBefore = Calls.NONE;

    Lease() {
        for (Priority priority : PRIORITIES) {
            left.put(priority, Calls.NONE);
        }
    }

    /** Calls of a slot that is over are not good any more. */
    void at(long newSlot) {
        if (newSlot > slot) {
            givenBefore = newSlot == slot + 1 ? given : Calls.NONE;
            given = Calls.NONE;
            slot = newSlot;
            left.replaceAll((priority, calls) -> Calls.NONE);
        }
    }

    void add(long grantedFor, Priority priority, Calls calls) {
        at(grantedFor);
        left.merge(priority, calls, Calls::plus);
    }

    /** What a priority may have: its own and what less urgent ones have left, never the reverse. */
    Calls has(Priority priority) {
        Calls all = Calls.NONE;
        for (Priority lower : PRIORITIES) {
            if (lower.compareTo(priority) >= 0) {
                all = all.plus(left.get(lower));
            }
        }
        return all;
    }

    /** As much of it as there is. */
    Calls take(Priority priority, Calls wanted) {
        Calls missing = wanted;
        for (Priority lower : PRIORITIES) {
            if (lower.compareTo(priority) >= 0) {
                Calls its = left.get(lower);
                left.put(lower, its.minus(missing));
                missing = missing.minus(its);
            }
        }
        Calls taken = wanted.minus(missing);
        given = given.plus(taken);
        return taken;
    }

    /** Calls of a grant of this slot that were not made; those of a closed lane are lost. */
    void giveBack(long grantedFor, Priority priority, Calls unused, Instant now) {
        if (grantedFor == slot) {
            left.merge(priority, open(unused, now), Calls::plus);
            given = given.minus(unused);
        }
    }

    private Calls open(Calls calls, Instant now) {
        Calls open = calls;
        for (Map.Entry<Lane, Instant> entry : closedUntil.entrySet()) {
            if (entry.getValue().isAfter(now)) {
                open = open.minus(Calls.of(entry.getKey(), calls.of(entry.getKey())));
            }
        }
        return open;
    }

    /** The longer of two closings holds. */
    void close(Lane lane, Instant until) {
        closedUntil.merge(lane, until, (a, b) -> a.isAfter(b) ? a : b);
        left.replaceAll((priority, calls) -> calls.minus(Calls.of(lane, calls.of(lane))));
    }

    long slot() {
        return slot;
    }

    /** The last slot's demand stands for this one's. */
    Calls expected() {
        return new Calls(
                Math.max(MORE_MIN, givenBefore.hubspot()),
                Math.max(MORE_MIN, givenBefore.search()),
                Math.max(MORE_MIN, givenBefore.salesforce()));
    }
}
