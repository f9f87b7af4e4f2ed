package io.crosswalk;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration as it is shipped, but for what a test or a measurement sets. */
public final class Shipped {
    private Shipped() {}

    public static <T> T config(Class<T> type) {
        return config(type, Map.of());
    }

    /**
     * @param set by whole name, {@code crosswalk.breaker.share}
     */
    public static <T> T config(Class<T> type, Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .withMapping(type)
                .withDefaultValues(set)
                .build()
                .getConfigMapping(type);
    }
}
