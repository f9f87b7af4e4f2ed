package io.crosswalk.simulation;

import io.crosswalk.reconcile.CatchUpFailure;
import io.crosswalk.reconcile.Cursors;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

final class InMemoryCursors implements Cursors {
    private final Map<String, Instant> cursors = new HashMap<>();
    private final Faults faults;

    InMemoryCursors(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Instant cursor(String object, Side side) {
        return cursors.getOrDefault(object + side, Instant.EPOCH);
    }

    @Override
    public void advance(String object, Side side, Instant to) {
        faults.point("before cursor");
        cursors.merge(object + side, to, (a, b) -> a.isAfter(b) ? a : b);
        faults.point("after cursor");
    }

    @Override
    public boolean advance(String object, Side side, Instant from, Instant to) {
        faults.point("before cursor");
        boolean moves = cursors.getOrDefault(object + side, from).equals(from);
        if (moves) {
            cursors.put(object + side, to);
        }
        faults.point("after cursor");
        return moves;
    }

    @Override
    public void back(String object, Side side, Instant to) {
        cursors.computeIfPresent(object + side, (key, at) -> at.isBefore(to) ? at : to);
    }

    @Override
    public void succeeded(String object, Side side, Instant at) {}

    @Override
    public void failed(String object, Side side, CatchUpFailure why) {}

    @Override
    public Standing standing(String object, Side side) {
        return new Standing(cursor(object, side), null, null);
    }
}
