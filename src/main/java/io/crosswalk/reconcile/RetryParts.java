package io.crosswalk.reconcile;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.ProblemStore.Filter;
import io.crosswalk.records.ProblemStore.Page;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a mapping's refused values tried again, or records that have one kind of problem, part by
 * part: there may be thousands.
 */
final class RetryParts {
    static final int PAGE = 100;

    private final ProblemStore problems;
    private final RecordStore records;
    private final Clock clock;

    RetryParts(ProblemStore problems, RecordStore records, Clock clock) {
        this.problems = problems;
        this.records = records;
        this.clock = clock;
    }

    /**
     * @param rest null when all problems have been gone through
     */
    record Part(int tried, @Nullable Retry rest) {}

    /**
     * @param most problems that are gone through, to the next full page
     */
    Part retry(ObjectPair object, String mappingId, Retry from, int most) {
        return goThrough(
                Filter.ofMapping(object.name(), mappingId),
                from,
                most,
                its -> records.retryAll(OrphanedProblems.links(its), mappingId));
    }

    /**
     * @param code of records as a whole
     */
    Part retry(ObjectPair object, ProblemCode code, Retry from, int most) {
        Filter filter = new Filter(object.name(), null, null, code, null);
        return goThrough(filter, from, most, this::lookAgain);
    }

    /** As if each had just been edited: only so is a partner made for one that is old. */
    private void lookAgain(List<Problem> its) {
        Set<RecordKey> there = records.retryAll(OrphanedProblems.links(its), null);
        Instant now = clock.instant();
        Map<RecordKey, List<Noted>> asked = new HashMap<>();
        there.forEach(key -> asked.put(key, List.of(MatchKey.asked(key, now))));
        records.mark(asked);
    }

    private Part goThrough(Filter filter, Retry from, int most, Consumer<List<Problem>> again) {
        String after = from.after();
        int tried = 0;
        for (int gone = 0; gone < most; gone += PAGE) {
            Page page = problems.page(filter, PAGE, after);
            again.accept(page.items());
            tried += page.items().size();
            after = page.next();
            if (after == null) {
                return new Part(tried, null);
            }
        }
        return new Part(tried, new Retry(from.notBefore(), after));
    }
}
