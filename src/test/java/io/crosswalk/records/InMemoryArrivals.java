package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** {@link Arrivals} that note every one. */
public final class InMemoryArrivals implements Arrivals {
    private static final Arrival NONE = new Arrival(null, null, null, null);

    private final Map<Side, Arrival> last = new EnumMap<>(Side.class);

    @Override
    public void taken(Side side, Instant at) {
        Arrival so = last(side);
        last.put(side, new Arrival(at, so.refused(), so.why(), so.found()));
    }

    @Override
    public void refused(Side side, Instant at, String why) {
        Arrival so = last(side);
        last.put(side, new Arrival(so.taken(), at, why, so.found()));
    }

    @Override
    public void found(Side side, Instant at) {
        Arrival so = last(side);
        if (so.silentSince() == null) {
            last.put(side, new Arrival(so.taken(), so.refused(), so.why(), at));
        }
    }

    @Override
    public Arrival last(Side side) {
        return last.getOrDefault(side, NONE);
    }
}
