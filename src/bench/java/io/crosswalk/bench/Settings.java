package io.crosswalk.bench;

import io.crosswalk.Shipped;
import java.util.Map;

/** The product's configuration as shipped, but for what would stand in the way of measuring. */
final class Settings {
    static final String FINGERPRINT_KEY = "a-key-for-benchmarks";

    /** What is measured changes more records than a person would. */
    private static final Map<String, String> SET =
            Map.of("crosswalk.breaker.share", "1.0", "crosswalk.drift.every", "PT0S");

    private Settings() {}

    static <T> T of(Class<T> type) {
        return Shipped.config(type, SET);
    }
}
