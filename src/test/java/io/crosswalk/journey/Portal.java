package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Both simulated CRMs and the product between them, in the words of a test: {@code put} edits as a
 * person would, {@code shows} waits until a side shows a value.
 */
public final class Portal {
    static final Duration SOON = Duration.ofSeconds(20);

    private final Http http;

    public Portal(String base) {
        http = new Http(base);
    }

    /** A linked pair of records. */
    public record Pair(String hubspotId, String salesforceId) {}

    public Http http() {
        return http;
    }

    /** Linked contacts of the data set, in HubSpot's order. */
    public List<Pair> linkedContacts() {
        ObjectNode search = JsonNodeFactory.instance.objectNode();
        search.put("limit", 200);
        search.putArray("properties").add("salesforcecontactid");
        search.putArray("filterGroups")
                .addObject()
                .putArray("filters")
                .addObject()
                .put("propertyName", "salesforcecontactid")
                .put("operator", "HAS_PROPERTY");
        JsonNode found =
                http.send(
                                "POST",
                                "/sandbox/hubspot/crm/v3/objects/contacts/search",
                                search.toString())
                        .body();
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode record : found.path("results")) {
            pairs.add(
                    new Pair(
                            record.path("id").asText(),
                            record.path("properties").path("salesforcecontactid").asText()));
        }
        return pairs;
    }

    /** Waits until everything about a contact was looked at, and nothing is left to do. */
    public void syncUntilQuiet(Pair pair) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            JsonNode link = link(pair);
                            assertThat(link.path("state").asText()).isEqualTo("QUIET");
                            assertThat(link.path("acknowledgedFields").asInt()).isPositive();
                        });
    }

    public void putHubspot(Pair pair, String property, String value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties").put(property, value);
        Http.Answer answer =
                http.send(
                        "PATCH",
                        "/sandbox/hubspot/crm/v3/objects/contacts/" + pair.hubspotId(),
                        body.toString());
        assertThat(answer.status()).as("editing in HubSpot: %s", answer.body()).isEqualTo(200);
    }

    public void putSalesforce(Pair pair, String field, @Nullable String value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(field, value);
        Http.Answer answer =
                http.send("PATCH", salesforcePath(pair.salesforceId()), body.toString());
        assertThat(answer.status()).as("editing in Salesforce: %s", answer.body()).isEqualTo(204);
    }

    @Nullable String hubspot(Pair pair, String property) {
        return text(
                http.get(
                                "/sandbox/hubspot/crm/v3/objects/contacts/"
                                        + pair.hubspotId()
                                        + "?properties="
                                        + property)
                        .body()
                        .path("properties")
                        .path(property));
    }

    @Nullable String salesforce(Pair pair, String field) {
        return text(
                http.get(salesforcePath(pair.salesforceId()) + "?fields=" + field)
                        .body()
                        .path(field));
    }

    public void hubspotShows(Pair pair, String property, @Nullable String value) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(hubspot(pair, property)).isEqualTo(value));
    }

    public void salesforceShows(Pair pair, String field, @Nullable String value) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(salesforce(pair, field)).isEqualTo(value));
    }

    /** What is known of a contact's link. */
    JsonNode link(Pair pair) {
        return http.get("/api/links/contact/" + pair.hubspotId()).body();
    }

    /** The journal of a contact, newest first. */
    JsonNode journal(Pair pair) {
        return http.get("/api/journal?object=contact&hubspotId=" + pair.hubspotId())
                .body()
                .path("items");
    }

    /** What the product itself has called so far, by kind. */
    JsonNode hubspotCalls() {
        return http.get("/sandbox/hubspot/_control/calls").body();
    }

    JsonNode salesforceCalls() {
        return http.get("/sandbox/salesforce/_control/calls").body();
    }

    private static String salesforcePath(String id) {
        return "/sandbox/salesforce/services/data/v62.0/sobjects/Contact/" + id;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }
}
