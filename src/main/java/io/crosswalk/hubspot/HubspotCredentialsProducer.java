package io.crosswalk.hubspot;

import io.crosswalk.secrets.Secrets;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The credentials: a secret's where one is named, else those of the configuration. And whose they
 * are to be.
 */
final class HubspotCredentialsProducer {

    @Produces
    @Singleton
    @DefaultBean
    HubspotCredentials credentials(Secrets secrets, HubspotConfig config) {
        return secrets.hubspot()
                .<HubspotCredentials>map(SecretHubspotCredentials::new)
                .orElseGet(() -> new ConfigHubspotCredentials(config));
    }

    @Produces
    @Singleton
    ConfiguredApp configuredApp(HubspotConfig config) {
        return new ConfiguredApp(config.webhook().portalId(), config.appId());
    }
}
