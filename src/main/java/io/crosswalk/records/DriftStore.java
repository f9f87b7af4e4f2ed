package io.crosswalk.records;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drift figures of the objects, and how far the sweeps are that count them. */
public interface DriftStore {

    /** What the last complete sweep counted; empty before the first. */
    Optional<DriftFigure> figure(String object);

    void publish(String object, DriftFigure figure);

    Sweep sweep(String object);

    /**
     * @param next made of what {@link #sweep} answered
     * @return false, and nothing changes, if somebody else has gone on with it meanwhile
     */
    boolean save(String object, Sweep next);

    /**
     * A sweep under way, or the last one.
     *
     * @param step counts the saves
     * @param startedAt the start of this or the last sweep; {@link Instant#EPOCH} before the first
     * @param after the page of links to go on with; null at the start
     * @param counted the sums so far; null when no sweep is under way
     */
    record Sweep(
            long step, Instant startedAt, @Nullable String after, @Nullable DriftFigure counted) {
        public static final Sweep NONE = new Sweep(0, Instant.EPOCH, null, null);

        public Sweep begun(Instant now) {
            return new Sweep(step, now, null, DriftFigure.begun(now));
        }

        public Sweep advanced(String after, DriftFigure counted) {
            return new Sweep(step + 1, startedAt, after, counted);
        }

        public Sweep ended() {
            return new Sweep(step + 1, startedAt, null, null);
        }
    }
}
