package io.crosswalk.budget;

import io.crosswalk.budget.Claim.Told;
import io.crosswalk.budget.DayUse.Seen;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process has to tell the others: calls that nobody was granted, and what headers said. It
 * goes along with what is asked of the shared budget, and is stored for its own sake once per slot.
 */
final class Untold {
    private static final Duration HEADERS_STORED_EVERY = Duration.ofSeconds(30);

    private final Map<Side, Seen> seen = new EnumMap<>(Side.class);
    private Calls uncounted = Calls.NONE;
    private int windowMax;
    private long toldSlot = Long.MIN_VALUE;

    /** A call was made that nobody was granted. */
    void called(Lane lane) {
        uncounted = uncounted.plus(Calls.of(lane, 1));
    }

    /** What headers said of a day. */
    void seen(Side side, Seen day) {
        seen.put(side, day);
    }

    @Nullable Seen seen(Side side) {
        return seen.get(side);
    }

    /** What HubSpot's headers said of ten seconds. */
    void seenWindowMax(int max) {
        windowMax = max;
    }

    /** All of it, with what has lapsed of the lease. */
    Told with(Lease lease) {
        return new Told(
                uncounted, lease.lapsed(), lease.lapsedSince(), Map.copyOf(seen), windowMax);
    }

    /** The shared budget knows this now. */
    void told(Told told, long slot) {
        uncounted = uncounted.minus(told.uncounted());
        toldSlot = slot;
    }

    /** Whether there are calls to be counted, and none were in this slot. */
    boolean hasCalls(Instant now) {
        return !uncounted.isNone() && toldSlot < LaneUse.slotAt(now);
    }

    /** Whether headers said more of a day than has been stored for a while. */
    boolean hasNews(SharedBudget known) {
        for (Map.Entry<Side, Seen> entry : seen.entrySet()) {
            Instant stored = known.day(entry.getKey()).seenAt();
            if (stored == null
                    || entry.getValue().at().isAfter(stored.plus(HEADERS_STORED_EVERY))) {
                return true;
            }
        }
        return false;
    }
}
