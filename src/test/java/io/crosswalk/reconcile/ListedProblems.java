package io.crosswalk.reconcile;

import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Problems of one mapping's records in a list; a cursor is the index of the last one's id. */
final class ListedProblems implements ProblemStore {
    final List<Problem> open = new ArrayList<>();

    void open(String mappingId, int records) {
        for (int i = 0; i < records; i++) {
            ProblemPlace place =
                    ProblemPlace.mapping("contact", mappingId, "phone", "Phone")
                            .withRecord(RecordKey.hubspot("contact", Integer.toString(i)), null);
            open.add(
                    new Problem(
                            place,
                            ProblemCause.of(ProblemCode.TOO_LONG, "Too long."),
                            Instant.EPOCH,
                            Instant.EPOCH,
                            1));
        }
    }

    @Override
    public Page page(Filter filter, int limit, @Nullable String after) {
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(open.size(), from + limit);
        return new Page(
                List.copyOf(open.subList(from, to)),
                to < open.size() ? Integer.toString(to) : null);
    }

    @Override
    public void close(Collection<ProblemId> ids) {
        open.removeIf(problem -> ids.contains(problem.id()));
    }

    @Override
    public void raise(Collection<Found> problems) {
        problems.forEach(
                found ->
                        open.add(
                                new Problem(
                                        found.place(),
                                        found.cause(),
                                        Instant.EPOCH,
                                        Instant.EPOCH,
                                        1)));
    }

    @Override
    public Optional<Problem> find(ProblemId id) {
        return open.stream().filter(problem -> problem.id().equals(id)).findFirst();
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

    @Override
    public List<Problem> ofMappings(String object) {
        throw new AssertionError("not asked for");
    }

    @Override
    public Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds) {
        throw new AssertionError("not asked for");
    }
}
