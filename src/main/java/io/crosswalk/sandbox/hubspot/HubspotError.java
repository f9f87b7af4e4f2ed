package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of HubSpot's error answers (its error handling guide). Nothing was changed. */
final class HubspotError extends RuntimeException {
    private final int status;
    private final transient ObjectNode body;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    HubspotError(int status, String category, String message) {
        super(message, null, false, false);
        this.status = status;
        this.body = Json.object();
        body.put("status", "error");
        body.put("message", message);
        body.put("correlationId", "");
        body.put("category", category);
    }

    static HubspotError validation(String message) {
        return new HubspotError(400, "VALIDATION_ERROR", message);
    }

    static HubspotError notFound(String message) {
        return new HubspotError(404, "OBJECT_NOT_FOUND", message);
    }

    /** 429 with the policy that was broken. */
    static HubspotError rateLimit(String policy, String message) {
        HubspotError error = new HubspotError(429, "RATE_LIMITS", message);
        error.body.put("errorType", "RATE_LIMIT");
        error.body.put("policyName", policy);
        return error;
    }

    HubspotError context(String key, List<String> values) {
        ArrayNode array = body.withObjectProperty("context").putArray(key);
        values.forEach(array::add);
        return this;
    }

    /** What is wrong in one point. */
    HubspotError detail(String message, String key, List<String> values) {
        ObjectNode detail = body.withArrayProperty("errors").addObject();
        detail.put("message", message);
        ArrayNode array = detail.putObject("context").putArray(key);
        values.forEach(array::add);
        return this;
    }

    HubspotError header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    String category() {
        return body.path("category").asText();
    }

    /** A copy, as it stands among the errors of a 207 answer. */
    ObjectNode entry() {
        ObjectNode entry = body.deepCopy();
        entry.remove("correlationId");
        return entry;
    }

    ObjectNode body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
