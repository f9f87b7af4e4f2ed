package io.crosswalk.reconcile;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** {@link Cursors} in memory. */
public final class KeptCursors implements Cursors {
    private final Map<String, Instant> cursors = new HashMap<>();
    private final Map<String, Instant> successes = new HashMap<>();
    private final Map<String, CatchUpFailure> failures = new HashMap<>();

    @Override
    public Instant cursor(String object, Side side) {
        return cursors.getOrDefault(object + side, Instant.EPOCH);
    }

    @Override
    public void advance(String object, Side side, Instant to) {
        cursors.merge(object + side, to, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public boolean advance(String object, Side side, Instant from, Instant to) {
        boolean moves = cursors.getOrDefault(object + side, from).equals(from);
        if (moves) {
            cursors.put(object + side, to);
        }
        return moves;
    }

    @Override
    public void back(String object, Side side, Instant to) {
        cursors.computeIfPresent(object + side, (key, at) -> at.isBefore(to) ? at : to);
    }

    @Override
    public void succeeded(String object, Side side, Instant at) {
        successes.put(object + side, at);
        failures.remove(object + side);
    }

    @Override
    public void failed(String object, Side side, CatchUpFailure why) {
        failures.put(object + side, why);
    }

    @Override
    public Standing standing(String object, Side side) {
        return new Standing(
                cursor(object, side), successes.get(object + side), failures.get(object + side));
    }
}
