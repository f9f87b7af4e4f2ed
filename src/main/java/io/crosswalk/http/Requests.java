package io.crosswalk.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The requests that are sent: JSON, or the form of an OAuth login. All ask for JSON. */
public final class Requests {
    private static final String USER_AGENT = "crosswalk/1";

    private Requests() {}

    /**
     * @param body null for none
     */
    public static HttpRequest.Builder json(String method, URI uri, @Nullable String body) {
        if (body == null) {
            return request(uri).method(method, HttpRequest.BodyPublishers.noBody());
        }
        return request(uri)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    /** The fields in the order of their names: equal forms are equal texts. */
    public static HttpRequest form(URI uri, Map<String, String> fields) {
        String form =
                new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(
                                        field ->
                                                encoded(field.getKey())
                                                        + "="
                                                        + encoded(field.getValue()))
                                .collect(Collectors.joining("&"));
        return request(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
