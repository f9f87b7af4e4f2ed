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

    /** Notes that a run has looked at all that it could see. */
    void succeeded(String object, Side side, Instant at);

    /** When that was last; null before the first time. */
    @Nullable Instant lastSuccess(String object, Side side);
}
