package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.journey.Http.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code POST /webhooks/hubspot}: what is taken, what is refused, and that a refusal stores
 * nothing.
 */
@QuarkusTest
class WebhookTest {
    private static final String PATH = "/webhooks/hubspot";

    /** A record that nothing else in the tests touches. */
    private static final String UNKNOWN = "987654321";

    private static final String CHANGE =
            "[{\"eventId\":1,\"subscriptionId\":2,\"portalId\":4242001,\"appId\":7001,"
                    + "\"occurredAt\":1780000000000,\"subscriptionType\":\"contact.propertyChange\","
                    + "\"attemptNumber\":0,\"objectId\":"
                    + UNKNOWN
                    + ",\"propertyName\":\"jobtitle\",\"propertyValue\":\"CTO\","
                    + "\"changeSource\":\"CRM_UI\",\"sourceId\":\"userId:9\"}]";

    @TestHTTPResource("/")
    URI base;

    private Http http;

    @BeforeEach
    void http() {
        http = new Http("http://" + base.getAuthority());
    }

    private Answer post(String body, Instant signedAt, String signature) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("X-HubSpot-Request-Timestamp", Long.toString(signedAt.toEpochMilli()));
        headers.put("X-HubSpot-Signature-v3", signature);
        return http.send("POST", PATH, body, headers);
    }

    private Answer postSigned(String body) throws Exception {
        Instant now = Instant.now();
        return post(body, now, sign(body, now));
    }

    private String sign(String body, Instant at) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("sandbox-client-secret".getBytes(), "HmacSHA256"));
        String signed = "POST" + "http://localhost:" + base.getPort() + PATH + body;
        mac.update((signed + at.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal());
    }

    private int statusOfLink() {
        return http.get("/api/links/contact/" + UNKNOWN).status();
    }

    private void isRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("detail").asText()).isNotEmpty();
        assertThat(answer.body().toString()).doesNotContain("Exception", "at io.");
    }

    @Test
    void unsigned_isRefusedAndStoresNothing() {
        isRefused(http.send("POST", PATH, CHANGE), 401, "SIGNATURE_MISSING");

        assertThat(statusOfLink()).isEqualTo(404);
    }

    @Test
    void wronglySigned_isRefusedAndStoresNothing() throws Exception {
        Instant now = Instant.now();
        isRefused(post(CHANGE, now, sign(CHANGE + " ", now)), 401, "SIGNATURE_MISMATCH");

        assertThat(statusOfLink()).isEqualTo(404);
    }

    @Test
    void signedSixMinutesAgo_isRefusedAndStoresNothing() throws Exception {
        Instant old = Instant.now().minus(Duration.ofMinutes(6));
        isRefused(post(CHANGE, old, sign(CHANGE, old)), 401, "SIGNATURE_STALE");

        assertThat(statusOfLink()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    not json at all | WEBHOOK_NOT_JSON
                    {"eventId":1}   | WEBHOOK_NOT_AN_ARRAY
                    [1,2]           | WEBHOOK_NOT_AN_EVENT
                    ``              | WEBHOOK_NOT_JSON
                    """)
    void signedButNoBatchOfEvents_isRefused(String body, String code) throws Exception {
        isRefused(postSigned(body), 400, code);
    }

    @Test
    void moreThanAHundredEvents_areRefused() throws Exception {
        String event = CHANGE.substring(1, CHANGE.length() - 1);
        String many = "[" + (event + ",").repeat(100) + event + "]";

        isRefused(postSigned(many), 400, "WEBHOOK_TOO_MANY_EVENTS");
        assertThat(statusOfLink()).isEqualTo(404);
    }

    @Test
    void unknownSubscriptions_areIgnoredAndSaidSo() throws Exception {
        Answer answer =
                postSigned(
                        "[{\"subscriptionType\":\"conversation.creation\",\"objectId\":1},"
                                + "{\"subscriptionType\":\"a.b.c\"},{}]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("ignored").asInt()).isEqualTo(3);
        assertThat(answer.body().path("due").asInt()).isZero();
    }

    @Test
    void signedChange_isStoredWhenItIsAnswered() throws Exception {
        String other = CHANGE.replace(UNKNOWN, "987654322");

        Answer answer = postSigned(other);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("due").asInt()).isEqualTo(1);
        assertThat(http.get("/api/links/contact/987654322").status()).isEqualTo(200);
    }
}
