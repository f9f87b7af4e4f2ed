package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People who make, merge and delete records of any type in the CRMs' own pages. */
final class People {
    private static final String HUBSPOT = "/sandbox/hubspot/crm/v3/objects/";
    private static final String SALESFORCE = "/sandbox/salesforce/services/data/v62.0/sobjects/";

    /** What HubSpot's search may hide is looked for again after a while. */
    static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Http http;

    People(Http http) {
        this.http = http;
    }

    String makeInHubspot(String type, Map<String, String> values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        values.forEach(properties::put);
        Http.Answer answer = http.send("POST", HUBSPOT + type, body.toString());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    String makeInSalesforce(String type, Map<String, String> values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        values.forEach(body::put);
        Http.Answer answer = http.send("POST", SALESFORCE + type, body.toString());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    void editInHubspot(String type, String id, String property, String value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties").put(property, value);
        done(http.send("PATCH", HUBSPOT + type + "/" + id, body.toString()));
    }

    void editInSalesforce(String type, String id, String field, String value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(field, value);
        done(http.send("PATCH", SALESFORCE + type + "/" + id, body.toString()));
    }

    /** Makes a company the primary one of a contact or deal. */
    void setCompanyInHubspot(String type, String id, String companyId) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        types.addObject()
                .put("associationCategory", "HUBSPOT_DEFINED")
                .put("associationTypeId", type.equals("deals") ? 5 : 1);
        done(http.send("PUT", associated(type, id, companyId), types.toString()));
    }

    private static String associated(String type, String id, String companyId) {
        return "/sandbox/hubspot/crm/v4/objects/"
                + type
                + "/"
                + id
                + "/associations/companies/"
                + companyId;
    }

    void deleteInHubspot(String type, String id) {
        done(http.send("DELETE", HUBSPOT + type + "/" + id, ""));
    }

    void deleteInSalesforce(String type, String id) {
        done(http.send("DELETE", SALESFORCE + type + "/" + id, ""));
    }

    /** From the recycle bin. */
    void undeleteInSalesforce(String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("ids").add(id);
        done(http.send("POST", "/sandbox/salesforce/_control/undelete", body.toString()));
    }

    /** The id of what remains. */
    String mergeInHubspot(String type, String winner, String loser) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("primaryObjectId", winner).put("objectIdToMerge", loser);
        Http.Answer merged = http.send("POST", HUBSPOT + type + "/merge", body.toString());
        done(merged);
        return merged.body().path("id").asText();
    }

    void mergeInSalesforce(String winner, String loser) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("winner", winner).put("loser", loser);
        done(http.send("POST", "/sandbox/salesforce/_control/merge", body.toString()));
    }

    void forgetInHubspot(String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("objectId", id);
        done(http.send("POST", HUBSPOT + "contacts/gdpr-delete", body.toString()));
    }

    private static void done(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 204);
    }

    @Nullable String inHubspot(String type, String id, String property) {
        return text(
                http.get(HUBSPOT + type + "/" + id + "?properties=" + property)
                        .body()
                        .path("properties")
                        .path(property));
    }

    @Nullable String inSalesforce(String type, String id, String field) {
        return text(http.get(SALESFORCE + type + "/" + id + "?fields=" + field).body().path(field));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }

    JsonNode link(String object, String hubspotId) {
        return http.get("/api/links/" + object + "/" + hubspotId).body();
    }

    /** Waits until the two are partners and everything about them was looked at. */
    void areLinked(String object, String hubspotId, String salesforceId) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            JsonNode link = link(object, hubspotId);
                            assertThat(link.path("salesforceId").asText()).isEqualTo(salesforceId);
                            assertThat(link.path("state").asText()).isEqualTo("QUIET");
                        });
    }

    /** Waits for a partner that nobody has named. */
    String partner(String object, String hubspotId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> link(object, hubspotId).path("salesforceId").asText(""),
                        id -> id.length() == 18);
    }

    /** Waits until a record has a problem; a Salesforce record stands there with its own id. */
    JsonNode hasProblem(String object, String id, String code) {
        return hasProblem(object, "-", id, code);
    }

    /** With a value of a mapping. */
    JsonNode hasProblem(String object, String mapping, String id, String code) {
        return await().atMost(PATIENCE)
                .until(
                        () -> http.get(problem(object, mapping, id, code)).body(),
                        problem ->
                                problem.path("code").asText().equals(code) && problem.has("text"));
    }

    void problemCloses(String object, String id, String code) {
        problemCloses(object, "-", id, code);
    }

    void problemCloses(String object, String mapping, String id, String code) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(http.get(problem(object, mapping, id, code)).status())
                                        .isEqualTo(404));
    }

    private static String problem(String object, String mapping, String id, String code) {
        return "/api/problems/" + object + "." + mapping + "." + id + "." + code;
    }
}
