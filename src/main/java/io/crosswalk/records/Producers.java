package io.crosswalk.records;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Time, chance and the installation's key, as the outside world gives them. */
final class Producers {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Fingerprints fingerprints(StorageConfig config) {
        return new Fingerprints(config.fingerprintKey().getBytes(StandardCharsets.UTF_8));
    }
}
