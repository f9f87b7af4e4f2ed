package io.crosswalk.budget;

import io.crosswalk.records.Priority;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A process's own part of the shared budget: what it was granted for the slot that is running and
 * has not given to anybody yet. What is left when the slot ends has lapsed: it was not called, so
 * it does not count for the day.
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
    private Calls lapsed = Calls.NONE;
    private Instant lapsedSince = Instant.MAX;

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
            lapse(has(PRIORITIES[0]), slot);
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

    /** Calls that were not made: those of a slot that is over, or of a closed lane, have lapsed. */
    void giveBack(long grantedFor, Priority priority, Calls unused, Instant now) {
        Calls good = Calls.NONE;
        if (grantedFor == slot) {
            good = open(unused, now);
            left.merge(priority, good, Calls::plus);
            given = given.minus(unused);
        }
        lapse(unused.minus(good), grantedFor);
    }

    private void lapse(Calls calls, long grantedFor) {
        if (!calls.isNone()) {
            Instant since = LaneUse.start(grantedFor);
            lapsed = lapsed.plus(calls);
            lapsedSince = since.isBefore(lapsedSince) ? since : lapsedSince;
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
        lapse(Calls.of(lane, has(PRIORITIES[0]).of(lane)), slot);
        left.replaceAll((priority, calls) -> calls.minus(Calls.of(lane, calls.of(lane))));
    }

    /** What was granted, was not made and cannot be any more, as far as that was not told yet. */
    Calls lapsed() {
        return lapsed;
    }

    /** When the first of these was granted at the earliest. */
    Instant lapsedSince() {
        return lapsedSince;
    }

    /** The shared budget knows that so many have lapsed. */
    void told(Calls itsLapsed) {
        lapsed = lapsed.minus(itsLapsed);
        lapsedSince = lapsed.isNone() ? Instant.MAX : lapsedSince;
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
