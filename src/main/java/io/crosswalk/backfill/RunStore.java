package io.crosswalk.backfill;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where runs are kept. Methods throw when storage fails. */
public interface RunStore {

    /**
     * Stores a run if the version before its own is what is stored; a new run has version 1.
     *
     * @return false, and nothing changes, if somebody else was faster
     */
    boolean save(Run run);

    /** As it is now (consistent read). */
    Optional<Run> find(String id);

    /** Those that have not ended, oldest first; at most {@code limit}. */
    List<Run> open(int limit);

    /**
     * Newest first.
     *
     * @param after {@link Page#next()} of the page before; null to start
     */
    Page page(int limit, @Nullable String after);

    /**
     * @param next to pass for the next page; null on the last
     */
    record Page(List<Run> items, @Nullable String next) {}
}
