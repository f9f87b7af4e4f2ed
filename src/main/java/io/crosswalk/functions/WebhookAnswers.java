package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.mapping.Refusal;
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
        return answer(200, "application/json", body);
    }

    static APIGatewayV2HTTPResponse refused(Refusal refusal) {
        int status = refusal.code().status();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank")
                .put("title", title(status))
                .put("status", status)
                .put("detail", refusal.getMessage())
                .put("code", refusal.code().name());
        return answer(status, "application/problem+json", body);
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Refused";
        };
    }

    private static APIGatewayV2HTTPResponse answer(int status, String type, ObjectNode body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("content-type", type))
                .withBody(body.toString())
                .build();
    }
}
