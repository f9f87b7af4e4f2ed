package io.crosswalk.reconcile;

import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.reconcile.HeldLinks.Part;
import io.crosswalk.records.BreakerStore;
import io.crosswalk.records.BreakerStore.Release;
import io.crosswalk.records.BreakerStore.State;
import io.crosswalk.records.MassChange;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Has the links that paused mappings held looked at again once these are released, page by page, a
 * bounded number in a run. They are gone through twice: the second time when no sync can still be
 * at work that began before the release, and held a link after the first pass had gone by.
 *
 * <p>A mapping that does not sync any more, or is gone, is released by itself. Should it sync
 * again, it is counted as ever.
 */
@ApplicationScoped
public class BreakerRelease {
    private final BreakerStore breaker;
    private final PausedMappings paused;
    private final MappingStore mappings;
    private final HeldLinks held;
    private final BreakerConfig config;
    private final Clock clock;

    public BreakerRelease(
            BreakerStore breaker,
            PausedMappings paused,
            MappingStore mappings,
            HeldLinks held,
            BreakerConfig config,
            Clock clock) {
        this.breaker = breaker;
        this.paused = paused;
        this.mappings = mappings;
        this.held = held;
        this.config = config;
        this.clock = clock;
    }

    public void run() {
        ObjectPairs.all().forEach(this::run);
    }

    private void run(ObjectPair object) {
        // In this order: what is paused in between shows in neither, or in the second.
        Set<String> shown = mappings.settings(object.name()).paused();
        List<State> states = breaker.of(object.name());
        if (shown.isEmpty() && states.isEmpty()) {
            return;
        }
        mend(object.name(), shown, states);
        Map<String, Mapping> known = new HashMap<>();
        mappings.mappings(object.name()).forEach(mapping -> known.put(mapping.id(), mapping));
        List<State> released = new ArrayList<>();
        for (State state : states) {
            if (isReleased(object.name(), state, known.get(state.mappingId()))) {
                released.add(state);
            }
        }
        if (!released.isEmpty()) {
            goThrough(object.name(), released);
        }
    }

    /** A function that stopped between the two has left them apart. */
    private void mend(String object, Set<String> shown, List<State> states) {
        Set<String> gone = new HashSet<>(shown);
        for (State state : states) {
            if (state.paused() != null && !gone.remove(state.mappingId())) {
                breaker.show(object, state.mappingId(), true);
            }
        }
        gone.forEach(id -> breaker.show(object, id, false));
    }

    /** Whether its held links may be looked at again now. */
    private boolean isReleased(String object, State state, @Nullable Mapping mapping) {
        MassChange why = state.paused();
        Release release = state.release();
        if (mapping == null) {
            paused.lift(object, state.mappingId(), Duration.ZERO);
            breaker.forget(object, state.mappingId());
        } else if (why != null && mapping.syncRule() == SyncRule.DONT_SYNC) {
            paused.lift(object, state.mappingId(), Duration.ZERO);
        } else if (why != null) {
            paused.tell(mapping, why);
        } else {
            return release != null && !release.passAt().isAfter(clock.instant());
        }
        return false;
    }

    /** One way for all of them: who joins, or begins another pass, has the others begin with it. */
    private void goThrough(String object, List<State> released) {
        Map<String, Release> releases = new TreeMap<>();
        released.forEach(state -> releases.put(state.mappingId(), state.release()));
        @Nullable String from = from(releases.values());
        Part part = held.lookAgain(object, releases.keySet(), from);
        Instant next = clock.instant();
        for (Release release : releases.values()) {
            next = settled(release).isAfter(next) ? settled(release) : next;
        }
        for (Map.Entry<String, Release> each : releases.entrySet()) {
            String id = each.getKey();
            Release release = each.getValue();
            long more = part.retried().getOrDefault(id, 0L);
            if (part.after() != null) {
                breaker.save(object, id, release, release.advanced(part.after(), more));
                continue;
            }
            paused.close(object, id);
            boolean last = !release.passAt().isBefore(settled(release));
            breaker.save(object, id, release, last ? null : release.nextPass(next, more));
        }
    }

    /** Where all of them are; the start, where they are apart. */
    private static @Nullable String from(Collection<Release> releases) {
        Set<@Nullable String> places = new HashSet<>();
        releases.forEach(release -> places.add(release.after()));
        return places.size() == 1 ? places.iterator().next() : null;
    }

    /** When no sync can still be at work that began before the release. */
    private Instant settled(Release release) {
        return release.at().plus(config.settledAfter());
    }
}
