package io.crosswalk.local;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.functions.EventBridgeEvent;
import io.crosswalk.functions.HubspotWebhookFunction;
import io.crosswalk.functions.SalesforceChangeFunction;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Stands where API Gateway and EventBridge stand: HTTP in, the functions' own events out. As many
 * webhooks at a time as HubSpot sends; whoever gave up on one and sends it again while all are busy
 * is told to come back, so that what nobody waits for any more does not pile up.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class LocalRoutes {
    /** HubSpot has as many open at a time. */
    private static final int WEBHOOKS_AT_A_TIME = 10;

    private final Places webhooks = new Places(WEBHOOKS_AT_A_TIME);
    private final HubspotWebhookFunction webhook;
    private final SalesforceChangeFunction change;
    private final ObjectMapper json;

    LocalRoutes(
            HubspotWebhookFunction webhook, SalesforceChangeFunction change, ObjectMapper json) {
        this.webhook = webhook;
        this.change = change;
        this.json = json;
    }

    void add(@Observes Router router) {
        router.post("/webhooks/hubspot")
                .handler(BodyHandler.create(false))
                .blockingHandler(this::webhook, false);
        router.post("/local/eventbridge")
                .handler(BodyHandler.create(false))
                .blockingHandler(this::change, false);
    }

    private void webhook(RoutingContext context) {
        if (!webhooks.run(() -> take(context))) {
            context.response().setStatusCode(503).end();
        }
    }

    private void take(RoutingContext context) {
        APIGatewayV2HTTPResponse answer = webhook.hubspotWebhook(event(context));
        var response = context.response().setStatusCode(answer.getStatusCode());
        answer.getHeaders().forEach(response::putHeader);
        response.end(answer.getBody());
    }

    /**
     * As an HTTP API makes it: names in lower case, text bodies as text, everything else in base
     * 64.
     */
    private static APIGatewayV2HTTPEvent event(RoutingContext context) {
        HttpServerRequest request = context.request();
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers()
                .forEach(
                        (name, value) ->
                                headers.merge(name.toLowerCase(), value, (a, b) -> a + "," + b));
        Buffer body = Objects.requireNonNullElse(context.body().buffer(), Buffer.buffer());
        boolean text = headers.getOrDefault("content-type", "").startsWith("application/json");
        String authority = headers.getOrDefault("host", "localhost");
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey("POST /webhooks/hubspot")
                .withRawPath(request.path())
                .withRawQueryString(Objects.requireNonNullElse(request.query(), ""))
                .withHeaders(headers)
                .withIsBase64Encoded(!text)
                .withBody(
                        text
                                ? body.toString(StandardCharsets.UTF_8)
                                : Base64.getEncoder().encodeToString(body.getBytes()))
                .withRequestContext(
                        APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withDomainName(authority)
                                .withHttp(
                                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                                .withMethod(request.method().name())
                                                .withPath(request.path())
                                                .build())
                                .build())
                .build();
    }

    private void change(RoutingContext context) {
        Buffer body = Objects.requireNonNullElse(context.body().buffer(), Buffer.buffer());
        EventBridgeEvent event;
        try {
            event = json.readValue(body.getBytes(), EventBridgeEvent.class);
        } catch (JsonProcessingException e) {
            context.response().setStatusCode(400).end();
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        change.salesforceChange(event);
        context.response().setStatusCode(204).end();
    }
}
