package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request as the HTTP API passed it on (payload format 2.0), made ready to be sent again.
 *
 * @param target path and query, in characters that may stand in a request line
 * @param headers by lower-case name; several values of one are joined by commas
 */
record HttpApiRequest(String method, String target, Map<String, String> headers, byte[] body) {

    /** They concern one connection, or are made anew; RFC 9110, 7.6.1. */
    static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    /**
     * @throws io.crosswalk.mapping.Refusal if nobody may ask for that path
     */
    static HttpApiRequest of(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        return new HttpApiRequest(
                context.getHttp().getMethod(), target(event), headers(event), body(event));
    }

    private static String target(APIGatewayV2HTTPEvent event) {
        String path = GatewayPath.of(event);
        String query = event.getRawQueryString();
        return query == null || query.isEmpty()
                ? path
                : path + "?" + GatewayPath.sendable(query, "?");
    }

    private static Map<String, String> headers(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = new TreeMap<>();
        if (event.getHeaders() != null) {
            event.getHeaders()
                    .forEach(
                            (name, value) -> {
                                String lower = name.toLowerCase(Locale.ROOT);
                                if (!HOP_BY_HOP.contains(lower)) {
                                    headers.merge(lower, value, (a, b) -> a + "," + b);
                                }
                            });
        }
        if (event.getCookies() != null && !event.getCookies().isEmpty()) {
            headers.put("cookie", String.join("; ", event.getCookies()));
        }
        return headers;
    }

    /** The bytes as they came in; empty if there are none. */
    static byte[] body(APIGatewayV2HTTPEvent event) {
        if (event.getBody() == null) {
            return new byte[0];
        }
        return event.getIsBase64Encoded()
                ? Base64.getDecoder().decode(event.getBody())
                : event.getBody().getBytes(StandardCharsets.UTF_8);
    }
}
