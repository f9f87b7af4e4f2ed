package io.crosswalk.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sandbox at a clock that only moves when told to, and calls of it in few words. */
final class SalesforceOrg {
    static final String DATA = "/services/data/v62.0";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Instant now = Instant.parse("2026-11-24T10:00:00.250Z");
    final SalesforceSandbox sandbox;
    final Map<String, String> headers = new LinkedHashMap<>(Map.of("host", "localhost:8080"));

    SalesforceOrg() {
        this(SalesforceSettings.standard().withRecords(0, 0, 0));
    }

    SalesforceOrg(SalesforceSettings settings) {
        sandbox = new SalesforceSandbox(() -> now, 7, settings);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    SalesforceOrg asPerson() {
        headers.remove("authorization");
        return this;
    }

    SalesforceOrg asIntegration() {
        headers.put("authorization", "Bearer " + login());
        headers.put("sforce-call-options", "client=crosswalk");
        return this;
    }

    String login() {
        return json(call(
                        "POST",
                        "/services/oauth2/token",
                        "grant_type=client_credentials&client_id=crosswalk-app"
                                + "&client_secret=sandbox-client-secret"))
                .path("access_token")
                .asText();
    }

    SandboxResponse call(String method, String uri, String body) {
        return sandbox.handle(
                SandboxRequest.of(method, uri, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    SandboxResponse data(String method, String path, String body) {
        return call(method, DATA + path, body);
    }

    JsonNode control(String what, String body) {
        SandboxResponse response = call("POST", "/_control/" + what, body);
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return json(response);
    }

    SandboxResponse query(String soql) {
        return data("GET", "/query?q=" + encoded(soql), "");
    }

    String create(String type, String body) {
        SandboxResponse response = data("POST", "/sobjects/" + type, body);
        assertThat(response.status()).as(response.text()).isEqualTo(201);
        return json(response).path("id").asText();
    }

    void set(String type, String id, String body) {
        SandboxResponse response = data("PATCH", "/sobjects/" + type + "/" + id, body);
        assertThat(response.status()).as(response.text()).isEqualTo(204);
    }

    JsonNode shows(String type, String id, String field) {
        return json(data("GET", "/sobjects/" + type + "/" + id + "?fields=" + field, ""))
                .path(field);
    }

    /** Takes all events that are due, as delivered; in that order. */
    List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        // A record's second event comes only once the first is delivered.
        for (List<QueuedEvent> due = sandbox.due(1000); !due.isEmpty(); due = sandbox.due(1000)) {
            for (QueuedEvent event : due) {
                events.add(parsed(event.json()));
                sandbox.delivered(event.number());
            }
        }
        return events;
    }

    static JsonNode payload(JsonNode event) {
        return event.path("detail").path("payload");
    }

    static JsonNode header(JsonNode event) {
        return payload(event).path("ChangeEventHeader");
    }

    static JsonNode json(SandboxResponse response) {
        return parsed(response.text());
    }

    static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Single quotes are easier to read in a test. */
    static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
