package io.crosswalk.simulation;

import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The open problems, as the real store keeps them. */
final class InMemoryProblems implements ProblemStore {
    private final Map<ProblemId, Problem> open = new LinkedHashMap<>();
    private final VirtualClock clock;
    private final Faults faults;
    private final Trace trace;

    InMemoryProblems(VirtualClock clock, Faults faults, Trace trace) {
        this.clock = clock;
        this.faults = faults;
        this.trace = trace;
    }

    Collection<Problem> all() {
        return open.values();
    }

    @Override
    public void raise(Collection<Found> problems) {
        for (Found found : problems) {
            faults.point("before raise");
            Instant now = clock.instant();
            Problem known = open.get(found.id());
            open.put(
                    found.id(),
                    new Problem(
                            found.place(),
                            found.cause(),
                            known == null ? now : known.firstSeen(),
                            now,
                            known == null ? 1 : known.count() + 1));
            trace.add("problem", found.id().text());
        }
        faults.point("after raise");
    }

    @Override
    public Optional<Problem> find(ProblemId id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public void close(Collection<ProblemId> ids) {
        open.keySet().removeAll(ids);
    }

    @Override
    public void closeAllOf(RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {
        closeIf(
                id ->
                        link.equals(id.link())
                                && (mappingId == null
                                        ? id.mappingId() == null
                                        : mappingId.equals(id.mappingId()))
                                && id.code() != keep);
    }

    @Override
    public void closeAllOf(RecordKey link) {
        closeIf(id -> link.equals(id.link()));
    }

    @Override
    public List<Problem> ofRecord(RecordKey link) {
        faults.point("before list");
        return open.values().stream().filter(each -> link.equals(each.id().link())).toList();
    }

    private void closeIf(Predicate<ProblemId> which) {
        faults.point("before close");
        for (ProblemId id : List.copyOf(open.keySet())) {
            if (which.test(id)) {
                open.remove(id);
                trace.add("problem closed", id.text());
            }
        }
        faults.point("after close");
    }

    @Override
    public List<Problem> ofMappings(String object) {
        return List.of();
    }

    @Override
    public Page page(Filter filter, int limit, @Nullable String after) {
        return new Page(new ArrayList<>(open.values()), null);
    }

    @Override
    public Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds) {
        return Map.of();
    }
}
