package io.crosswalk.hubspot;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Secrets from the configuration; another {@link HubspotCredentials} bean takes its place. */
@DefaultBean
@ApplicationScoped
class ConfigHubspotCredentials implements HubspotCredentials {
    private final HubspotConfig config;

    @Inject
    ConfigHubspotCredentials(HubspotConfig config) {
        this.config = config;
    }

    @Override
    public Optional<Login> login() {
        if (config.privateAppToken().isPresent()) {
            return config.privateAppToken().map(PrivateApp::new);
        }
        return config.refreshToken()
                .flatMap(
                        token ->
                                config.clientId()
                                        .flatMap(
                                                id ->
                                                        config.clientSecret()
                                                                .map(
                                                                        secret ->
                                                                                new OAuthApp(
                                                                                        id, secret,
                                                                                        token))));
    }

    @Override
    public List<String> webhookSecrets() {
        return config
                .webhook()
                .clientSecrets()
                .orElseGet(() -> config.clientSecret().stream().toList())
                .stream()
                .flatMap(secret -> secret.isBlank() ? Stream.empty() : Stream.of(secret.strip()))
                .toList();
    }
}
