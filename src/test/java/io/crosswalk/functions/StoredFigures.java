package io.crosswalk.functions;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.reconcile.CatchUpFailure;
import io.crosswalk.reconcile.Cursors;
import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cursors, problems and settings as a test says; asked for anything else they fail it. */
final class StoredFigures {
    private final Map<String, Instant> caughtUp = new HashMap<>();
    private final List<Problem> open = new ArrayList<>();
    private boolean failing;

    void caughtUp(String object, Side side, Instant at) {
        caughtUp.put(object + side, at);
    }

    void open(Problem problem) {
        open.add(problem);
    }

    void fail() {
        failing = true;
    }

    private static AssertionError notAskedFor() {
        return new AssertionError("not asked for");
    }

    Cursors cursors() {
        return new Cursors() {
            @Override
            public Instant cursor(String object, Side side) {
                throw notAskedFor();
            }

            @Override
            public void advance(String object, Side side, Instant to) {
                throw notAskedFor();
            }

            @Override
            public boolean advance(String object, Side side, Instant from, Instant to) {
                throw notAskedFor();
            }

            @Override
            public void back(String object, Side side, Instant to) {
                throw notAskedFor();
            }

            @Override
            public void succeeded(String object, Side side, Instant at) {
                throw notAskedFor();
            }

            @Override
            public void failed(String object, Side side, CatchUpFailure why) {
                throw notAskedFor();
            }

            @Override
            public Standing standing(String object, Side side) {
                return new Standing(Instant.EPOCH, caughtUp.get(object + side), null);
            }
        };
    }

    /** Contacts sync. */
    MappingStore mappings() {
        return new MappingStore() {
            @Override
            public ObjectSettings settings(String object) {
                return new ObjectSettings(object.equals("contact"), 1);
            }

            @Override
            public List<Mapping> mappings(String object) {
                throw notAskedFor();
            }

            @Override
            public List<ObjectConfiguration> load(List<String> objects) {
                throw notAskedFor();
            }

            @Override
            public boolean save(Collection<Change> changes) {
                throw notAskedFor();
            }

            @Override
            public List<Mapping> history(
                    String object, String id, @Nullable Long before, int limit) {
                throw notAskedFor();
            }
        };
    }

    ProblemStore problems() {
        return new ProblemStore() {
            @Override
            public void raise(Collection<Found> problems) {
                throw notAskedFor();
            }

            @Override
            public Optional<Problem> find(ProblemId id) {
                throw notAskedFor();
            }

            @Override
            public void close(Collection<ProblemId> ids) {}

            @Override
            public void closeAllOf(
                    RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {
                throw notAskedFor();
            }

            @Override
            public void closeAllOf(RecordKey link) {
                throw notAskedFor();
            }

            @Override
            public List<Problem> ofRecord(RecordKey link) {
                throw notAskedFor();
            }

            @Override
            public List<Problem> ofMappings(String object) {
                throw notAskedFor();
            }

            @Override
            public Page page(Filter filter, int limit, @Nullable String after) {
                if (failing) {
                    throw new IllegalStateException("Storage is away");
                }
                List<Problem> its =
                        open.stream()
                                .filter(it -> it.place().object().equals(filter.object()))
                                .toList();
                int from = after == null ? 0 : Integer.parseInt(after);
                int to = Math.min(its.size(), from + limit);
                return new Page(
                        its.subList(from, to), to < its.size() ? Integer.toString(to) : null);
            }

            @Override
            public Map<String, Integer> countOfRecords(
                    String object, Collection<String> mappingIds) {
                throw notAskedFor();
            }
        };
    }
}
