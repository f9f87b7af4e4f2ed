package io.crosswalk.hubspot;

import java.util.List;
import java.util.Optional;

/** Where the secrets come from. Asked again at every login, so that they can be replaced. */
public interface HubspotCredentials {

    /** How to log in; empty if nothing is configured. */
    Optional<Login> login();

    /** The app's client secrets that sign webhooks; several while one is being replaced. */
    List<String> webhookSecrets();

    /**
     * HubSpot refused what was answered, or a signature did not fit: looks for something newer.
     *
     * @return whether there is something else now
     */
    default boolean refused() {
        return false;
    }

    /** HubSpot has replaced the refresh token; the one that was used may be dead by now. */
    default void replaced(String refreshToken) {}

    /** One of the two ways to get an access token. */
    sealed interface Login permits PrivateApp, OAuthApp {}

    /** A private app's token, which does not expire. */
    record PrivateApp(String token) implements Login {
        @Override
        public String toString() {
            return "PrivateApp";
        }
    }

    /** A public app's long-lived refresh token and what it takes to use it. */
    record OAuthApp(String clientId, String clientSecret, String refreshToken) implements Login {
        @Override
        public String toString() {
            return "OAuthApp[" + clientId + "]";
        }
    }
}
