package io.crosswalk.secrets;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The secrets that the configuration names; each is read when it is needed first. */
@Singleton
public class Secrets {
    private final Optional<KeptSecret> hubspot;
    private final Optional<KeptSecret> salesforce;
    private final Optional<KeptSecret> storage;

    public Secrets(SecretsConfig config, SecretVault vault, Clock clock) {
        this.hubspot = config.hubspot().map(id -> new KeptSecret(vault, id, clock));
        this.salesforce = config.salesforce().map(id -> new KeptSecret(vault, id, clock));
        this.storage = config.storage().map(id -> new KeptSecret(vault, id, clock));
    }

    /** Empty if none is configured. */
    public Optional<KeptSecret> hubspot() {
        return hubspot;
    }

    public Optional<KeptSecret> salesforce() {
        return salesforce;
    }

    public Optional<KeptSecret> storage() {
        return storage;
    }
}
