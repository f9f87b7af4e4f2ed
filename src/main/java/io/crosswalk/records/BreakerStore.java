package io.crosswalk.records;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mass-change breaker knows of each mapping. Every method is atomic, however many
 * functions call it at once; a mapping that is paused shows so in its object's settings, which
 * every sync reads anyway.
 */
public interface BreakerStore {

    /**
     * Counts writes that are about to be made, unless the mapping is paused or exempt.
     *
     * @param window what is older does not count; kept to a sixth of it
     */
    Counted count(
            String object,
            String mappingId,
            long overwritten,
            long cleared,
            Instant now,
            Duration window);

    /**
     * Pauses a mapping; one that is paused already keeps its first reason.
     *
     * @return false, and nothing changes, if a person has released it, and it is exempt
     */
    boolean pause(String object, String mappingId, MassChange why);

    /**
     * Lets a paused mapping write again, and notes that its held links are to be looked at again.
     * Until all are, and until {@code exemptUntil}, it is exempt.
     *
     * @param exemptUntil {@code now} exempts it from nothing, however long that takes
     * @return false, and nothing changes, if it is not paused
     */
    boolean release(String object, String mappingId, Instant now, Instant exemptUntil);

    /** The object's mappings that are paused, or whose held links are not all looked at yet. */
    List<State> of(String object);

    /**
     * Notes how far the held links were gone through.
     *
     * @param next null when all were
     * @return false, and nothing changes, if somebody else has gone on with it, or it was paused
     *     again
     */
    boolean save(String object, String mappingId, Release before, @Nullable Release next);

    /** Of a mapping that is gone. */
    void forget(String object, String mappingId);

    /** Brings the settings in line where a function stopped in between. */
    void show(String object, String mappingId, boolean paused);

    enum Outcome {
        COUNTED,
        PAUSED,
        EXEMPT
    }

    /**
     * @param overwritten in the window, with what was just counted; 0 when it was not
     * @param cleared likewise
     */
    record Counted(Outcome outcome, long overwritten, long cleared) {
        public long total() {
            return overwritten + cleared;
        }
    }

    /**
     * @param paused null when it is not
     * @param release null when nothing is under way
     */
    record State(String mappingId, @Nullable MassChange paused, @Nullable Release release) {}

    /**
     * A way through the links of a mapping that was released.
     *
     * @param at when it was
     * @param passAt when this pass through them began, or may begin
     * @param after the page of links to go on with; null at the start
     * @param retried how many held links were found and are looked at again
     */
    record Release(Instant at, Instant passAt, @Nullable String after, long retried) {

        public Release advanced(@Nullable String after, long more) {
            return new Release(at, passAt, after, retried + more);
        }

        public Release nextPass(Instant from, long more) {
            return new Release(at, from, null, retried + more);
        }
    }
}
