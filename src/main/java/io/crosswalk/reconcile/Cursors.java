package io.crosswalk.reconcile;

import io.crosswalk.rules.Side;
import java.time.Instant;

/** Up to where each object was caught up with, per side; survives crashes. */
public interface Cursors {

    /** {@link Instant#EPOCH} before the first run. */
    Instant cursor(String object, Side side);

    /** Moves forward; an earlier time than the stored one changes nothing. */
    void advance(String object, Side side, Instant to);
}
