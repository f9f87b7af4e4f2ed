package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A portal with a clock that only the test moves. JSON is written with single quotes. */
final class Portal {
    static final String APP = "pat-crosswalk";

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final InstantSource clock = () -> now;
    final HubspotSandbox sandbox;

    Portal() {
        this(HubspotSettings.defaults());
    }

    Portal(HubspotSettings settings) {
        sandbox = new HubspotSandbox(clock, 1, settings);
    }

    record Answer(int status, JsonNode json, Map<String, String> headers, Duration delay) {
        JsonNode property(String name) {
            return json.path("properties").path(name);
        }

        /** The detail that HubSpot embeds in its message. */
        JsonNode details() {
            String message = json.path("message").asText();
            return Json.tree(
                    message.substring(message.indexOf('[')).getBytes(StandardCharsets.UTF_8));
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    Answer get(String uri) {
        return call("GET", uri, "", null);
    }

    Answer post(String uri, String json) {
        return call("POST", uri, json, null);
    }

    Answer patch(String uri, String json) {
        return call("PATCH", uri, json, null);
    }

    Answer delete(String uri) {
        return call("DELETE", uri, "", null);
    }

    Answer byApp(String method, String uri, String json) {
        return call(method, uri, json, APP);
    }

    Answer call(String method, String uri, String json, String token) {
        Map<String, String> headers = new HashMap<>();
        if (token != null) {
            headers.put("authorization", "Bearer " + token);
        }
        SandboxResponse response =
                sandbox.handle(
                        SandboxRequest.of(
                                method,
                                uri,
                                headers,
                                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        return new Answer(
                response.status(),
                Json.tree(response.body()),
                response.headers(),
                response.delay());
    }

    /** The new record's id. */
    String create(String type, String properties) {
        Answer answer = post("/crm/v3/objects/" + type, "{'properties':" + properties + "}");
        if (answer.status() != 201) {
            throw new AssertionError(answer.json());
        }
        return answer.json().path("id").asText();
    }

    /** One contact with an e-mail. */
    String contact(String email) {
        return create("contacts", "{'email':'" + email + "'}");
    }

    /** Everything that is due now, taken as delivered. */
    List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        for (WebhookDelivery delivery : sandbox.due()) {
            ArrayNode batch = (ArrayNode) Json.tree(delivery.body());
            batch.forEach(events::add);
            sandbox.delivered(delivery.id(), 204);
        }
        return events;
    }

    /** What has happened since, a moment later. */
    List<JsonNode> eventsAfterAMoment() {
        pass(Duration.ofMillis(50));
        return events();
    }
}
