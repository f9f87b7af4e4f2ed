package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.sandbox.SandboxRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {
    private final Salesforce salesforce = new Salesforce();

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void session_isKeptForHalfAnHour() {
        salesforce.loggedIn().answers(200, "[null]").answers(200, "[null]");
        salesforce.loggedIn().answers(200, "[null]");

        read();
        salesforce.now = salesforce.now.plus(Duration.ofMinutes(29));
        read();
        salesforce.now = salesforce.now.plus(Duration.ofMinutes(2));
        read();

        assertThat(salesforce.calls)
                .containsExactly(
                        "LOGIN 0 200",
                        "COLLECTION_READ 1 200",
                        "COLLECTION_READ 1 200",
                        "LOGIN 0 200",
                        "COLLECTION_READ 1 200");
        assertThat(SandboxRequest.pairs(salesforce.crm.requests.get(0).text()))
                .containsEntry("grant_type", List.of("client_credentials"))
                .containsEntry("client_secret", List.of("s&cret"));
    }

    @Test
    void sessionRefused_isReplacedOnceAndTheCallRepeatedOnce() {
        salesforce.loggedIn().answers(401, "[{'errorCode':'INVALID_SESSION_ID'}]");
        salesforce.loggedIn().answers(401, "[{'errorCode':'INVALID_SESSION_ID'}]");

        assertThat(read().failure().code()).isEqualTo("UNAUTHORIZED");
        assertThat(salesforce.crm.requests).hasSize(4);
    }

    @Test
    void calls_goToTheInstanceOfTheAnswer() {
        try (Salesforce instance = new Salesforce()) {
            instance.answers(200, "[null]");
            salesforce.answers(
                    200, "{'access_token':'t','instance_url':'" + instance.crm.url() + "/'}");

            assertThat(read().missing()).hasSize(1);
            assertThat(instance.crm.requests.get(0).path())
                    .isEqualTo("/services/data/v62.0/composite/sobjects/Contact");
        }
    }

    @Test
    void invalidGrant_saysWhatToDo() {
        salesforce.answers(
                400, "{'error':'invalid_grant','error_description':'user hasnt approved'}");

        assertThatThrownBy(() -> salesforce.client.fields("Contact"))
                .isInstanceOfSatisfying(
                        CrmUnavailable.class,
                        dead -> assertThat(dead.code()).isEqualTo("UNAUTHORIZED"))
                .hasMessageContaining("invalid_grant")
                .hasMessageContaining("Check the app's key")
                .hasMessageNotContaining("s&cret");
    }

    @Test
    void jwtBearer_isSignedForTheLoginHost() throws Exception {
        KeyPair keys = keys();
        salesforce.login =
                new SalesforceCredentials.JwtBearer("app", "sync@example.com", pem(keys));
        salesforce.loggedIn().answers(200, "[null]");

        read();

        var form = SandboxRequest.pairs(salesforce.crm.requests.get(0).text());
        String[] parts = form.get("assertion").get(0).split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        JsonNode claims =
                Salesforce.tree(
                        new String(
                                Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(claims.path("sub").asText()).isEqualTo("sync@example.com");
        assertThat(claims.path("aud").asText()).isEqualTo(salesforce.crm.url());
        assertThat(claims.path("exp").asLong())
                .isEqualTo(salesforce.now.plusSeconds(170).getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({
        "no key at all, no PEM text",
        "-----BEGIN RSA PRIVATE KEY----- x, openssl pkcs8",
        "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----, cannot be used"
    })
    void keyThatCannotBeUsed_isNotQuoted(String pem, String advice) {
        salesforce.login = new SalesforceCredentials.JwtBearer("app", "user", pem);

        assertThat(read().failure().message()).contains(advice).doesNotContain("AAAA");
        assertThat(salesforce.crm.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.salesforce.com/, https://login.salesforce.com",
        "https://test.salesforce.com, https://test.salesforce.com",
        "https://acme.my.salesforce.com, https://login.salesforce.com",
        "https://acme--dev.sandbox.my.salesforce.com, https://test.salesforce.com",
        "http://localhost:8080/sandbox/salesforce, http://localhost:8080/sandbox/salesforce"
    })
    void audience_isTheLiteralLoginHost(URI login, String audience) {
        SalesforceSettings settings =
                new SalesforceSettings(
                        login, "62.0", "crosswalk", Optional.empty(), Duration.ZERO, Duration.ZERO);

        assertThat(settings.tokenAudience()).isEqualTo(audience);
    }

    @Test
    void budget_isTheOrgsOwn() {
        salesforce.loggedIn();
        salesforce.answers(
                Salesforce.json(200, "[null]")
                        .with(
                                "Sforce-Limit-Info",
                                "api-usage=18/5000; per-app-api-usage=17/250(appName=x)"));

        read();

        assertThat(salesforce.client.budget())
                .isEqualTo(new CallBudget(18L, 5000L, salesforce.now));
    }

    private ReadOutcome read() {
        return salesforce.client.read("Contact", Salesforce.ids(1), List.of());
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
