package io.crosswalk.reconcile;

import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.records.BreakerStore;
import io.crosswalk.records.BreakerStore.Release;
import io.crosswalk.records.BreakerStore.State;
import io.crosswalk.records.Difference;
import io.crosswalk.records.MassChange;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.LinkPage;
import io.crosswalk.records.RecordStore.LinkSummary;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has the links that a paused mapping held looked at again once it is released, page by page, a
 * bounded number in a run. They are gone through twice: the second time when no sync can still be
 * at work that began before the release, and held a link after the first pass had gone by.
 *
 * <p>A mapping that does not sync any more, or is gone, is released by itself.
 */
@ApplicationScoped
public class BreakerRelease {
    private static final int PAGE = 500;

    /** Pages of one run; most links hold nothing back. */
    private static final int PAGES_MAX = 40;

    private final BreakerStore breaker;
    private final PausedMappings paused;
    private final MappingStore mappings;
    private final RecordStore records;
    private final BreakerConfig config;
    private final Clock clock;

    public BreakerRelease(
            BreakerStore breaker,
            PausedMappings paused,
            MappingStore mappings,
            RecordStore records,
            BreakerConfig config,
            Clock clock) {
        this.breaker = breaker;
        this.paused = paused;
        this.mappings = mappings;
        this.records = records;
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
        for (State state : states) {
            run(object.name(), state, known.get(state.mappingId()));
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

    private void run(String object, State state, @Nullable Mapping mapping) {
        MassChange why = state.paused();
        Release release = state.release();
        if (mapping == null) {
            paused.lift(object, state.mappingId());
            breaker.forget(object, state.mappingId());
        } else if (why != null && mapping.syncRule() == SyncRule.DONT_SYNC) {
            paused.lift(object, state.mappingId());
        } else if (why != null) {
            paused.tell(mapping, why);
        } else if (release != null && !release.passAt().isAfter(clock.instant())) {
            goThrough(object, state.mappingId(), release);
        }
    }

    private void goThrough(String object, String mappingId, Release release) {
        @Nullable String after = release.after();
        int retried = 0;
        for (int pages = 0; pages < PAGES_MAX && retried < config.releasesMax(); pages++) {
            LinkPage page = records.links(object, PAGE, after);
            List<RecordKey> held =
                    page.items().stream()
                            .filter(link -> isHeld(link, mappingId))
                            .map(LinkSummary::key)
                            .toList();
            retried += records.retryAll(held, mappingId).size();
            after = page.next();
            if (after == null) {
                paused.close(object, mappingId);
                breaker.save(object, mappingId, release, next(release, retried));
                return;
            }
        }
        breaker.save(object, mappingId, release, release.advanced(after, retried));
    }

    private static boolean isHeld(LinkSummary link, String mappingId) {
        Difference difference = link.differences().get(mappingId);
        return difference != null && difference.reason() == Difference.Reason.PAUSED;
    }

    /** Null after the last pass. */
    private @Nullable Release next(Release release, int retried) {
        Instant settled = release.at().plus(config.settledAfter());
        return release.passAt().isBefore(settled) ? release.nextPass(settled, retried) : null;
    }
}
