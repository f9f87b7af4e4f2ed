package io.crosswalk.salesforce;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Secrets from the configuration; another {@link SalesforceCredentials} bean takes its place. */
@DefaultBean
@ApplicationScoped
class ConfigSalesforceCredentials implements SalesforceCredentials {
    private final SalesforceConfig config;

    @Inject
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
