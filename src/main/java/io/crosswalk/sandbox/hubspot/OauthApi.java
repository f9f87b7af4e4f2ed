package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tokens: issues them, and says who calls with one, and what it is good for. */
final class OauthApi {
    private static final int EXPIRES_IN_SECONDS = 1_800;
    private static final Source PERSON = new Source("CRM_UI", "userId:75514701");
    private static final Source OTHER_APP = new Source("INTEGRATION", "225309");
    private static final long USER_ID = 75_514_701L;
    private static final List<String> PRIVATE_APPS =
            List.of("private-apps", "get", "access-token-info");

    private final HubspotSettings.App app;
    private final Supplier<List<String>> scopes;
    private final Source ours;

    /** When each issued token expires. */
    private final Map<String, Long> issued = new HashMap<>();

    private long lastToken;
    private boolean refreshTokenDead;

    /**
     * @param scopes what the app has
     */
    OauthApi(HubspotSettings.App app, Supplier<List<String>> scopes) {
        this.app = app;
        this.scopes = scopes;
        this.ours = new Source("INTEGRATION", Long.toString(app.appId()));
    }

    /** Nobody at all is a person in front of HubSpot's pages, so that plain curl works. */
    Caller caller(SandboxRequest request, long now) {
        String header = request.header("authorization");
        if (header == null) {
            return new Caller(PERSON, false, false);
        }
        String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
        if (token.equals("sandbox")) {
            return new Caller(OTHER_APP, false, false);
        }
        if (token.equals(app.privateToken())) {
            return new Caller(ours, true, false);
        }
        Long expiresAt = issued.get(token);
        if (expiresAt == null) {
            throw new HubspotError(
                    401,
                    "INVALID_AUTHENTICATION",
                    "Authentication credentials not found. This API supports OAuth 2.0"
                            + " authentication.");
        }
        if (expiresAt <= now) {
            throw new HubspotError(
                    401,
                    "EXPIRED_AUTHENTICATION",
                    "The OAuth token used to make this call expired");
        }
        return new Caller(ours, true, true);
    }

    SandboxResponse answer(HubspotCall call, long now) {
        SandboxRequest request = call.request();
        if (request.method().equals("POST") && call.rest().equals(List.of("token"))) {
            return token(SandboxRequest.pairs(request.text()), now);
        }
        if (request.method().equals("POST") && call.rest().equals(List.of("token", "introspect"))) {
            return introspect(SandboxRequest.pairs(request.text()), now);
        }
        if (request.method().equals("POST") && call.rest().equals(PRIVATE_APPS)) {
            return privateApp(Json.body(request));
        }
        if (request.method().equals("GET")
                && call.rest().size() == 2
                && call.rest().get(0).equals("access-tokens")) {
            return introspect(call.rest().get(1), now);
        }
        throw HubspotCall.unknownPath();
    }

    private SandboxResponse token(Map<String, List<String>> form, long now) {
        if (!app.clientId().equals(first(form, "client_id"))) {
            return refused("BAD_CLIENT_ID", "missing or unknown client id");
        }
        if (!app.clientSecret().equals(first(form, "client_secret"))) {
            return refused("BAD_CLIENT_SECRET", "missing or invalid client secret");
        }
        String grant = String.valueOf(first(form, "grant_type"));
        if (grant.equals("refresh_token")) {
            if (refreshTokenDead || !app.refreshToken().equals(first(form, "refresh_token"))) {
                return refused("BAD_REFRESH_TOKEN", "missing or invalid refresh token");
            }
        } else if (!grant.equals("authorization_code")) {
            return refused("BAD_GRANT_TYPE", "missing or unknown grant type");
        } else if (!"sandbox-code".equals(first(form, "code"))) {
            return refused("BAD_AUTH_CODE", "missing or unknown auth code");
        }
        issued.values().removeIf(expiresAt -> expiresAt < now - 86_400_000L);
        String token = "sandbox-access-" + ++lastToken + "-" + "t".repeat(300);
        issued.put(token, now + EXPIRES_IN_SECONDS * 1_000L);
        ObjectNode body = Json.object();
        body.put("token_type", "bearer");
        body.put("token_use", "access_token");
        body.put("access_token", token);
        body.put("refresh_token", app.refreshToken());
        body.put("expires_in", EXPIRES_IN_SECONDS);
        body.put("hub_id", app.portalId());
        body.put("user_id", USER_ID);
        addScopes(body);
        return SandboxResponse.json(200, body);
    }

    /** What HubSpot says of a private app's token; it knows no other ones here. */
    private SandboxResponse privateApp(JsonNode asked) {
        if (!asked.path("tokenKey").asText().equals(app.privateToken())) {
            throw new HubspotError(401, "INVALID_AUTHENTICATION", "The access token is not valid");
        }
        ObjectNode body = Json.object();
        body.put("userId", USER_ID);
        body.put("hubId", app.portalId());
        body.put("appId", app.appId());
        addScopes(body);
        return SandboxResponse.json(200, body);
    }

    /** What versions from 3 on say: of a token that is none, that it is none. */
    private SandboxResponse introspect(Map<String, List<String>> form, long now) {
        if (!app.clientId().equals(first(form, "client_id"))
                || !app.clientSecret().equals(first(form, "client_secret"))) {
            return refused("BAD_CLIENT_ID", "missing or unknown client id");
        }
        Long expiresAt = issued.get(String.valueOf(first(form, "token")));
        ObjectNode body = Json.object();
        body.put("active", expiresAt != null && expiresAt > now);
        if (expiresAt != null && expiresAt > now) {
            body.put("token_use", "access_token");
            body.put("client_id", app.clientId());
            describe(body, expiresAt, now);
        }
        return SandboxResponse.json(200, body);
    }

    private SandboxResponse introspect(String token, long now) {
        Long expiresAt = issued.get(token);
        if (expiresAt == null || expiresAt <= now) {
            throw HubspotError.notFound("access token not found");
        }
        ObjectNode body = Json.object();
        body.put("token", token);
        describe(body, expiresAt, now);
        return SandboxResponse.json(200, body);
    }

    private void describe(ObjectNode body, long expiresAt, long now) {
        body.put("token_type", "access");
        body.put("hub_id", app.portalId());
        body.put("app_id", app.appId());
        body.put("expires_in", (expiresAt - now) / 1_000);
        body.put("user", "amara.diallo@crosswalk-sandbox.example");
        body.put("user_id", USER_ID);
        addScopes(body);
    }

    private void addScopes(ObjectNode body) {
        ArrayNode names = body.putArray("scopes");
        scopes.get().forEach(names::add);
    }

    /** From now on every issued token is expired. */
    void expireAll(long now) {
        issued.replaceAll((token, expiresAt) -> Math.min(expiresAt, now));
    }

    void refreshTokenDead(boolean dead) {
        refreshTokenDead = dead;
    }

    private static SandboxResponse refused(String status, String message) {
        ObjectNode body = Json.object();
        body.put("status", status);
        body.put("message", message);
        body.put("correlationId", "");
        return SandboxResponse.json(400, body);
    }

    private static @Nullable String first(Map<String, List<String>> form, String key) {
        List<String> values = form.get(key);
        return values == null ? null : values.get(0);
    }
}
