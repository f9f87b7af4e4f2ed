package io.crosswalk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A simulated CRM's answer.
 *
 * @param headers names as the CRM writes them. {@link #DELAY_MILLIS} is not for the wire: whoever
 *     carries the answer holds it back that long, in real or in virtual time
 * @param body empty if there is none
 */
public record SandboxResponse(int status, Map<String, String> headers, byte[] body) {
    /** How long the caller waits for the answer. What it asked for has already happened. */
    public static final String DELAY_MILLIS = "x-sandbox-delay-millis";

    public static SandboxResponse json(int status, JsonNode body) {
        return new SandboxResponse(
                status,
                Map.of("Content-Type", "application/json;charset=utf-8"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static SandboxResponse empty(int status) {
        return new SandboxResponse(status, Map.of(), new byte[0]);
    }

    /** The same answer with one more header. */
    public SandboxResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SandboxResponse(status, more, body);
    }

    public SandboxResponse delayed(Duration by) {
        return with(DELAY_MILLIS, Long.toString(by.toMillis()));
    }

    /** Zero unless {@link #delayed}. */
    public Duration delay() {
        return Duration.ofMillis(Long.parseLong(headers.getOrDefault(DELAY_MILLIS, "0")));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
