package io.crosswalk.salesforce;

import io.crosswalk.secrets.Secrets;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The credentials: a secret's where one is named, else those of the configuration. */
final class SalesforceCredentialsProducer {

    @Produces
    @Singleton
    @DefaultBean
    SalesforceCredentials credentials(Secrets secrets, SalesforceConfig config) {
        return secrets.salesforce()
                .<SalesforceCredentials>map(SecretSalesforceCredentials::new)
                .orElseGet(() -> new ConfigSalesforceCredentials(config));
    }
}
