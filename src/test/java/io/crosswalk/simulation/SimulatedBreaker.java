package io.crosswalk.simulation;

import io.crosswalk.records.BreakerStore;
import io.crosswalk.records.InMemoryBreakerStore;
import io.crosswalk.records.MassChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the mass-change breaker knows, and where a function can die about it. */
final class SimulatedBreaker implements BreakerStore {
    private final InMemoryBreakerStore store = new InMemoryBreakerStore();
    private final Faults faults;
    private final Trace trace;

    SimulatedBreaker(Faults faults, Trace trace) {
        this.faults = faults;
        this.trace = trace;
    }

    /** Ids of the mappings that their settings show as paused. */
    Set<String> shown(String object) {
        Set<String> ids = new TreeSet<>();
        for (String shown : store.shown) {
            ids.add(shown.substring(object.length() + 1));
        }
        return ids;
    }

    boolean isQuiet(String object) {
        return store.of(object).isEmpty() && store.shown.isEmpty();
    }

    @Override
    public Counted count(
            String object,
            String mappingId,
            long overwritten,
            long cleared,
            Instant now,
            Duration window) {
        faults.point("before count");
        return store.count(object, mappingId, overwritten, cleared, now, window);
    }

    @Override
    public boolean pause(String object, String mappingId, MassChange why) {
        faults.point("before pause");
        boolean paused = store.pause(object, mappingId, why);
        trace.add("pause", mappingId, paused);
        faults.counts.count(Fault.MAPPING_PAUSED);
        faults.point("after pause");
        return paused;
    }

    @Override
    public boolean release(String object, String mappingId, Instant now, Instant exemptUntil) {
        boolean released = store.release(object, mappingId, now, exemptUntil);
        trace.add("release", mappingId, released);
        faults.point("after release");
        return released;
    }

    @Override
    public List<State> of(String object) {
        return store.of(object);
    }

    @Override
    public boolean save(String object, String mappingId, Release before, @Nullable Release next) {
        faults.point("before releases are noted");
        return store.save(object, mappingId, before, next);
    }

    @Override
    public void forget(String object, String mappingId) {
        store.forget(object, mappingId);
    }

    @Override
    public void show(String object, String mappingId, boolean paused) {
        store.show(object, mappingId, paused);
    }
}
