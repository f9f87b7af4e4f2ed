package io.crosswalk.budget;

import io.crosswalk.records.Priority;
import java.time.Duration;
import java.time.Instant;

/**
 * The calls of a lane that were granted, in slots of five seconds: a grant is good until its slot
 * ends, and any ten seconds touch three slots at most, so these three are what counts.
 *
 * @param now of the slot that is running
 */
public record LaneUse(Spent now, Spent before, Spent earlier) {
    static final int SLOTS = 3;
    static final Duration SLOT = Duration.ofSeconds(5);
    static final LaneUse NONE = new LaneUse(Spent.NONE, Spent.NONE, Spent.NONE);

    /** Per priority. */
    public record Spent(int edit, int reconcile, int backfill) {
        static final Spent NONE = new Spent(0, 0, 0);

        Spent plus(Priority priority, int calls) {
            return switch (priority) {
                case EDIT -> new Spent(edit + calls, reconcile, backfill);
                case RECONCILE -> new Spent(edit, reconcile + calls, backfill);
                case BACKFILL -> new Spent(edit, reconcile, backfill + calls);
            };
        }

        Spent plus(Spent other) {
            return new Spent(
                    edit + other.edit, reconcile + other.reconcile, backfill + other.backfill);
        }

        public int total() {
            return edit + reconcile + backfill;
        }
    }

    static long slotAt(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), SLOT.toMillis());
    }

    static Instant start(long slot) {
        return Instant.ofEpochMilli(slot * SLOT.toMillis());
    }

    /**
     * @param slots how many have begun since; not negative
     */
    LaneUse after(long slots) {
        if (slots == 0) {
            return this;
        }
        if (slots == 1) {
            return new LaneUse(Spent.NONE, now, before);
        }
        return slots == 2 ? new LaneUse(Spent.NONE, Spent.NONE, now) : NONE;
    }

    LaneUse plus(Priority priority, int calls) {
        return calls == 0 ? this : new LaneUse(now.plus(priority, calls), before, earlier);
    }

    Spent all() {
        return now.plus(before).plus(earlier);
    }

    int total() {
        return now.total() + before.total() + earlier.total();
    }
}
