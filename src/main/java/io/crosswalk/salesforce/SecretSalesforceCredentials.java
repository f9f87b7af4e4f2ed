package io.crosswalk.salesforce;

import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.secrets.KeptSecret;
import io.crosswalk.secrets.Secret;
import io.crosswalk.secrets.SecretUnusable;
import java.time.Duration;
import java.util.Optional;

/**
 * Secrets from Secrets Manager. Members: {@code clientId}; and {@code username} and {@code
 * privateKey} (JWT bearer), or {@code clientSecret} (client credentials).
 */
final class SecretSalesforceCredentials implements SalesforceCredentials {
    private final KeptSecret kept;

    SecretSalesforceCredentials(KeptSecret kept) {
        this.kept = kept;
    }

    @Override
    public Optional<Login> login() {
        try {
            return Optional.of(login(kept.current()));
        } catch (SecretUnusable e) {
            throw new CrmUnavailable(
                    SalesforceLogin.UNAUTHORIZED,
                    "Cannot log in to Salesforce: " + e.getMessage(),
                    Duration.ZERO);
        }
    }

    private static Login login(Secret secret) {
        String clientId = secret.required("clientId");
        if (secret.text("privateKey").isPresent()) {
            return new JwtBearer(
                    clientId, secret.required("username"), secret.required("privateKey"));
        }
        if (secret.text("clientSecret").isEmpty()) {
            throw new SecretUnusable(
                    "Secret '"
                            + secret.id()
                            + "' has neither 'privateKey' nor 'clientSecret'. Store a version with"
                            + " 'username' and 'privateKey', or with 'clientSecret'.");
        }
        return new ClientCredentials(clientId, secret.required("clientSecret"));
    }

    @Override
    public boolean refused() {
        return kept.refused();
    }
}
