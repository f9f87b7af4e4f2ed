package io.crosswalk.functions;

import java.util.Map;

/** Where the functions' figures go. */
interface Metrics {

    Metrics NOWHERE = values -> {};

    /** What is measured at one moment. Does not throw. */
    void put(Map<Metric, ? extends Number> values);
}
