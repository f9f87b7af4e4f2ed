package io.crosswalk.reconcile;

import io.crosswalk.rules.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Up to where each object was caught up with, per side; survives crashes. */
public interface Cursors {

    /** {@link Instant#EPOCH} before the first run. */
    Instant cursor(String object, Side side);

    /** Moves forward; an earlier time than the stored one changes nothing. */
    void advance(String object, Side side, Instant to);

    /**
     * Moves forward from where a run has read on.
     *
     * @return false, and nothing changes, if somebody has moved it meanwhile: then that counts
     */
    boolean advance(String object, Side side, Instant from, Instant to);

    /** Moves back: what changed since then is read again. A later time changes nothing. */
    void back(String object, Side side, Instant to);

    /** Notes that a run has looked at all that it could see. Ends what {@link #failed} noted. */
    void succeeded(String object, Side side, Instant at);

    /** Notes that a run could not. */
    void failed(String object, Side side, CatchUpFailure why);

    /** For people: what was written a moment ago may not show yet. */
    Standing standing(String object, Side side);

    /**
     * How catching up with one side of an object goes.
     *
     * @param cursor {@link Instant#EPOCH} before the first run
     * @param lastSuccess when a run had last looked at all that it could see; null before the first
     *     time
     * @param failure why the last try failed; null if none has since the last success
     */
    record Standing(
            Instant cursor, @Nullable Instant lastSuccess, @Nullable CatchUpFailure failure) {}
}
