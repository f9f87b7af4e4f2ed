package io.crosswalk.reconcile;

import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.reconcile.RetryParts.Part;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Has all refused values of a mapping tried again because a person says so: the first of them at
 * once, the others by the next runs.
 */
@ApplicationScoped
public class RetryAll {
    private final AskedRetries asked;
    private final ProblemStore problems;
    private final RetryParts parts;
    private final ReconcileConfig config;
    private final Clock clock;

    RetryAll(
            AskedRetries asked,
            ProblemStore problems,
            RecordStore records,
            ReconcileConfig config,
            Clock clock) {
        this.asked = asked;
        this.problems = problems;
        this.parts = new RetryParts(problems, records);
        this.config = config;
        this.clock = clock;
    }

    /**
     * Asking again while it goes on starts over.
     *
     * @param mappingId of a mapping that there is
     * @return how many problems of records the mapping has, counted to {@link
     *     ProblemStore#COUNT_MAX}
     */
    public int ask(ObjectPair object, String mappingId) {
        int open =
                problems.countOfRecords(object.name(), List.of(mappingId))
                        .getOrDefault(mappingId, 0);
        Retry from = new Retry(clock.instant(), null);
        Part part = parts.retry(object, mappingId, from, RetryParts.PAGE);
        if (part.rest() != null) {
            asked.ask(object.name(), mappingId, part.rest());
        }
        return open;
    }

    /** A run's share of each object. */
    void run() {
        for (ObjectPair object : ObjectPairs.all()) {
            int most = config.healthRetriesMax();
            for (Map.Entry<String, Retry> each : asked.of(object.name()).entrySet()) {
                if (most > 0) {
                    Part part = parts.retry(object, each.getKey(), each.getValue(), most);
                    asked.goOn(object.name(), each.getKey(), each.getValue(), part.rest());
                    most -= part.tried();
                }
            }
        }
    }
}
