package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One of Salesforce's errors. Plain REST calls it {@code errorCode}, collections {@code
 * statusCode}, the login {@code error}.
 *
 * @param message for people, shortened; may quote values
 * @param fields what it blames; may be empty
 */
record SalesforceError(String code, String message, List<String> fields) {
    private static final int MESSAGE_LENGTH_MAX = 500;

    /** Whatever the body is, there is at least one error. */
    static List<SalesforceError> all(int status, JsonNode body) {
        List<SalesforceError> errors = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(error -> errors.add(one(status, error)));
        } else if (body.isObject()) {
            errors.add(one(status, body));
        }
        if (errors.isEmpty()) {
            errors.add(new SalesforceError("HTTP_" + status, "", List.of()));
        }
        return errors;
    }

    static SalesforceError one(int status, JsonNode error) {
        List<String> fields = new ArrayList<>();
        error.path("fields").forEach(field -> fields.add(field.asText()));
        return new SalesforceError(
                first(error, "HTTP_" + status, "errorCode", "statusCode", "error"),
                shortened(first(error, "", "message", "error_description")),
                List.copyOf(fields));
    }

    private static String first(JsonNode error, String otherwise, String... keys) {
        for (String key : keys) {
            String text = error.path(key).textValue();
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return otherwise;
    }

    private static String shortened(String message) {
        return message.length() <= MESSAGE_LENGTH_MAX
                ? message
                : message.substring(0, MESSAGE_LENGTH_MAX) + "…";
    }
}
