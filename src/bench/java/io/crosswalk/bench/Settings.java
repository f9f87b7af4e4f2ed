package io.crosswalk.bench;

import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.reconcile.DriftConfig;
import io.crosswalk.reconcile.ReconcileConfig;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.sync.SyncConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The product's configuration as shipped, but for what would stand in the way of measuring. */
final class Settings {
    static final String FINGERPRINT_KEY = "a-key-for-benchmarks";

    private static final SmallRyeConfig CONFIG =
            new SmallRyeConfigBuilder()
                    .withMapping(StorageConfig.class)
                    .withMapping(SyncConfig.class)
                    .withMapping(BreakerConfig.class)
                    .withMapping(ReconcileConfig.class)
                    .withMapping(DriftConfig.class)
                    // What is measured changes more records than a person would.
                    .withDefaultValue("crosswalk.breaker.share", "1.0")
                    .withDefaultValue("crosswalk.drift.every", "PT0S")
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .build();

    private Settings() {}

    static <T> T of(Class<T> type) {
        return CONFIG.getConfigMapping(type);
    }
}
