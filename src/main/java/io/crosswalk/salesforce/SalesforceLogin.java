package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.http.NoAnswer;
import io.crosswalk.http.Requests;
import io.crosswalk.records.CrmUnavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Gets a session: by client credentials, or by a token that the private key signs. */
final class SalesforceLogin {
    /** The answer names no expiry. Sessions last two hours by default, fifteen minutes at least. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    static final String UNAUTHORIZED = "UNAUTHORIZED";

    private final SalesforceSettings settings;
    private final SalesforceCredentials credentials;
    private final Clock clock;
    private final ObjectMapper json;
    private final Answers answers;
    private final Sender sender;

    /** Sends, and tells the listener. */
    interface Sender {
        HttpResponse<byte[]> send(CallListener.Kind kind, int records, HttpRequest request)
                throws NoAnswer;
    }

    SalesforceLogin(
            SalesforceSettings settings,
            SalesforceCredentials credentials,
            Clock clock,
            ObjectMapper json,
            Sender sender) {
        this.settings = settings;
        this.credentials = credentials;
        this.clock = clock;
        this.json = json;
        this.answers = new Answers(json);
        this.sender = sender;
    }

    /**
     * @throws CrmUnavailable {@code UNAUTHORIZED} when a person must act
     */
    Session login() {
        try {
            return once();
        } catch (CrmUnavailable refused) {
            // Where the credentials were rotated meanwhile, the new ones have not been refused.
            if (refused.code().equals(UNAUTHORIZED) && credentials.refused()) {
                return once();
            }
            throw refused;
        }
    }

    private Session once() {
        SalesforceCredentials.Login login =
                credentials
                        .login()
                        .orElseThrow(
                                () ->
                                        unauthorized(
                                                "no credentials for Salesforce are configured. Set"
                                                        + " crosswalk.secrets.salesforce; or"
                                                        + " crosswalk.salesforce.client-id, and"
                                                        + " client-secret or username and"
                                                        + " private-key"));
        HttpRequest request =
                Requests.form(
                        URI.create(settings.loginUrl() + "/services/oauth2/token"), form(login));
        try {
            return session(sender.send(CallListener.Kind.LOGIN, 0, request));
        } catch (NoAnswer none) {
            throw new CrmUnavailable(
                    none.code(),
                    "Cannot log in to Salesforce: " + none.getMessage(),
                    Duration.ZERO);
        }
    }

    private Map<String, String> form(SalesforceCredentials.Login login) {
        if (login instanceof SalesforceCredentials.ClientCredentials app) {
            return Map.of(
                    "grant_type", "client_credentials",
                    "client_id", app.clientId(),
                    "client_secret", app.clientSecret());
        }
        if (login instanceof SalesforceCredentials.JwtBearer user) {
            try {
                return Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        "assertion",
                        SignedLogin.assertion(
                                json, user, settings.tokenAudience(), clock.instant()));
            } catch (GeneralSecurityException unusable) {
                throw unauthorized("the private key cannot be used: " + unusable.getMessage());
            }
        }
        throw new AssertionError(login);
    }

    private Session session(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 400 || status == 401 || status == 403) {
            SalesforceError error = SalesforceError.all(status, answers.body(response)).get(0);
            if (error.code().equals("rate_limit_exceeded")) {
                throw new CrmUnavailable(
                        error.code(), "Salesforce limits logins", Duration.ofMinutes(1));
            }
            throw unauthorized(
                    "Salesforce refuses the app ("
                            + error.code()
                            + ": "
                            + error.message()
                            + "). Check the app's key, that its user is active and authorised, and"
                            + " this machine's clock");
        }
        JsonNode body = answers.of(response).bodyOrThrow("log in to Salesforce");
        String token = body.path("access_token").asText("");
        String instanceUrl = body.path("instance_url").asText("");
        if (!token.matches("[\\x21-\\x7e]+") || !instanceUrl.matches("https?://[^\\s/?#]+.*")) {
            throw new CrmUnavailable(
                    "UNREADABLE",
                    "Salesforce's token answer holds no token or no instance URL",
                    Duration.ZERO);
        }
        if (settings.loginUrl().getScheme().equals("https") && !instanceUrl.startsWith("https:")) {
            throw unauthorized("Salesforce's instance URL is not https");
        }
        return new Session(token, instanceUrl.replaceAll("/+$", ""), clock.instant().plus(LIFE));
    }

    private static CrmUnavailable unauthorized(String why) {
        return new CrmUnavailable(
                UNAUTHORIZED, "Cannot log in to Salesforce: " + why, Duration.ZERO);
    }
}
