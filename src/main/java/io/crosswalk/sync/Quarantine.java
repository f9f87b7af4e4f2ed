package io.crosswalk.sync;

import io.crosswalk.records.Base;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecentWrites;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a field alone that is written over and over: two systems quarrel about it, and a person
 * must say who is right. Released by a retry of its problem, or when the sides are in step.
 */
final class Quarantine {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final int writesMax;
    private final Duration window;

    /**
     * @param writesMax how often a field of one record may be written within {@code window}
     */
    Quarantine(int writesMax, Duration window) {
        this.writesMax = writesMax;
        this.window = window;
    }

    /** Whether a further write of the field is held back. */
    boolean holds(Link link, String mappingId, Instant now) {
        RecentWrites recent = recent(link, mappingId, now);
        return recent.quarantined() || recent.writes().size() >= writesMax;
    }

    /**
     * The writes to remember: those that count, and the last few before them for as long as an edit
     * that they may have overwritten can still become known. HubSpot repeats what was not taken for
     * a day.
     */
    RecentWrites remembered(Link link, String mappingId, Instant now) {
        RecentWrites known = link.findings().writes().getOrDefault(mappingId, RecentWrites.NONE);
        RecentWrites all = isReleased(link, mappingId) ? known.forgiven() : known;
        return all.since(now.minus(window), now.minus(REMEMBERED));
    }

    /** The writes that count: a released field begins anew. */
    RecentWrites recent(Link link, String mappingId, Instant now) {
        RecentWrites recent = link.findings().writes().getOrDefault(mappingId, RecentWrites.NONE);
        return isReleased(link, mappingId)
                ? RecentWrites.NONE
                : recent.countingSince(now.minus(window));
    }

    private static boolean isReleased(Link link, String mappingId) {
        return Base.OF_NOTHING.equals(link.parked().get(mappingId));
    }
}
