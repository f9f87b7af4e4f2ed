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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Problems in a list, each opened a second after the one before; a cursor is such a second. */
final class ListedProblems implements ProblemStore {
    final List<Problem> open = new ArrayList<>();

    private long seconds;

    void open(String mappingId, int records) {
        for (int i = 0; i < records; i++) {
            ProblemPlace place =
                    ProblemPlace.mapping("contact", mappingId, "phone", "Phone")
                            .withRecord(RecordKey.hubspot("contact", Integer.toString(i)), null);
            open(place, ProblemCode.TOO_LONG);
        }
    }

    void openOfMapping(String mappingId) {
        open(ProblemPlace.mapping("contact", mappingId, "phone", "Phone"), ProblemCode.FIELD_GONE);
    }

    void openOfRecord(int record) {
        RecordKey link = RecordKey.hubspot("contact", Integer.toString(record));
        open(ProblemPlace.record(link, null), ProblemCode.RECORD_GONE);
    }

    /** Of contacts that HubSpot alone has, from that id on. */
    void openNotCreated(int first, int records) {
        for (int i = first; i < first + records; i++) {
            RecordKey contact = RecordKey.hubspot("contact", Integer.toString(i));
            open(ProblemPlace.record(contact, null), ProblemCode.NOT_CREATED);
        }
    }

    private void open(ProblemPlace place, ProblemCode code) {
        raise(List.of(new Found(place, ProblemCause.of(code, "It is so."))));
    }

    @Override
    public Page page(Filter filter, int limit, @Nullable String after) {
        long from = after == null ? 0 : Long.parseLong(after);
        List<Problem> matching =
                open.stream()
                        .filter(problem -> problem.firstSeen().getEpochSecond() > from)
                        .filter(
                                problem ->
                                        filter.mappingId() == null
                                                || filter.mappingId()
                                                        .equals(problem.id().mappingId()))
                        .filter(
                                problem ->
                                        filter.code() == null
                                                || filter.code() == problem.id().code())
                        .toList();
        if (matching.size() <= limit) {
            return new Page(matching, null);
        }
        List<Problem> page = matching.subList(0, limit);
        return new Page(page, Long.toString(page.get(limit - 1).firstSeen().getEpochSecond()));
    }

    @Override
    public void close(Collection<ProblemId> ids) {
        open.removeIf(problem -> ids.contains(problem.id()));
    }

    @Override
    public void raise(Collection<Found> problems) {
        for (Found found : problems) {
            Instant at = Instant.ofEpochSecond(++seconds);
            open.add(new Problem(found.place(), found.cause(), at, at, 1));
        }
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
        Map<String, Integer> counts = new HashMap<>();
        open.stream()
                .map(Problem::id)
                .filter(id -> id.link() != null && id.mappingId() != null)
                .filter(id -> mappingIds.contains(id.mappingId()))
                .forEach(id -> counts.merge(id.mappingId(), 1, Integer::sum));
        return counts;
    }
}
