package io.crosswalk.simulation;

import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Problems are told to nobody: what they say is tested elsewhere. */
final class NoProblems implements ProblemStore {
    @Override
    public void raise(Collection<Found> problems) {}

    @Override
    public Optional<Problem> find(ProblemId id) {
        return Optional.empty();
    }

    @Override
    public void close(Collection<ProblemId> ids) {}

    @Override
    public void closeAllOf(
            RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {}

    @Override
    public void closeAllOf(RecordKey link) {}

    @Override
    public List<Problem> ofMappings(String object) {
        return List.of();
    }

    @Override
    public Page page(Filter filter, int limit, @Nullable String after) {
        return new Page(List.of(), null);
    }

    @Override
    public Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds) {
        return Map.of();
    }
}
