package io.crosswalk.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The recorded events of {@code src/test/resources/aws}, about records of the test's own. */
final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /** EventBridge Scheduler's. */
    static String scheduled() {
        return read("scheduled.json");
    }

    /** One record of the stream per contact. */
    static String due(List<String> hubspotIds) {
        ObjectNode event = tree(read("dynamodb-stream-due.json"));
        String record = event.path("Records").path(0).toString();
        String records =
                hubspotIds.stream()
                        .map(id -> record.replace("RECORD_ID", id))
                        .collect(Collectors.joining(","));
        return "{\"Records\":[" + records + "]}";
    }

    /** Salesforce's change event of a contact's title. */
    static String changed(String salesforceId) {
        return read("eventbridge-contact-change.json").replace("RECORD_ID", salesforceId);
    }

    /** HubSpot's webhook, signed. */
    static String webhook(String body, String secret) {
        ObjectNode event = tree(read("http-api-webhook.json"));
        String time = Long.toString(System.currentTimeMillis());
        ((ObjectNode) event.path("headers"))
                .put("x-hubspot-request-timestamp", time)
                .put(
                        "x-hubspot-signature-v3",
                        signature(secret, "POST" + World.WEBHOOK_URL + body + time));
        return event.put("body", body).toString();
    }

    /** HubSpot's event of a contact's job title. */
    static String jobTitle(String hubspotId, String value) {
        return "[{\"eventId\":1,\"subscriptionId\":1,\"portalId\":4242001,\"appId\":7001,"
                + "\"occurredAt\":"
                + System.currentTimeMillis()
                + ",\"subscriptionType\":\"contact.propertyChange\",\"attemptNumber\":0,"
                + "\"objectId\":"
                + hubspotId
                + ",\"propertyName\":\"jobtitle\",\"propertyValue\":\""
                + value
                + "\",\"changeSource\":\"CRM_UI\",\"sourceId\":\"userId:9\"}]";
    }

    /** A request to the REST API. */
    static String request(String method, String path, String query, String body) {
        ObjectNode event = tree(read("http-api-request.json"));
        ObjectNode context = (ObjectNode) event.path("requestContext");
        ((ObjectNode) context.path("http")).put("method", method).put("path", path);
        event.put("rawPath", path).put("rawQueryString", query);
        if (!body.isEmpty()) {
            event.put("body", body);
        }
        return event.toString();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static ObjectNode tree(String text) {
        return (ObjectNode) json(text);
    }

    private static String read(String event) {
        try (InputStream file = Events.class.getResourceAsStream("/aws/" + event)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
