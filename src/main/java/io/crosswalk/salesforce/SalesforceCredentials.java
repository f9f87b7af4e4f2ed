package io.crosswalk.salesforce;

import java.util.Optional;

/** Where the secrets come from. Asked again at every login, so that they can be replaced. */
public interface SalesforceCredentials {

    /** How to log in; empty if nothing is configured. */
    Optional<Login> login();

    /**
     * Salesforce refused what was answered: looks for something newer.
     *
     * @return whether there is something else now
     */
    default boolean refused() {
        return false;
    }

    /** One of the two ways to get a session without a person. */
    sealed interface Login permits ClientCredentials, JwtBearer {}

    /** Logs in as the app's execution user. */
    record ClientCredentials(String clientId, String clientSecret) implements Login {
        @Override
        public String toString() {
            return "ClientCredentials";
        }
    }

    /**
     * Logs in as a user who has been pre-authorised for the app.
     *
     * @param privateKeyPem PKCS#8, not encrypted; its certificate stands at the app
     */
    record JwtBearer(String clientId, String username, String privateKeyPem) implements Login {
        @Override
        public String toString() {
            return "JwtBearer";
        }
    }
}
