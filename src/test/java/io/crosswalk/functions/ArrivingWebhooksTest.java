package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.hubspot.HubspotCredentials;
import io.crosswalk.hubspot.WebhookEvents;
import io.crosswalk.hubspot.WebhookSignature;
import io.crosswalk.records.Arrivals;
import io.crosswalk.rules.Side;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Which webhooks count as ones of HubSpot's that arrive, and which as refused. */
class ArrivingWebhooksTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String URL = "https://crosswalk.example/webhooks/hubspot";
    private static final String SECRET = "of-the-app";
    private static final String EDIT =
            "[{\"subscriptionType\":\"contact.propertyChange\",\"eventId\":7,\"objectId\":501,"
                    + "\"occurredAt\":1795521600000,\"propertyName\":\"jobtitle\","
                    + "\"propertyValue\":\"CTO\"}]";
    private static final String DOCTORS =
            "[{\"subscriptionType\":\"crosswalk.doctor\",\"eventId\":1,\"objectId\":1}]";

    private final List<String> arrived = new ArrayList<>();
    private final List<Map<Metric, ?>> told = new ArrayList<>();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    private final class Noted implements Arrivals {
        @Override
        public void taken(Side side, Instant at) {
            arrived.add("taken");
        }

        @Override
        public void refused(Side side, Instant at, String why) {
            arrived.add("refused " + why);
        }

        @Override
        public void found(Side side, Instant at) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Arrival last(Side side) {
            throw new AssertionError("not asked for");
        }
    }

    private static final class Secret implements HubspotCredentials {
        @Override
        public Optional<Login> login() {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<String> webhookSecrets() {
            return List.of(SECRET);
        }
    }

    private APIGatewayV2HTTPResponse send(String body, String secret, String... headers) {
        Map<String, String> all = new HashMap<>();
        all.put("x-hubspot-request-timestamp", Long.toString(NOON.toEpochMilli()));
        all.put(
                "x-hubspot-signature-v3",
                signature(secret, "POST" + URL + body + NOON.toEpochMilli()));
        for (String header : headers) {
            all.put(header, "1");
        }
        HubspotWebhookFunction function =
                new HubspotWebhookFunction(
                        new WebhookSignature(new Secret(), false),
                        new WebhookEvents(
                                new ObjectMapper(), OptionalLong.empty(), OptionalLong.empty()),
                        KeptHints.intake(),
                        new WebhookAnswers(Optional.of(URL)),
                        new Noted(),
                        (values, samples) -> told.add(values),
                        clock);
        return function.hubspotWebhook(event(body, all));
    }

    private static APIGatewayV2HTTPEvent event(String body, Map<String, String> headers) {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath("/webhooks/hubspot")
                .withHeaders(headers)
                .withBody(body)
                .withRequestContext(
                        APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withHttp(
                                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                                .withMethod("POST")
                                                .build())
                                .build())
                .build();
    }

    private static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void editOfAContact_countsAsTaken() {
        APIGatewayV2HTTPResponse answer = send(EDIT, SECRET);

        assertThat(answer.getBody()).isEqualTo("{\"due\":1,\"ignored\":0}");
        assertThat(arrived).containsExactly("taken");
        assertThat(told).containsExactly(Map.of(Metric.HUBSPOT_HINTS_STORED, 1));
    }

    @Test
    void editOfAContact_isLoggedWithHubspotsIdOfTheEvent() {
        try (LoggedLines logged = new LoggedLines()) {
            send(EDIT, SECRET);

            assertThat(logged.lines()).hasSize(1);
            assertThat(logged.lines().get(0).ids()).containsEntry("eventId", "7");
        }
    }

    @Test
    void doctorsEvent_isAnsweredWellAndCountsAsNothing() {
        APIGatewayV2HTTPResponse answer = send(DOCTORS, SECRET, "x-crosswalk-doctor");

        assertThat(answer.getBody()).isEqualTo("{\"due\":0,\"ignored\":1}");
        assertThat(arrived).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void doctorsForgery_isRefusedAndRingsNoAlarm() {
        APIGatewayV2HTTPResponse answer = send(DOCTORS, "not-the-secret", "x-crosswalk-doctor");

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(arrived).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void wrongSignature_countsAsRefusedWithItsReason() {
        APIGatewayV2HTTPResponse answer = send(EDIT, "another-secret");

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(arrived).containsExactly("refused SIGNATURE_MISMATCH");
        assertThat(told).containsExactly(Map.of(Metric.SIGNATURE_FAILURES, 1));
    }
}
