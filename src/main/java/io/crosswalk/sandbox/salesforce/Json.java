package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;

/** Bodies in, bodies out. */
final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectMapper MAPPER =
            new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw Refused.record("JSON_PARSER_ERROR", "Unexpected character in the JSON body");
        }
    }

    static ObjectNode object(String text) {
        if (read(text) instanceof ObjectNode object) {
            return object;
        }
        throw Refused.record("JSON_PARSER_ERROR", "The HTTP entity body is required, as an object");
    }

    static ObjectNode node() {
        return NODES.objectNode();
    }

    /** The REST API's form of an error: an array with one object. */
    static SandboxResponse error(Refused refused) {
        ArrayNode errors = NODES.arrayNode();
        ObjectNode error = errors.addObject();
        error.put("message", refused.message()).put("errorCode", refused.code());
        if (!refused.fields().isEmpty()) {
            refused.fields().forEach(error.putArray("fields")::add);
        }
        if (!refused.matches().isEmpty()) {
            // Spelt so for single records.
            error.set("duplicateResut", duplicates(refused));
        }
        return SandboxResponse.json(refused.status(), errors);
    }

    /** A collection's result for a record that was refused. */
    static ObjectNode failure(Refused refused) {
        ObjectNode result = node().put("success", false);
        ObjectNode error = result.putArray("errors").addObject();
        error.put("statusCode", refused.code()).put("message", refused.message());
        ArrayNode fields = error.putArray("fields");
        refused.fields().forEach(fields::add);
        if (!refused.matches().isEmpty()) {
            error.set("duplicateResult", duplicates(refused));
        }
        return result;
    }

    private static ObjectNode duplicates(Refused refused) {
        ObjectNode result = node().put("allowSave", false);
        ArrayNode records = result.putArray("matchResults").addObject().putArray("matchRecords");
        refused.matches().forEach(id -> records.addObject().putObject("record").put("Id", id));
        return result;
    }

    static ObjectNode success(String id) {
        ObjectNode result = node().put("id", id).put("success", true);
        result.putArray("errors");
        return result;
    }
}
