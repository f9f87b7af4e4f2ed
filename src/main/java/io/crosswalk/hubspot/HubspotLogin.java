package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.http.NoAnswer;
import io.crosswalk.http.Requests;
import io.crosswalk.records.CrmUnavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Gets an access token: the private app's own, or one for the refresh token. */
final class HubspotLogin {
    /** A token is not used in its last minute, nor in the last tenth of a short life. */
    private static final long MARGIN_SECONDS_MAX = 60;

    static final String UNAUTHORIZED = "UNAUTHORIZED";

    private final HubspotSettings settings;
    private final HubspotCredentials credentials;
    private final Clock clock;
    private final Answers answers;
    private final ObjectMapper json;
    private final Sender sender;

    /** Sends, and tells the listener. */
    interface Sender {
        HttpResponse<byte[]> send(CallListener.Kind kind, int records, HttpRequest request)
                throws NoAnswer;
    }

    HubspotLogin(
            HubspotSettings settings,
            HubspotCredentials credentials,
            Clock clock,
            ObjectMapper json,
            Sender sender) {
        this.settings = settings;
        this.credentials = credentials;
        this.clock = clock;
        this.json = json;
        this.answers = new Answers(clock, json);
        this.sender = sender;
    }

    /**
     * @throws CrmUnavailable {@code UNAUTHORIZED} when a person must act
     */
    AccessToken login() {
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

    private AccessToken once() {
        HubspotCredentials.Login login =
                credentials
                        .login()
                        .orElseThrow(
                                () ->
                                        unauthorized(
                                                "no credentials for HubSpot are configured. Set"
                                                        + " crosswalk.secrets.hubspot; or"
                                                        + " crosswalk.hubspot.private-app-token, or"
                                                        + " client-id, client-secret and"
                                                        + " refresh-token"));
        if (login instanceof HubspotCredentials.PrivateApp app) {
            return new AccessToken(usable(app.token().strip()), Instant.MAX, login, null);
        }
        if (login instanceof HubspotCredentials.OAuthApp app) {
            return refresh(app);
        }
        throw new AssertionError(login);
    }

    private AccessToken refresh(HubspotCredentials.OAuthApp app) {
        HttpRequest request =
                Requests.form(
                        URI.create(settings.baseUrl() + settings.tokenPath()),
                        Map.of(
                                "grant_type", "refresh_token",
                                "client_id", app.clientId(),
                                "client_secret", app.clientSecret(),
                                "refresh_token", app.refreshToken()));
        try {
            return granted(app, sender.send(CallListener.Kind.LOGIN, 0, request));
        } catch (NoAnswer none) {
            throw new CrmUnavailable(
                    none.code(), "Cannot log in to HubSpot: " + none.getMessage(), Duration.ZERO);
        }
    }

    private AccessToken granted(HubspotCredentials.OAuthApp app, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 400 || status == 401 || status == 403) {
            HubspotError error = HubspotError.parse(json, status, answers.body(response));
            throw unauthorized(
                    "HubSpot refuses the refresh token ("
                            + error.code()
                            + "). Install the app in the portal again and store the new refresh"
                            + " token");
        }
        JsonNode body = answers.of(response).bodyOrThrow("log in to HubSpot");
        String token = body.path("access_token").asText("");
        if (token.isEmpty()) {
            throw new CrmUnavailable(
                    "UNREADABLE", "HubSpot's token answer holds no token", Duration.ZERO);
        }
        String next = body.path("refresh_token").asText("");
        if (!next.isEmpty() && !next.equals(app.refreshToken())) {
            credentials.replaced(next);
        }
        long seconds = Math.max(0, body.path("expires_in").asLong(0));
        long margin = Math.min(MARGIN_SECONDS_MAX, seconds / 10);
        Instant until = clock.instant().plusSeconds(seconds - margin);
        return new AccessToken(usable(token), until, app, Introspection.ofLogin(body));
    }

    /** The HTTP client would quote a token that does not fit into a header, in its exception. */
    private static String usable(String token) {
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw unauthorized("the access token has characters that no token has");
        }
        return token;
    }

    private static CrmUnavailable unauthorized(String why) {
        return new CrmUnavailable(UNAUTHORIZED, "Cannot log in to HubSpot: " + why, Duration.ZERO);
    }
}
