package io.crosswalk.reconcile;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cursors that only move forward; nobody asks for successes. */
final class KeptCursors implements Cursors {
    private final Map<String, Instant> cursors = new HashMap<>();

    @Override
    public Instant cursor(String object, Side side) {
        return cursors.getOrDefault(object + side, Instant.EPOCH);
    }

    @Override
    public void advance(String object, Side side, Instant to) {
        cursors.merge(object + side, to, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public void succeeded(String object, Side side, Instant at) {
        throw new AssertionError("not asked for");
    }

    @Override
    public @Nullable Instant lastSuccess(String object, Side side) {
        throw new AssertionError("not asked for");
    }
}
