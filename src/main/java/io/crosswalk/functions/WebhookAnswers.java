package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads API Gateway's events and writes its answers. */
@ApplicationScoped
public class WebhookAnswers {
    private final Optional<String> targetUrl;

    /**
     * @param targetUrl the URL as it stands in HubSpot; behind a custom domain the event's own host
     *     is another
     */
    public WebhookAnswers(
            @ConfigProperty(name = "crosswalk.hubspot.webhook.target-url")
                    Optional<String> targetUrl) {
        this.targetUrl = targetUrl;
    }

    WebhookRequest request(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = new HashMap<>();
        if (event.getHeaders() != null) {
            event.getHeaders()
                    .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        return new WebhookRequest(
                event.getRequestContext().getHttp().getMethod(),
                uri(event),
                headers,
                HttpApiRequest.body(event));
    }

    private String uri(APIGatewayV2HTTPEvent event) {
        String url =
                targetUrl.orElseGet(
                        () ->
                                "https://"
                                        + event.getRequestContext().getDomainName()
                                        + event.getRawPath());
        String query = event.getRawQueryString();
        return query == null || query.isEmpty() || url.contains("?") ? url : url + "?" + query;
    }

    APIGatewayV2HTTPResponse accepted(int due, int ignored) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("due", due).put("ignored", ignored);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("content-type", "application/json"))
                .withBody(body.toString())
                .build();
    }
}
