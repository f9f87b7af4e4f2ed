package io.crosswalk.records;

import io.crosswalk.records.Problem.Found;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Problems of objects and mappings, counted and closed as the real store does it. */
public final class OpenProblems implements ProblemStore {
    private final Map<ProblemId, Problem> open = new LinkedHashMap<>();
    private final Clock clock;

    public OpenProblems(Clock clock) {
        this.clock = clock;
    }

    public List<Problem> all() {
        return List.copyOf(open.values());
    }

    @Override
    public void raise(Collection<Found> problems) {
        Instant now = clock.instant();
        for (Found found : problems) {
            Problem known = open.get(found.id());
            open.put(
                    found.id(),
                    new Problem(
                            found.place(),
                            found.cause(),
                            known == null ? now : known.firstSeen(),
                            now,
                            known == null ? 1 : known.count() + 1));
        }
    }

    @Override
    public Optional<Problem> find(ProblemId id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public void close(Collection<ProblemId> ids) {
        open.keySet().removeAll(List.copyOf(ids));
    }

    @Override
    public List<Problem> ofMappings(String object) {
        return open.values().stream()
                .filter(problem -> problem.place().object().equals(object))
                .toList();
    }

    @Override
    public Page page(Filter filter, int limit, @Nullable String after) {
        return new Page(all(), null);
    }

    @Override
    public Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds) {
        return Map.of();
    }

    @Override
    public void closeAllOf(RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {
        throw new AssertionError("not asked for");
    }

    @Override
    public void closeAllOf(RecordKey link) {
        throw new AssertionError("not asked for");
    }

    @Override
    public List<Problem> ofRecord(RecordKey link) {
        throw new AssertionError("not asked for");
    }
}
