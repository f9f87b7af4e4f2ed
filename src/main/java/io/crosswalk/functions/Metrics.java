package io.crosswalk.functions;

import java.util.List;
import java.util.Map;

/** Where the functions' figures go. */
interface Metrics {

    Metrics NOWHERE = (values, samples) -> {};

    /** What is measured at one moment. Does not throw. */
    default void put(Map<Metric, ? extends Number> values) {
        put(values, Map.of());
    }

    /**
     * Likewise, with what was measured several times since the moment before.
     *
     * @param samples in any order
     */
    void put(Map<Metric, ? extends Number> values, Map<Metric, List<Long>> samples);
}
