package io.crosswalk.hubspot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Secrets from the configuration: a developer's way, and a test's. */
final class ConfigHubspotCredentials implements HubspotCredentials {
    private final HubspotConfig config;

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
