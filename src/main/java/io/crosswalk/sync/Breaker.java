package io.crosswalk.sync;

import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.records.BreakerStore;
import io.crosswalk.records.BreakerStore.Counted;
import io.crosswalk.records.BreakerStore.Outcome;
import io.crosswalk.records.Difference;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.DriftStore;
import io.crosswalk.records.Link;
import io.crosswalk.records.MassChange;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.FieldDecision.Write;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pauses a mapping that would overwrite or clear more than a share of the linked records within a
 * window, before the writes are noted down anywhere, and holds back what a paused mapping would
 * write. Every write is counted before it is made and every function gets its own sum back, so what
 * is above the share never goes out, however many functions write at once.
 *
 * <p>Filling a blank is no harm and does not count; what a person asked for with a preview is
 * neither counted nor held.
 */
@ApplicationScoped
public class Breaker {
    private final BreakerStore store;
    private final DriftStore drift;
    private final ProblemStore problems;
    private final BreakerConfig config;
    private final Clock clock;
    private final Tally tally = new Tally();

    public Breaker(
            BreakerStore store,
            DriftStore drift,
            ProblemStore problems,
            BreakerConfig config,
            Clock clock) {
        this.store = store;
        this.drift = drift;
        this.problems = problems;
        this.config = config;
        this.clock = clock;
    }

    /** What a batch would replace or clear of one mapping. */
    private static final class Changes {
        final Mapping mapping;
        final List<Tally.Change> all = new ArrayList<>();
        private int inHubspot;

        Changes(Mapping mapping) {
            this.mapping = mapping;
        }

        void add(RecordKey link, Write write) {
            inHubspot += write.side() == Side.HUBSPOT ? 1 : 0;
            all.add(new Tally.Change(link, write.value().isBlank()));
        }

        /** The side that most of them are about: one of many may go the other way. */
        Side side() {
            return 2 * inHubspot > all.size() ? Side.HUBSPOT : Side.SALESFORCE;
        }
    }

    /**
     * Holds back what may not be written now; the rest goes on.
     *
     * @param paused ids of mappings that are known to be paused
     */
    void hold(Set<String> paused, List<LinkWork> works) {
        Set<String> held = new HashSet<>(paused);
        if (config.enabled()) {
            for (Changes changes : changes(works, held).values()) {
                if (trips(changes)) {
                    held.add(changes.mapping.id());
                }
            }
        }
        holdPaused(held, works);
    }

    /** Likewise, of what is known to be paused: counts nothing. */
    static void holdPaused(Set<String> paused, List<LinkWork> works) {
        if (!paused.isEmpty()) {
            works.forEach(work -> hold(work, paused));
        }
    }

    private static void hold(LinkWork work, Set<String> held) {
        for (FieldDecision decided : List.copyOf(work.decisions())) {
            boolean writes = decided.write() != null && !isAsked(work, decided);
            if (writes && held.contains(decided.mappingId())) {
                work.hold(decided, Difference.Reason.PAUSED);
            }
        }
    }

    private static Map<String, Changes> changes(List<LinkWork> works, Set<String> paused) {
        Map<String, Changes> changes = new LinkedHashMap<>();
        for (LinkWork work : works) {
            for (FieldDecision decided : work.decisions()) {
                Write write = decided.write();
                if (write == null
                        || paused.contains(decided.mappingId())
                        || decided.value(write.side()).isBlank()
                        || isTriedAgain(work, decided)
                        || isAsked(work, decided)) {
                    continue;
                }
                Changes its =
                        changes.computeIfAbsent(
                                decided.mappingId(), id -> new Changes(decided.field().mapping()));
                its.add(work.link.key(), write);
            }
        }
        return changes;
    }

    /** What a CRM has refused was counted when it was tried first. */
    private static boolean isTriedAgain(LinkWork work, FieldDecision decided) {
        Link link = work.seen().link();
        String id = decided.mappingId();
        return link.findings().retries().containsKey(id)
                && decided.now().equals(link.parked().get(id));
    }

    /**
     * Whether a backfill or an undo asked for it, which people see a preview of; or it puts an edit
     * back that a write of ours has overwritten.
     */
    private static boolean isAsked(LinkWork work, FieldDecision decided) {
        return decided.decision() instanceof Intervention
                || work.seen().asked().run(decided) != null;
    }

    private boolean trips(Changes changes) {
        Mapping mapping = changes.mapping;
        Optional<Tally.Sum> sum =
                tally.add(
                        mapping.object() + "/" + mapping.id(),
                        changes.all,
                        clock.instant(),
                        config.window(),
                        config.countFrom());
        if (sum.isEmpty()) {
            return false;
        }
        Counted counted =
                store.count(
                        mapping.object(),
                        mapping.id(),
                        sum.get().overwritten(),
                        sum.get().cleared(),
                        clock.instant(),
                        config.window());
        return counted.outcome() == Outcome.PAUSED
                || counted.outcome() == Outcome.COUNTED
                        && counted.total() >= config.records()
                        && isPaused(changes, counted);
    }

    private boolean isPaused(Changes changes, Counted counted) {
        Mapping mapping = changes.mapping;
        @Nullable Long linked = drift.figure(mapping.object()).map(DriftFigure::links).orElse(null);
        if (linked != null && counted.total() <= config.share() * linked) {
            return false;
        }
        MassChange why =
                new MassChange(
                        clock.instant(),
                        changes.side(),
                        counted.overwritten(),
                        counted.cleared(),
                        linked,
                        config.window());
        if (!store.pause(mapping.object(), mapping.id(), why)) {
            return false;
        }
        problems.raise(List.of(PausedMappings.found(mapping, why)));
        return true;
    }
}
