package io.crosswalk.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What forms send, as the API wants it. */
final class Inputs {
    private Inputs() {}

    /** A field that was left empty is absent. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A request's body. */
    static InputStream body(JsonNode json) {
        return new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The query of a link, without what is absent; ends with {@code &} unless it is empty. */
    static String query(Map<String, @Nullable String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(it -> it.getValue() != null)
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()) + "&")
                        .collect(Collectors.joining());
    }

    static String encoded(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
