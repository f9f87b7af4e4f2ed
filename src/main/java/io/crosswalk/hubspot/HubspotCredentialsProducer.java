package io.crosswalk.hubspot;

import io.crosswalk.secrets.Secrets;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The credentials: a secret's where one is named, else those of the configuration. */
final class HubspotCredentialsProducer {

    @Produces
    @Singleton
    @DefaultBean
    HubspotCredentials credentials(Secrets secrets, HubspotConfig config) {
        return secrets.hubspot()
                .<HubspotCredentials>map(SecretHubspotCredentials::new)
                .orElseGet(() -> new ConfigHubspotCredentials(config));
    }
}
