package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token endpoint: client credentials, JWT bearer, refresh token; and revoke. */
final class OAuth {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String REFRESH_TOKEN = "sandbox-refresh-token";
    private static final long ASSERTION_SECONDS_MAX = 180;
    private static final long SKEW_SECONDS = 30;

    private final SalesforceSettings settings;
    private final Sessions sessions;

    OAuth(SalesforceSettings settings, Sessions sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    /** Its errors are objects, where the REST API's are arrays. */
    private static final class Denied extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String error;

        Denied(String error, String description) {
            super(description, null, false, false);
            this.error = error;
        }
    }

    SandboxResponse token(SandboxRequest request, String base, Instant now) {
        try {
            Map<String, List<String>> form = SandboxRequest.pairs(request.text());
            String grant = first(form, "grant_type");
            switch (grant) {
                case "client_credentials" -> requireClient(request, form);
                case "refresh_token" -> {
                    requireClientId(first(form, "client_id"));
                    if (!first(form, "refresh_token").equals(REFRESH_TOKEN)) {
                        throw new Denied("invalid_grant", "expired access/refresh token");
                    }
                }
                case JWT_BEARER -> requireAssertion(first(form, "assertion"), base, now);
                default -> throw new Denied("unsupported_grant_type", "grant type not supported");
            }
            return SandboxResponse.json(200, issued(base, now));
        } catch (Denied denied) {
            ObjectNode body = Json.node().put("error", denied.error);
            return SandboxResponse.json(400, body.put("error_description", denied.getMessage()));
        }
    }

    SandboxResponse revoke(SandboxRequest request) {
        String token = first(SandboxRequest.pairs(request.text()), "token");
        String fromQuery = request.queryValue("token");
        if (sessions.close(token.isEmpty() && fromQuery != null ? fromQuery : token)) {
            return SandboxResponse.empty(200);
        }
        return SandboxResponse.json(
                400,
                Json.node()
                        .put("error", "unsupported_token_type")
                        .put("error_description", "this token type is not supported"));
    }

    private ObjectNode issued(String base, Instant now) {
        String id = base + "/id/" + ChangeEvents.ORG_ID + "/" + Sessions.INTEGRATION.userId();
        String at = Long.toString(now.toEpochMilli());
        return Json.node()
                .put("access_token", sessions.open(now))
                .put("signature", signature(id + at))
                .put("scope", "api refresh_token")
                .put("instance_url", base)
                .put("id", id)
                .put("issued_at", at)
                .put("token_type", "Bearer");
    }

    private String signature(String text) {
        byte[] mixed = (text + settings.clientSecret()).getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(mixed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireClient(SandboxRequest request, Map<String, List<String>> form) {
        String id = first(form, "client_id");
        String secret = first(form, "client_secret");
        String header = request.header("authorization");
        if (header != null && header.startsWith("Basic ")) {
            String pair =
                    new String(
                            decoded(header.substring(6), Base64.getDecoder()),
                            StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            id = colon < 0 ? pair : pair.substring(0, colon);
            secret = colon < 0 ? "" : pair.substring(colon + 1);
        }
        requireClientId(id);
        if (!secret.equals(settings.clientSecret())) {
            throw new Denied("invalid_client", "invalid client credentials");
        }
    }

    private void requireClientId(@Nullable String id) {
        if (!settings.clientId().equals(id)) {
            throw new Denied("invalid_client_id", "client identifier invalid");
        }
    }

    private void requireAssertion(String assertion, String base, Instant now) {
        String[] parts = assertion.split("\\.");
        if (parts.length != 3) {
            throw new Denied("invalid_grant", "invalid assertion");
        }
        JsonNode header = claims(parts[0]);
        JsonNode claims = claims(parts[1]);
        if (!header.path("alg").asText().equals("RS256")) {
            throw new Denied("invalid_grant", "invalid assertion: algorithm");
        }
        PublicKey key = settings.jwtKey();
        if (key != null && !verified(parts, key)) {
            throw new Denied("invalid_grant", "invalid assertion: signature");
        }
        requireClientId(claims.path("iss").asText());
        String audience = claims.path("aud").asText();
        boolean ours =
                audience.equals("https://login.salesforce.com")
                        || audience.equals("https://test.salesforce.com")
                        || (!audience.isEmpty() && base.startsWith(audience));
        if (!ours) {
            throw new Denied("invalid_grant", "audience is invalid");
        }
        if (claims.path("sub").asText().isEmpty()) {
            throw new Denied("invalid_grant", "user hasn't approved this consumer");
        }
        long ahead = claims.path("exp").asLong() - now.getEpochSecond();
        if (ahead < -SKEW_SECONDS) {
            throw new Denied("invalid_grant", "expired authorization code");
        }
        if (ahead > ASSERTION_SECONDS_MAX + SKEW_SECONDS) {
            throw new Denied("invalid_grant", "expiration is too far in the future");
        }
    }

    private static JsonNode claims(String part) {
        try {
            return Json.read(
                    new String(decoded(part, Base64.getUrlDecoder()), StandardCharsets.UTF_8));
        } catch (Refused malformed) {
            throw new Denied("invalid_grant", "invalid assertion");
        }
    }

    private static boolean verified(String[] parts, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(decoded(parts[2], Base64.getUrlDecoder()));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] decoded(String text, Base64.Decoder decoder) {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new Denied("invalid_grant", "invalid assertion");
        }
    }

    private static String first(Map<String, List<String>> form, String key) {
        List<String> values = form.get(key);
        return values == null ? "" : values.get(0);
    }
}
