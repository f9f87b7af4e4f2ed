package io.crosswalk.salesforce;

import java.util.Optional;

/** Secrets from the configuration: a developer's way, and a test's. */
final class ConfigSalesforceCredentials implements SalesforceCredentials {
    private final SalesforceConfig config;

    ConfigSalesforceCredentials(SalesforceConfig config) {
        this.config = config;
    }

    @Override
    public Optional<Login> login() {
        if (config.clientId().isEmpty()) {
            return Optional.empty();
        }
        String clientId = config.clientId().get();
        if (config.username().isPresent() && config.privateKey().isPresent()) {
            return Optional.of(
                    new JwtBearer(clientId, config.username().get(), config.privateKey().get()));
        }
        return config.clientSecret().map(secret -> new ClientCredentials(clientId, secret));
    }
}
