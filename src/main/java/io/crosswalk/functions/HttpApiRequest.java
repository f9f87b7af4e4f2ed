package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
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

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static HttpApiRequest of(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        return new HttpApiRequest(
                context.getHttp().getMethod(), target(event), headers(event), body(event));
    }

    private static String target(APIGatewayV2HTTPEvent event) {
        String path = event.getRawPath();
        String stage = event.getRequestContext().getStage();
        if (stage != null && !stage.equals("$default")) {
            String prefix = "/" + stage;
            if (path.equals(prefix) || path.startsWith(prefix + "/")) {
                path = path.substring(prefix.length());
            }
        }
        String query = event.getRawQueryString();
        String target = sendable(path.startsWith("/") ? path : "/" + path, "");
        return query == null || query.isEmpty() ? target : target + "?" + sendable(query, "?");
    }

    /**
     * An HTTP API decodes the path, so that it may hold characters that no URI has. What is encoded
     * stays so.
     *
     * @param more characters that are allowed here beyond those of a path
     */
    private static String sendable(String text, String more) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder sendable = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            char c = (char) (octets[i] & 0xff);
            boolean code = c == '%' && isHex(octets, i + 1) && isHex(octets, i + 2);
            if (code || isPlain(c) || more.indexOf(c) >= 0) {
                sendable.append(c);
            } else {
                sendable.append('%').append(HEX.toHexDigits(octets[i]));
            }
        }
        return sendable.toString();
    }

    private static boolean isHex(byte[] octets, int at) {
        return at < octets.length && HexFormat.isHexDigit(octets[at]);
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-._~!$&'()*+,;=:@/".indexOf(c) >= 0;
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
