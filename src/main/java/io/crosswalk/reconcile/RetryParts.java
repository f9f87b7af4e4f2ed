package io.crosswalk.reconcile;

import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.ProblemStore.Filter;
import io.crosswalk.records.ProblemStore.Page;
import io.crosswalk.records.RecordStore;
import org.jspecify.annotations.Nullable;

/** Has a mapping's refused values tried again, part by part: there may be thousands. */
final class RetryParts {
    static final int PAGE = 100;

    private final ProblemStore problems;
    private final RecordStore records;

    RetryParts(ProblemStore problems, RecordStore records) {
        this.problems = problems;
        this.records = records;
    }

    /**
     * @param rest null when the mapping's problems have all been gone through
     */
    record Part(int tried, @Nullable Retry rest) {}

    /**
     * @param most problems that are gone through, to the next full page
     */
    Part retry(ObjectPair object, String mappingId, Retry from, int most) {
        String after = from.after();
        int tried = 0;
        for (int gone = 0; gone < most; gone += PAGE) {
            Page page = problems.page(Filter.ofMapping(object.name(), mappingId), PAGE, after);
            records.retryAll(OrphanedProblems.links(page.items()), mappingId);
            tried += page.items().size();
            after = page.next();
            if (after == null) {
                return new Part(tried, null);
            }
        }
        return new Part(tried, new Retry(from.notBefore(), after));
    }
}
