package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Reading bodies and writing HubSpot's forms of JSON. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The body as an object; empty for an empty body. */
    static JsonNode body(SandboxRequest request) {
        if (request.body().length == 0) {
            return object();
        }
        try {
            JsonNode body = MAPPER.readTree(request.text());
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException malformed) {
            // HubSpot answers both in the same way.
        }
        throw HubspotError.validation("Invalid input JSON");
    }

    /** The body as an array. */
    static ArrayNode array(SandboxRequest request) {
        if (tree(request.body()) instanceof ArrayNode array) {
            return array;
        }
        throw HubspotError.validation("Invalid input JSON: expected an array");
    }

    /** Any JSON; missing if it is none. */
    static JsonNode tree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException malformed) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** Texts of an array; anything else is empty. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            texts.add(item.asText());
        }
        return texts;
    }

    /** {@code 2026-01-02T03:04:05.006Z}. */
    static String time(long millis) {
        return MILLIS.format(Instant.ofEpochMilli(millis));
    }
}
