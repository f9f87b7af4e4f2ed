package io.crosswalk.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call to a simulated CRM.
 *
 * @param method upper case
 * @param path what follows the simulator's base path, percent-decoded: {@code
 *     /crm/v3/objects/contacts/1}
 * @param query decoded; every key has at least one value, in the order of the URL
 * @param headers lower-case names; several values of one name joined by a comma
 * @param body empty if there is none
 */
public record SandboxRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body) {

    /**
     * @param uri path and query as on the wire, without the simulator's base path
     */
    public static SandboxRequest of(
            String method, String uri, Map<String, String> headers, byte[] body) {
        int mark = uri.indexOf('?');
        // A plus sign means itself in a path, and a space only in a query.
        String path = decoded((mark < 0 ? uri : uri.substring(0, mark)).replace("+", "%2B"));
        return new SandboxRequest(
                method, path, pairs(mark < 0 ? "" : uri.substring(mark + 1)), headers, body);
    }

    /** Query strings and form bodies, as {@code a=1&a=2&b=3}. */
    public static Map<String, List<String>> pairs(String encoded) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.computeIfAbsent(decoded(key), k -> new ArrayList<>()).add(decoded(value));
            }
        }
        return pairs;
    }

    /** The first value of a query key. */
    public @Nullable String queryValue(String key) {
        List<String> values = query.get(key);
        return values == null ? null : values.get(0);
    }

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
