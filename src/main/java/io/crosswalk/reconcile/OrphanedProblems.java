package io.crosswalk.reconcile;

import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.ProblemStore.Filter;
import io.crosswalk.records.ProblemStore.Page;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes problems of records' values whose mapping was deleted or does not sync any more. The
 * values are made to be tried again first: should it sync again, they are no longer parked in
 * silence.
 */
final class OrphanedProblems {
    private static final int PAGE = 100;

    private final ProblemStore problems;
    private final RecordStore records;
    private final int most;

    /**
     * @param most problems that one run looks at, to the next full page
     */
    OrphanedProblems(ProblemStore problems, RecordStore records, int most) {
        this.problems = problems;
        this.records = records;
        this.most = most;
    }

    /** Those of a mapping that synced at the last check. False if there are too many for a run. */
    boolean close(ObjectPair object, String mappingId) {
        for (int gone = 0; gone < most; gone += PAGE) {
            Page page = problems.page(Filter.ofMapping(object.name(), mappingId), PAGE, null);
            close(mappingId, page.items());
            if (page.next() == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Those of mappings that no check has seen: one may be made, refuse values and be deleted
     * between two.
     *
     * @param known ids of the mappings that sync, and of those that have their turn by themselves
     * @param after how far the last run came; null to start with the newest
     * @return how far this one came; null at the end
     */
    @Nullable String close(ObjectPair object, Set<String> known, @Nullable String after) {
        Filter all = new Filter(object.name(), null, null, null, null);
        String to = after;
        for (int gone = 0; gone < most; gone += PAGE) {
            Page page = problems.page(all, PAGE, to);
            orphans(page.items(), known).forEach(this::close);
            to = page.next();
            if (to == null) {
                return null;
            }
        }
        return to;
    }

    /** By mapping. What is wrong with a mapping or a record as a whole is not of its values. */
    private static Map<String, List<Problem>> orphans(List<Problem> items, Set<String> known) {
        Map<String, List<Problem>> orphans = new HashMap<>();
        for (Problem problem : items) {
            ProblemId id = problem.id();
            String mappingId = id.mappingId();
            if (mappingId != null && id.link() != null && !known.contains(mappingId)) {
                orphans.computeIfAbsent(mappingId, any -> new ArrayList<>()).add(problem);
            }
        }
        return orphans;
    }

    private void close(String mappingId, List<Problem> its) {
        records.retryAll(links(its), mappingId);
        problems.close(its.stream().map(Problem::id).toList());
    }

    static List<RecordKey> links(List<Problem> its) {
        return its.stream().map(problem -> problem.id().link()).filter(Objects::nonNull).toList();
    }
}
