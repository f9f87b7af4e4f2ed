package io.crosswalk.mapping;

import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The links that waited while their object was off. */
@ApplicationScoped
public class WaitingLinks {
    /** Longer than any link waits. */
    private static final Duration AHEAD = Duration.ofDays(2);

    private static final Duration LEFT_TO_THE_STREAM = Duration.ofMinutes(2);

    /** Those above are driven by reconcile when their time comes. */
    private static final int PER_SHARD_MAX = 200;

    private final RecordStore store;
    private final Clock clock;

    public WaitingLinks(RecordStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Lets them be looked at now instead of in some minutes. */
    void wake(String object) {
        List<RecordKey> waiting =
                store
                        .overdue(
                                clock.instant().plus(AHEAD),
                                AHEAD.plus(LEFT_TO_THE_STREAM),
                                PER_SHARD_MAX)
                        .stream()
                        .filter(key -> key.object().equals(object))
                        .toList();
        store.wake(waiting);
    }
}
