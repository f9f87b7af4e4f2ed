package io.crosswalk.budget;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What all functions know together, as one item in storage.
 *
 * @param version counts the changes
 * @param slot the newest that any function's clock has reached, see {@link LaneUse}
 * @param lanes of every lane
 * @param days of both sides
 * @param held who calls Salesforce, by process
 */
public record SharedBudget(
        long version,
        long slot,
        Map<Lane, LaneBudget> lanes,
        Map<Side, DayUse> days,
        Map<String, Held> held) {

    public static final SharedBudget UNUSED =
            new SharedBudget(
                    0,
                    0,
                    Map.of(
                            Lane.HUBSPOT, LaneBudget.UNUSED,
                            Lane.HUBSPOT_SEARCH, LaneBudget.UNUSED,
                            Lane.SALESFORCE, LaneBudget.UNUSED),
                    Map.of(Side.HUBSPOT, DayUse.UNKNOWN, Side.SALESFORCE, DayUse.UNKNOWN),
                    Map.of());

    /** One slot ahead of ours is a clock that is fast; a minute ahead is a clock that is broken. */
    private static final long SLOTS_AHEAD_MAX = 12;

    /**
     * @param slots how many Salesforce slots a process holds
     * @param until when they are free, whatever became of it
     */
    public record Held(int slots, Instant until) {}

    public SharedBudget {
        lanes = Collections.unmodifiableMap(new EnumMap<>(lanes));
        days = Collections.unmodifiableMap(new EnumMap<>(days));
        held = Map.copyOf(held);
    }

    LaneBudget lane(Lane lane) {
        return lanes.get(lane);
    }

    DayUse day(Side side) {
        return days.get(side);
    }

    /**
     * The slot that a process whose clock shows {@code now} takes part in: never an earlier one.
     */
    long slotFor(Instant now) {
        long own = LaneUse.slotAt(now);
        return slot > own + SLOTS_AHEAD_MAX ? own : Math.max(slot, own);
    }

    /** What was granted in the slots that count now. */
    LaneUse use(Lane lane, Instant now) {
        long passed = slotFor(now) - slot;
        return passed < 0 ? LaneUse.NONE : lane(lane).use().after(passed);
    }

    SharedBudget closed(Lane lane, LaneBudget.Closed closed) {
        LaneBudget before = lane(lane);
        LaneBudget after = before.closed(closed);
        if (after.equals(before)) {
            return this;
        }
        Map<Lane, LaneBudget> next = new EnumMap<>(lanes);
        next.put(lane, after);
        return new SharedBudget(version + 1, slot, next, days, held);
    }
}
