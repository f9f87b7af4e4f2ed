package io.crosswalk.sandbox.salesforce;

import static io.crosswalk.sandbox.salesforce.SalesforceOrg.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthTest {
    private static final String LOGIN = "https://login.salesforce.com";
    private static KeyPair keys;

    private final SalesforceOrg org =
            new SalesforceOrg(
                    SalesforceSettings.standard()
                            .withRecords(0, 0, 0)
                            .withLimits(15, 1000)
                            .withJwtKey(keys.getPublic()));

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    private SandboxResponse token(String form) {
        return org.call("POST", "/services/oauth2/token", form);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String assertion(String issuer, String audience, long secondsAhead) {
        long exp = org.now.getEpochSecond() + secondsAhead;
        String claims =
                "{\"iss\":\"%s\",\"sub\":\"u@x.example\",\"aud\":\"%s\",\"exp\":%d}"
                        .formatted(issuer, audience, exp);
        String head =
                base64("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
                        + "."
                        + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            return head + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private SandboxResponse bearer(String assertion) {
        return token(
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                        + assertion);
    }

    @Test
    void clientCredentials_giveAToken() {
        SandboxResponse response =
                token(
                        "grant_type=client_credentials&client_id=crosswalk-app"
                                + "&client_secret=sandbox-client-secret");
        JsonNode body = json(response);
        assertThat(body.path("instance_url").asText())
                .isEqualTo("http://localhost:8080/sandbox/salesforce");
        assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.path("id").asText()).matches(".*/id/00D\\w{15}/005\\w{15}");
        assertThat(body.path("signature").asText()).isNotEmpty();
        assertThat(body.has("expires_in")).isFalse();
        org.headers.put("authorization", "Bearer " + body.path("access_token").asText());
        assertThat(org.data("GET", "/limits", "").status()).isEqualTo(200);
    }

    @Test
    void basicHeader_isAsGoodAsTheBody() {
        String pair = "crosswalk-app:sandbox-client-secret";
        org.headers.put(
                "authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        assertThat(token("grant_type=client_credentials").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=crosswalk-app&client_secret=x, invalid_client",
        "grant_type=client_credentials&client_id=x&client_secret=x, invalid_client_id",
        "grant_type=password, unsupported_grant_type",
        "grant_type=refresh_token&client_id=crosswalk-app&refresh_token=x, invalid_grant"
    })
    void otherLogins_areDenied(String form, String error) {
        SandboxResponse response = token(form);
        assertThat(response.status()).isEqualTo(400);
        assertThat(json(response).path("error").asText()).isEqualTo(error);
    }

    @Test
    void refreshToken_givesAToken() {
        assertThat(
                        token(
                                        "grant_type=refresh_token&client_id=crosswalk-app"
                                                + "&refresh_token=sandbox-refresh-token")
                                .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "crosswalk-app, https://login.salesforce.com, 180, 200",
        "crosswalk-app, https://test.salesforce.com, 60, 200",
        "crosswalk-app, http://localhost:8080, 60, 200",
        "crosswalk-app, https://login.salesforce.com, 300, 400",
        "crosswalk-app, https://login.salesforce.com, -60, 400",
        "crosswalk-app, https://example.example, 60, 400",
        "x, https://login.salesforce.com, 60, 400"
    })
    void assertions_areChecked(String issuer, String audience, long secondsAhead, int status) {
        assertThat(bearer(assertion(issuer, audience, secondsAhead)).status()).isEqualTo(status);
    }

    @Test
    void forgedAssertion_isDenied() {
        String good = assertion("crosswalk-app", LOGIN, 60);
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + base64(new byte[256]);
        assertThat(json(bearer(forged)).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(bearer("nonsense").status()).isEqualTo(400);
    }

    @Test
    void sessions_endAfterSomeTimeOnRevokeAndOnRequest() {
        org.asIntegration();
        org.pass(Duration.ofMinutes(16));
        SandboxResponse late = org.data("GET", "/limits", "");
        assertThat(late.status()).isEqualTo(401);
        assertThat(json(late).path(0).path("errorCode").asText()).isEqualTo("INVALID_SESSION_ID");
        String token =
                org.asIntegration().headers.get("authorization").substring("Bearer ".length());
        org.call("POST", "/services/oauth2/revoke", "token=" + SalesforceOrg.encoded(token));
        assertThat(org.data("GET", "/limits", "").status()).isEqualTo(401);
        org.asIntegration().control("faults", "{\"expireSessions\":true}");
        assertThat(org.data("GET", "/limits", "").status()).isEqualTo(401);
    }

    @Test
    void otherApiUser_hasItsOwnToken() {
        org.headers.put("authorization", "Bearer sandbox");
        org.create("Contact", "{\"LastName\":\"A\"}");
        JsonNode header = SalesforceOrg.header(org.events().get(0));
        assertThat(header.path("commitUser").asText()).isEqualTo(Sessions.OTHER_API.userId());
        assertThat(header.path("changeOrigin").asText()).isEqualTo("com/salesforce/api/rest/62.0");
    }
}
