package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Existing values are brought in step after a preview, and taken back again. */
@QuarkusTest
class BackfillJourneyTest {
    private static final Duration RUN = Duration.ofMinutes(2);

    @TestHTTPResource("/")
    URI base;

    private Portal portal;
    private String mapping;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
        // The first reconcile links the whole data set.
        List<Pair> pairs = portal.linkedContacts().subList(60, 80);
        pairs.forEach(
                pair ->
                        await().atMost(Duration.ofMinutes(3))
                                .until(
                                        () ->
                                                portal.link(pair)
                                                        .path("state")
                                                        .asText()
                                                        .equals("QUIET")));
    }

    @AfterEach
    void unmap() {
        if (mapping != null) {
            portal.http().send("DELETE", "/api/objects/contact/mappings/" + mapping, "");
        }
    }

    private JsonNode post(String path, String body, int status) {
        Http.Answer answer = portal.http().send("POST", path, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(status);
        return answer.body();
    }

    private JsonNode awaitState(String id, String state) {
        await().atMost(RUN)
                .untilAsserted(() -> assertThat(run(id).path("state").asText()).isEqualTo(state));
        return run(id);
    }

    private JsonNode run(String id) {
        return portal.http().get("/api/backfills/" + id).body();
    }

    private List<JsonNode> written(String id) {
        List<JsonNode> entries = new ArrayList<>();
        portal.http()
                .get("/api/journal?limit=200&run=" + id)
                .body()
                .path("items")
                .forEach(entries::add);
        return entries;
    }

    private static String backfill(String mapping, List<Pair> pairs, String fill) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("object", "contact").put("fill", fill);
        if (mapping != null) {
            body.putArray("mappings").add(mapping);
        }
        ArrayNode ids = body.putObject("filter").putArray("ids");
        pairs.forEach(pair -> ids.add(pair.hubspotId()));
        return body.toString();
    }

    @Test
    void alignedContacts_areInStep_andAnUndoPutsThemBackForGood() {
        List<Pair> pairs = portal.linkedContacts().subList(60, 80);
        pairs.forEach(pair -> portal.putHubspot(pair, "notes_long", "Note " + pair.hubspotId()));
        pairs.forEach(pair -> portal.putSalesforce(pair, "Notes__c", null));
        JsonNode made =
                post(
                        "/api/objects/contact/mappings",
                        """
                        {"hubspotProperty": "notes_long", "salesforceField": "Notes__c",
                         "syncRule": "TWO_WAY"}""",
                        201);
        mapping = made.path("id").asText();
        pairs.forEach(pair -> post("/api/links/contact/" + pair.hubspotId() + "/resync", "", 202));
        pairs.forEach(portal::syncUntilQuiet);

        String id =
                post("/api/backfills", backfill(mapping, pairs, "align"), 202).path("id").asText();
        post("/api/backfills/" + id + "/pause", "", 409);
        JsonNode previewed = awaitState(id, "PREVIEWED");

        JsonNode preview = previewed.path("preview");
        assertThat(preview.path("links").asInt()).isEqualTo(20);
        assertThat(preview.path("mappings")).hasSize(1);
        JsonNode counts = preview.path("mappings").path(0);
        assertThat(counts.path("salesforce").path("fills").asInt()).isEqualTo(20);
        assertThat(counts.path("hubspot").toString())
                .isEqualTo("{\"fills\":0,\"overwrites\":0,\"clears\":0}");
        assertThat(preview.path("samples")).hasSize(20);
        assertThat(preview.path("samples").path(0).path("reason").asText())
                .contains("Salesforce takes the value from HubSpot");
        assertThat(preview.path("callsNeeded").path("salesforceWrites").asInt()).isEqualTo(1);
        assertThat(portal.salesforce(pairs.get(0), "Notes__c")).isNull();

        post("/api/backfills/" + id + "/run", "", 200);
        JsonNode paused = post("/api/backfills/" + id + "/pause", "", 200);
        assertThat(paused.path("possible").toString()).isEqualTo("[\"resume\",\"cancel\"]");
        post("/api/backfills/" + id + "/resume", "", 200);
        JsonNode done = awaitState(id, "DONE");

        pairs.forEach(
                pair ->
                        assertThat(portal.salesforce(pair, "Notes__c"))
                                .isEqualTo("Note " + pair.hubspotId()));
        assertThat(done.path("progress").path("lookedAt").asInt()).isEqualTo(20);
        assertThat(done.path("progress").path("written").asInt()).isEqualTo(20);
        assertThat(done.path("preview").path("samples")).isEmpty();
        assertThat(written(id)).hasSize(20);
        assertThat(written(id)).allMatch(it -> it.path("writes").asText().equals("SALESFORCE"));
        post("/api/backfills/" + id + "/cancel", "", 409);

        Pair edited = pairs.get(3);
        portal.putSalesforce(edited, "Notes__c", "A person's word");
        portal.hubspotShows(edited, "notes_long", "A person's word");
        portal.syncUntilQuiet(edited);
        String undo = post("/api/undo", "{\"run\":\"" + id + "\"}", 202).path("id").asText();
        JsonNode ready = awaitState(undo, "PREVIEWED");
        assertThat(ready.path("preview").path("undone").asInt()).isEqualTo(19);
        assertThat(ready.path("preview").path("notUndone").toString())
                .isEqualTo("{\"CHANGED_SINCE\":1}");
        post("/api/backfills/" + undo + "/run", "", 200);
        JsonNode undone = awaitState(undo, "DONE");

        assertThat(undone.path("progress").path("written").asInt()).isEqualTo(19);
        assertThat(undone.path("progress").path("notUndone").toString())
                .isEqualTo("{\"CHANGED_SINCE\":1}");
        pairs.forEach(portal::syncUntilQuiet);
        Pair pair = pairs.get(0);
        assertThat(portal.salesforce(pair, "Notes__c")).isNull();
        assertThat(portal.hubspot(pair, "notes_long")).isEqualTo("Note " + pair.hubspotId());
        assertThat(portal.salesforce(edited, "Notes__c")).isEqualTo("A person's word");
        JsonNode entry = portal.journal(pair).path(0);
        assertThat(entry.path("decision").asText()).isEqualTo("UNDONE_IN_SALESFORCE");
        assertThat(entry.path("run").asText()).isEqualTo(undo);
        post("/api/links/contact/" + pair.hubspotId() + "/resync", "", 202);
        portal.syncUntilQuiet(pair);
        assertThat(portal.salesforce(pair, "Notes__c")).isNull();
    }

    @Test
    void filterOnAProperty_looksAtThoseRecordsOnly_andListsTheRunFirst() {
        List<Pair> pairs = portal.linkedContacts().subList(60, 63);
        pairs.forEach(pair -> portal.putHubspot(pair, "jobtitle", "Backfill Filter"));
        pairs.forEach(pair -> portal.salesforceShows(pair, "Title", "Backfill Filter"));
        String body =
                """
                {"object": "contact", "filter": {"property": "jobtitle", "operator": "EQ",
                 "values": ["Backfill Filter"]}}""";

        JsonNode started = post("/api/backfills", body, 202);

        String id = started.path("id").asText();
        assertThat(started.path("kind").asText()).isEqualTo("RESYNC");
        JsonNode previewed = awaitState(id, "PREVIEWED");
        assertThat(previewed.path("preview").path("links").asInt()).isEqualTo(3);
        JsonNode newest = portal.http().get("/api/backfills?limit=1").body().path("items").path(0);
        assertThat(newest.path("id").asText()).isEqualTo(id);
        post("/api/backfills/" + id + "/cancel", "", 200);
        assertThat(run(id).path("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void whatCannotBeDone_isRefusedAndStartsNothing() {
        for (String body :
                Set.of(
                        "{\"object\":\"contact\",\"mappings\":[\"no-such\"]}",
                        "{\"object\":\"contact\",\"filter\":{\"property\":\"no_such\","
                                + "\"operator\":\"EQ\",\"values\":[\"x\"]}}",
                        "{\"object\":\"contact\",\"filter\":{\"ids\":[\"x\"]}}",
                        "{\"object\":\"lead\"}")) {
            Http.Answer answer = portal.http().send("POST", "/api/backfills", body);
            assertThat(answer.status()).as(body).isBetween(400, 422);
            assertThat(answer.contentType()).contains("problem+json");
        }
        post("/api/undo", "{\"run\":\"20200101-000000000-aaaa\"}", 404);
        post("/api/undo", "{\"object\":\"contact\",\"mapping\":\"contact-jobtitle\"}", 400);
        post(
                "/api/undo",
                "{\"entries\":[{\"object\":\"contact\",\"hubspotId\":\"1\",\"at\":\"x\"}]}",
                404);
    }
}
