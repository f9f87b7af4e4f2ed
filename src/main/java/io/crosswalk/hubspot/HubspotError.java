package io.crosswalk.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.records.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * HubSpot's error object, of a whole answer or of one entry of a 207. All its fields are optional.
 *
 * @param category {@code VALIDATION_ERROR}, {@code OBJECT_NOT_FOUND}, {@code CONFLICT}, ...
 * @param code the finest code there is: {@code INVALID_OPTION}, else the category
 * @param message for people, shortened; may quote values
 * @param names the properties that the code is about; those with another are told of once these are
 *     not sent any more
 * @param ids the records that it is about; empty if it does not say
 * @param traceIds the inputs that it is about, by {@code objectWriteTraceId}
 */
record HubspotError(
        String category,
        String code,
        String message,
        List<String> names,
        List<String> ids,
        List<String> traceIds,
        String correlationId) {
    /** An INVALID_OPTION message lists every option there is. */
    private static final int MESSAGE_LENGTH_MAX = 500;

    private static final Set<String> LIMITS = Set.of("RATE_LIMIT", "RATE_LIMITS");

    static HubspotError parse(ObjectMapper json, int status, JsonNode error) {
        String message = error.path("message").asText("");
        String category = category(status, error);
        HubspotDetails details = HubspotDetails.of(embedded(json, message), error.path("errors"));
        Set<String> names = new LinkedHashSet<>(details.names());
        if (names.isEmpty()) {
            names.addAll(texts(error.path("context").path("propertyName")));
        }
        if (category.equals("CONFLICT") && message.startsWith("Contact already exists")) {
            names.add("email");
        }
        return new HubspotError(
                category,
                details.code().isEmpty() ? category : details.code(),
                shortened(details.message().isEmpty() ? message : details.message()),
                List.copyOf(names),
                texts(error.path("context").path("ids")),
                texts(error.path("context").path("objectWriteTraceId")),
                text(error.path("correlationId"), ""));
    }

    /** Of calls: that is no record's trouble. */
    boolean isLimit() {
        return LIMITS.contains(category);
    }

    boolean notFound() {
        return category.equals("OBJECT_NOT_FOUND");
    }

    /** Whether the code blames the property itself, whatever the value. */
    boolean holdsForAnyValue() {
        return !names.isEmpty()
                && (code.equals("PROPERTY_DOESNT_EXIST") || code.equals("READ_ONLY_VALUE"));
    }

    WriteOutcome outcome(String id) {
        if (category.equals("INTERNAL_ERROR")) {
            // As with a whole answer that says so: it may have been carried out.
            return new WriteOutcome.RetryLater(
                    id, Duration.ZERO, WriteOutcome.RetryLater.TIMEOUT, message, code);
        }
        if (isLimit()) {
            return new WriteOutcome.RetryLater(id, Duration.ZERO, code, message);
        }
        return notFound()
                ? new WriteOutcome.Gone(id, code)
                : new WriteOutcome.Rejected(id, code, message, names);
    }

    /** To be named to HubSpot's support; empty if there is none. */
    String reference() {
        return correlationId.isEmpty() ? "" : " (correlation id " + correlationId + ")";
    }

    /** {@code status} is the plain word "error" nearly everywhere; OAuth puts its code there. */
    private static String category(int status, JsonNode error) {
        String otherwise = status == 409 ? "CONFLICT" : "HTTP_" + status;
        for (String key : List.of("category", "errorType", "error", "status")) {
            String category = text(error.path(key), "");
            if (!category.isEmpty() && !category.equals("error")) {
                return category;
            }
        }
        return otherwise;
    }

    /**
     * {@code Property values were not valid: [{"isValid":false,"error":"INVALID_OPTION",...}]}: the
     * detail is JSON inside the message.
     */
    private static Iterable<JsonNode> embedded(ObjectMapper json, String message) {
        int start = message.indexOf("[{");
        if (start < 0) {
            return List.of();
        }
        try {
            return json.readTree(message.substring(start));
        } catch (JsonProcessingException prose) {
            return List.of();
        }
    }

    private static String text(JsonNode node, String otherwise) {
        return node.isTextual() && !node.textValue().isEmpty() ? node.textValue() : otherwise;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return List.copyOf(texts);
    }

    private static String shortened(String message) {
        return message.length() <= MESSAGE_LENGTH_MAX
                ? message
                : message.substring(0, MESSAGE_LENGTH_MAX) + "…";
    }
}
