package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.http.Requests;
import io.crosswalk.hubspot.HubspotAccess.Granted;
import io.crosswalk.hubspot.HubspotCredentials.OAuthApp;
import io.crosswalk.hubspot.HubspotCredentials.PrivateApp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What HubSpot says of the token in use, kept for a while. The token stands in the request itself,
 * which nothing writes down.
 */
final class Introspection {
    /** Of private apps (HubSpot's guide to them). */
    private static final String PRIVATE_APPS = "/oauth/v2/private-apps/get/access-token-info";

    /** Beside the first token endpoint. The later ones have theirs below them. */
    private static final String OAUTH_V1 = "/oauth/v1/";

    /** Too soon, too many, not now: what the same question may be answered after. */
    private static final Set<Integer> LATER = Set.of(408, 423, 429, 477);

    private final HubspotCalls calls;
    private final HubspotSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    /**
     * @param said empty if HubSpot does not tell
     */
    private record Kept(AccessToken token, Optional<Granted> said, Instant until) {}

    Introspection(HubspotCalls calls, HubspotSettings settings, ObjectMapper json, Clock clock) {
        this.calls = calls;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    Optional<Granted> granted() {
        Kept known = kept;
        Instant now = clock.instant();
        if (known != null && known.token().equals(calls.token()) && now.isBefore(known.until())) {
            return known.said();
        }
        HubspotCalls.Answered answered = calls.about(CallListener.Kind.ACCESS, this::question);
        // The one that was asked about: another login may have come first.
        AccessToken token = calls.token();
        Optional<Granted> said =
                isRefusal(answered.status())
                        ? Optional.empty()
                        : granted(answered.answer().bodyOrThrow("ask HubSpot what the app may do"));
        Optional<Granted> granted = said.or(() -> Optional.ofNullable(token.granted()));
        kept = new Kept(token, granted, now.plus(settings.metadataTtl()));
        return granted;
    }

    void forget() {
        kept = null;
    }

    private HttpRequest question(AccessToken token) {
        if (token.login() instanceof PrivateApp) {
            String body = json.createObjectNode().put("tokenKey", token.token()).toString();
            // Accounts outside of North America are found by the header alone.
            return calls.authorised(Requests.json("POST", at(PRIVATE_APPS), body), token);
        }
        if (token.login() instanceof OAuthApp app) {
            return settings.tokenPath().startsWith(OAUTH_V1)
                    ? ofVersion1(token)
                    : Requests.form(
                            at(settings.tokenPath() + "/introspect"),
                            Map.of(
                                    "client_id", app.clientId(),
                                    "client_secret", app.clientSecret(),
                                    "token", token.token(),
                                    "token_type_hint", "access_token"));
        }
        throw new AssertionError(token.login());
    }

    private HttpRequest ofVersion1(AccessToken token) {
        String path = OAUTH_V1 + "access-tokens/" + Paths.encoded(token.token());
        return calls.authorised(Requests.json("GET", at(path), null), token);
    }

    private URI at(String path) {
        return URI.create(settings.baseUrl() + path);
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && !LATER.contains(status);
    }

    /** Private apps are answered in another style of names than OAuth apps. */
    private static Optional<Granted> granted(JsonNode body) {
        JsonNode scopes = body.path("scopes");
        if (!scopes.isArray() || !body.path("active").asBoolean(true)) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        scopes.forEach(scope -> names.add(scope.asText()));
        return Optional.of(
                new Granted(names, id(body, "hubId", "hub_id"), id(body, "appId", "app_id")));
    }

    private static OptionalLong id(JsonNode body, String ofPrivateApps, String ofOauth) {
        long id = body.path(ofPrivateApps).asLong(body.path(ofOauth).asLong(0));
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** What the answer to a login says of the token that it grants; null if it does not tell. */
    static @Nullable Granted ofLogin(JsonNode body) {
        return granted(body).orElse(null);
    }
}
