package io.crosswalk.reconcile;

import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.reconcile.RetryParts.Part;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Has all refused values of a mapping tried again because a person says so, or all records that
 * have one kind of problem: the first of them at once, the others by the next runs.
 */
@ApplicationScoped
public class RetryAll {
    /**
     * Problems of records as a whole that may have passed for all of them at once. That a record
     * was not made ({@link ProblemCode#CREATION_UNCERTAIN}) a person says of each by itself.
     */
    public static final List<ProblemCode> OF_RECORDS =
            List.of(ProblemCode.RECORD_GONE, ProblemCode.AMBIGUOUS_MATCH, ProblemCode.NOT_CREATED);

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
        this.parts = new RetryParts(problems, records, clock);
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

    /**
     * @param tried how many are tried at once
     * @param more whether the next runs go on
     */
    public record Asked(int tried, boolean more) {}

    /**
     * @param code one of {@link #OF_RECORDS}
     */
    public Asked ask(ObjectPair object, ProblemCode code) {
        Retry from = new Retry(clock.instant(), null);
        Part part = parts.retry(object, code, from, RetryParts.PAGE);
        if (part.rest() != null) {
            asked.ask(object.name(), Link.BESIDE + code, part.rest());
        }
        return new Asked(part.tried(), part.rest() != null);
    }

    /** A run's share of each object. */
    void run() {
        for (ObjectPair object : ObjectPairs.all()) {
            int most = config.healthRetriesMax();
            for (Map.Entry<String, Retry> each : asked.of(object.name()).entrySet()) {
                if (most > 0) {
                    Part part = retry(object, each.getKey(), each.getValue(), most);
                    asked.goOn(object.name(), each.getKey(), each.getValue(), part.rest());
                    most -= part.tried();
                }
            }
        }
    }

    private Part retry(ObjectPair object, String mapping, Retry from, int most) {
        if (!mapping.startsWith(Link.BESIDE)) {
            return parts.retry(object, mapping, from, most);
        }
        ProblemCode code = ProblemCode.valueOf(mapping.substring(Link.BESIDE.length()));
        return parts.retry(object, code, from, most);
    }
}
