package io.crosswalk.records;

import java.util.Collection;
import java.util.Map;

/**
 * Counts per run what became of what it asked for. Sync counts after its acknowledgement, once a
 * batch: a function that stops in between leaves a batch uncounted.
 */
public interface RunTallies {

    /**
     * @param counts positive numbers by name; not empty
     */
    void add(String run, Map<RunCount, Long> counts);

    /** What was counted so far; nothing for a run that is not known. */
    Map<RunCount, Long> of(String run);

    /** The same of some runs at once; one of which nothing was counted is absent. */
    Map<String, Map<RunCount, Long>> of(Collection<String> runs);
}
