package io.crosswalk.records;

import io.crosswalk.secrets.Secrets;
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

    /** Read once: with another key no base would fit. */
    @Produces
    @Singleton
    Fingerprints fingerprints(Secrets secrets, StorageConfig config) {
        String key =
                secrets.storage()
                        .map(secret -> secret.current().required("fingerprintKey"))
                        .or(config::fingerprintKey)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "There is no key for the bases' fingerprints. Set"
                                                        + " crosswalk.secrets.storage or"
                                                        + " crosswalk.storage.fingerprint-key."));
        return new Fingerprints(key.getBytes(StandardCharsets.UTF_8));
    }
}
