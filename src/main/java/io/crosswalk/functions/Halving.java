package io.crosswalk.functions;

import io.crosswalk.records.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Has a batch run, and where that fails its halves, and theirs: what fails for one record alone
 * must not hold up the hundreds beside it. The stream does not halve a batch that answers which
 * record failed; it gives all from there on again.
 */
final class Halving {
    private static final Logger LOG = Logger.getLogger(Halving.class);

    /** Enough to find one of 600; where everything fails, it is over soon. */
    private static final int FAILURES_MAX = 12;

    private final Consumer<List<RecordKey>> batch;
    private int failures;

    Halving(Consumer<List<RecordKey>> batch) {
        this.batch = batch;
    }

    /** Those that failed, in their order; what was not tried any more is among them. */
    List<RecordKey> failed(List<RecordKey> keys) {
        if (failures == FAILURES_MAX) {
            return keys;
        }
        try {
            batch.accept(keys);
            return List.of();
        } catch (RuntimeException e) {
            failures++;
            if (keys.size() == 1) {
                ChangeLog.failed(keys.get(0), e);
                return keys;
            }
            LOG.errorf(e, "A batch of %d records failed; its halves are tried", keys.size());
        }
        int half = keys.size() / 2;
        List<RecordKey> failed = new ArrayList<>(failed(keys.subList(0, half)));
        failed.addAll(failed(keys.subList(half, keys.size())));
        return failed;
    }
}
