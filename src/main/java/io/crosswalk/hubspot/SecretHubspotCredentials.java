package io.crosswalk.hubspot;

import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.secrets.KeptSecret;
import io.crosswalk.secrets.Secret;
import io.crosswalk.secrets.SecretUnusable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Secrets from Secrets Manager. Members: {@code privateAppToken}; or {@code clientId}, {@code
 * clientSecret} and {@code refreshToken}; and {@code webhookClientSecrets} where webhooks are
 * signed with others than {@code clientSecret}.
 */
final class SecretHubspotCredentials implements HubspotCredentials {
    private static final Logger LOG = Logger.getLogger(SecretHubspotCredentials.class);

    private static final String REFRESH_TOKEN = "refreshToken";

    private final KeptSecret kept;

    SecretHubspotCredentials(KeptSecret kept) {
        this.kept = kept;
    }

    @Override
    public Optional<Login> login() {
        try {
            return Optional.of(login(kept.current()));
        } catch (SecretUnusable e) {
            throw new CrmUnavailable(
                    HubspotLogin.UNAUTHORIZED,
                    "Cannot log in to HubSpot: " + e.getMessage(),
                    Duration.ZERO);
        }
    }

    private static Login login(Secret secret) {
        Optional<String> token = secret.text("privateAppToken");
        if (token.isPresent()) {
            return new PrivateApp(token.get());
        }
        if (secret.text(REFRESH_TOKEN).isEmpty()) {
            throw new SecretUnusable(
                    "Secret '"
                            + secret.id()
                            + "' has neither 'privateAppToken' nor 'refreshToken'. Store a version"
                            + " with the private app's token, or with 'clientId', 'clientSecret'"
                            + " and 'refreshToken'.");
        }
        return new OAuthApp(
                secret.required("clientId"),
                secret.required("clientSecret"),
                secret.required(REFRESH_TOKEN));
    }

    /**
     * {@inheritDoc}
     *
     * @throws SecretUnusable if the secret has none, so that no webhook can be trusted
     */
    @Override
    public List<String> webhookSecrets() {
        List<String> secrets =
                kept.good().stream().flatMap(it -> webhookSecrets(it).stream()).distinct().toList();
        if (secrets.isEmpty()) {
            throw new SecretUnusable(
                    "Secret '"
                            + kept.id()
                            + "' has neither 'webhookClientSecrets' nor 'clientSecret', so that no"
                            + " webhook can be verified. Store the app's client secret.");
        }
        return secrets;
    }

    private static List<String> webhookSecrets(Secret secret) {
        List<String> named = secret.texts("webhookClientSecrets");
        return named.isEmpty() ? secret.text("clientSecret").stream().toList() : named;
    }

    @Override
    public boolean refused() {
        return kept.refused();
    }

    /**
     * {@inheritDoc} HubSpot does not say that it ever does so. If it does, and it could not be
     * stored, this process goes on with the new one and a person must store one that works.
     */
    @Override
    public void replaced(String refreshToken) {
        try {
            kept.replace(REFRESH_TOKEN, refreshToken);
            LOG.infof("HubSpot replaced the refresh token; secret '%s' has the new one", kept.id());
        } catch (SecretUnusable e) {
            LOG.errorf(
                    "HubSpot replaced the refresh token, and the new one could not be stored. %s If"
                            + " logins fail from now on, install the app again.",
                    e.getMessage());
        }
    }
}
