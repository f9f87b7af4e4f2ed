package io.crosswalk.sync;

import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes what was opened and closed. */
final class RecordedProblems implements ProblemStore {
    final List<String> calls = new ArrayList<>();
    final List<Found> raised = new ArrayList<>();

    /** What is open when somebody asks. */
    final List<Problem> open = new ArrayList<>();

    @Override
    public void raise(Collection<Found> problems) {
        raised.addAll(problems);
        problems.forEach(found -> calls.add("raise " + found.id().text()));
    }

    @Override
    public void closeAllOf(RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {
        calls.add("close " + link.recordId() + " " + mappingId + " but " + keep);
    }

    @Override
    public void closeAllOf(RecordKey link) {
        calls.add("close all of " + link.recordId());
    }

    @Override
    public Optional<Problem> find(ProblemId id) {
        throw new AssertionError("not asked for");
    }

    @Override
    public void close(Collection<ProblemId> ids) {
        ids.forEach(id -> calls.add("close " + id.text()));
    }

    @Override
    public List<Problem> ofRecord(RecordKey link) {
        calls.add("list " + link.recordId());
        return List.copyOf(open);
    }

    @Override
    public List<Problem> ofMappings(String object) {
        throw new AssertionError("not asked for");
    }

    @Override
    public Page page(Filter filter, int limit, @Nullable String after) {
        throw new AssertionError("not asked for");
    }

    @Override
    public Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds) {
        throw new AssertionError("not asked for");
    }
}
