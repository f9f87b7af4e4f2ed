package io.crosswalk.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What forms send, and what it becomes: values, the API's bodies, queries of links. */
final class Forms {
    private static final int TEXT_LENGTH_MAX = 255;

    private Forms() {}

    /** Empty if nothing was said. */
    static String text(@Nullable String said) {
        if (said != null && said.length() > TEXT_LENGTH_MAX) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "A name or a search has at most " + TEXT_LENGTH_MAX + " characters.");
        }
        return said == null ? "" : said;
    }

    static String chosen(@Nullable String name, String what) {
        String text = text(name);
        if (text.isEmpty()) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "No " + what + " is chosen. Choose one from the list.");
        }
        return text;
    }

    /** As shipped where nothing was said. */
    static SyncRule rule(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;
        }
        return Stream.of(SyncRule.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        RefusalCode.PARAMETER_MALFORMED,
                                        "Parameter 'syncRule' is a sync rule's name."));
    }

    static long version(@Nullable String version) {
        if (version == null || !version.matches("[0-9]{1,18}")) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'version' is the version of what is changed.");
        }
        return Long.parseLong(version);
    }

    static Fill fill(@Nullable String name) {
        return "align".equals(name) ? Fill.ALIGN : Fill.NONE;
    }

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
