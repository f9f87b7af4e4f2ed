package io.crosswalk.reconcile;

import io.crosswalk.mapping.MappingStatuses.Assessed;
import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.reconcile.HealthState.Seen;
import io.crosswalk.reconcile.RetryParts.Part;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Has refused values of records tried again once the mapping or the metadata that refused them has
 * moved: an option was added, a length raised, a permission given. A refused pair of values is
 * parked until one of them changes; sync tries only what may pass by itself (access denied, a
 * validation rule) again before, a few times, and an option that is missing never. A mapping that
 * is seen for the first time counts as moved: it may have been changed since it refused something.
 */
@ApplicationScoped
class HealthRetries {
    private final RetryParts parts;
    private final OrphanedProblems orphans;
    private final ReconcileConfig config;
    private final Clock clock;

    HealthRetries(ProblemStore problems, RecordStore records, ReconcileConfig config, Clock clock) {
        this.parts = new RetryParts(problems, records, clock);
        this.orphans = new OrphanedProblems(problems, records, config.healthRetriesMax());
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param before what the last check saw
     * @return what the next check goes on from
     */
    Seen run(ObjectPair object, List<Assessed> assessed, Seen before) {
        int most = config.healthRetriesMax();
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
            // One that was never seen may have refused values since it was made or turned on.
            if (!one.signature().equals(known)) {
                retry = new Retry(now.plus(config.metadataSettledAfter()), null);
            }
            if (retry != null && !retry.notBefore().isAfter(now) && most > 0) {
                Part part = parts.retry(object, id, retry, most);
                most -= part.tried();
                retry = part.rest();
            }
            if (retry != null) {
                retries.put(id, retry);
            }
        }
        for (String id : before.signatures().keySet()) {
            if (!signatures.containsKey(id) && !orphans.close(object, id)) {
                signatures.put(id, "");
            }
        }
        String lookedTo = orphans.close(object, signatures.keySet(), before.lookedTo());
        return new Seen(signatures, retries, lookedTo);
    }
}
