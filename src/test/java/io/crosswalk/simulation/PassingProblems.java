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

/** Passes everything on; a planted fault overrides what it spoils. */
class PassingProblems implements ProblemStore {
    private final ProblemStore problems;

    PassingProblems(ProblemStore problems) {
        this.problems = problems;
    }

    @Override
    public void raise(Collection<Found> found) {
        problems.raise(found);
    }

    @Override
    public Optional<Problem> find(ProblemId id) {
        return problems.find(id);
    }

    @Override
    public void close(Collection<ProblemId> ids) {
        problems.close(ids);
    }

    @Override
    public void closeAllOf(RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {
        problems.closeAllOf(link, mappingId, keep);
    }

    @Override
    public List<Problem> ofRecord(RecordKey link) {
        return problems.ofRecord(link);
    }

    @Override
    public void closeAllOf(RecordKey link) {
        problems.closeAllOf(link);
    }

    @Override
    public List<Problem> ofMappings(String object) {
        return problems.ofMappings(object);
    }

    @Override
    public Page page(Filter filter, int limit, @Nullable String after) {
        return problems.page(filter, limit, after);
    }

    @Override
    public Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds) {
        return problems.countOfRecords(object, mappingIds);
    }
}
