package io.crosswalk.reconcile;

import io.crosswalk.mapping.MappingStatuses.Assessed;
import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.reconcile.HealthState.Seen;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.ProblemStore.Filter;
import io.crosswalk.records.ProblemStore.Page;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Has refused values of records tried again once the mapping or the metadata that refused them has
 * moved: an option was added, a length raised, a permission given. A refused pair of values is
 * parked until one of them changes; sync tries only what may pass by itself (access denied, a
 * validation rule) again before, a few times, and an option that is missing never.
 */
@ApplicationScoped
class HealthRetries {
    private static final int PAGE = 100;

    private final ProblemStore problems;
    private final RecordStore records;
    private final ReconcileConfig config;
    private final Clock clock;

    HealthRetries(ProblemStore problems, RecordStore records, ReconcileConfig config, Clock clock) {
        this.problems = problems;
        this.records = records;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param before what the last check saw
     * @return what the next check goes on from
     */
    Seen run(ObjectPair object, List<Assessed> assessed, Seen before) {
        int left = config.healthRetriesMax();
        Map<String, String> signatures = new HashMap<>();
        Map<String, Retry> retries = new HashMap<>();
        Instant now = clock.instant();
        for (Assessed one : assessed) {
            String id = one.mapping().id();
            if (one.mapping().syncRule() == SyncRule.DONT_SYNC) {
                continue;
            }
            signatures.put(id, one.signature());
            String known = before.signatures().get(id);
            Retry retry = before.retries().get(id);
            if (known != null && !known.equals(one.signature())) {
                retry = new Retry(now.plus(config.metadataSettledAfter()), null);
            }
            if (retry != null && !retry.notBefore().isAfter(now) && left > 0) {
                Part part = retry(object, id, retry, left);
                left -= part.tried();
                retry = part.rest();
            }
            if (retry != null) {
                retries.put(id, retry);
            }
        }
        for (String id : before.signatures().keySet()) {
            if (!signatures.containsKey(id) && !closed(object, id)) {
                signatures.put(id, "");
            }
        }
        return new Seen(signatures, retries);
    }

    /**
     * @param rest null when the mapping's problems have all been gone through
     */
    private record Part(int tried, @Nullable Retry rest) {}

    private Part retry(ObjectPair object, String mappingId, Retry from, int most) {
        String after = from.after();
        int gone = 0;
        while (gone < most) {
            Page page = problems.page(Filter.ofMapping(object.name(), mappingId), PAGE, after);
            retry(mappingId, page.items());
            gone += PAGE;
            after = page.next();
            if (after == null) {
                return new Part(gone, null);
            }
        }
        return new Part(gone, new Retry(from.notBefore(), after));
    }

    private void retry(String mappingId, List<Problem> its) {
        List<RecordKey> links =
                its.stream().map(problem -> problem.id().link()).filter(Objects::nonNull).toList();
        records.retryAll(links, mappingId);
    }

    /**
     * Closes what is left of a mapping that was deleted or does not sync any more. Its values are
     * made to be tried again first: should it sync again, they are no longer parked in silence.
     *
     * @return false if there was too much for one run
     */
    private boolean closed(ObjectPair object, String mappingId) {
        for (int gone = 0; gone < config.healthRetriesMax(); gone += PAGE) {
            Page page = problems.page(Filter.ofMapping(object.name(), mappingId), PAGE, null);
            List<ProblemId> ids = new ArrayList<>();
            page.items().forEach(problem -> ids.add(problem.id()));
            retry(mappingId, page.items());
            problems.close(ids);
            if (page.next() == null) {
                return true;
            }
        }
        return false;
    }
}
