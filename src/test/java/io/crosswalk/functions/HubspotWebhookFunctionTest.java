package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.journey.Http;
import io.crosswalk.journey.Portal;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The webhook function behind an HTTP API. */
@QuarkusTest
@TestProfile(HubspotWebhookFunctionTest.Exported.class)
class HubspotWebhookFunctionTest {
    /** The deployed function is picked the same way. */
    public static class Exported implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.funqy.export", "hubspotWebhook");
        }
    }

    @TestHTTPResource("/")
    URI base;

    private Portal portal() {
        return new Portal("http://" + base.getAuthority());
    }

    @Test
    void recordedHttpApiEvent_withAForgedSignature_isAnsweredAsTheHttpApiWantsIt() {
        Http.Answer answer = Invocation.of("http-api-webhook.json", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("statusCode").asInt()).isEqualTo(401);
        assertThat(answer.body().path("headers").path("content-type").asText())
                .isEqualTo("application/problem+json");
        assertThat(answer.body().path("body").asText()).contains("\"SIGNATURE_STALE\"");
    }
}
