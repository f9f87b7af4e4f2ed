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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import that touches most contacts is stopped half way, and goes on when a person says so. */
@QuarkusTest
class MassChangeJourneyTest {
    private static final Duration LATER = Duration.ofSeconds(90);
    private static final String PROBLEM = "contact.contact-zip.MASS_CHANGE";

    @TestHTTPResource("/")
    URI base;

    private Portal portal;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
    }

    private static String imported(Pair pair) {
        return "Z" + pair.hubspotId();
    }

    private void importIntoHubspot(List<Pair> pairs) {
        for (int from = 0; from < pairs.size(); from += 100) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode inputs = body.putArray("inputs");
            for (Pair pair : pairs.subList(from, Math.min(from + 100, pairs.size()))) {
                inputs.addObject()
                        .put("id", pair.hubspotId())
                        .putObject("properties")
                        .put("zip", imported(pair));
            }
            Http.Answer answer =
                    portal.http()
                            .send(
                                    "POST",
                                    "/sandbox/hubspot/crm/v3/objects/contacts/batch/update",
                                    body.toString());
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        }
    }

    private JsonNode contacts() {
        for (JsonNode object : portal.http().get("/api/status").body().path("objects")) {
            if (object.path("object").asText().equals("contact")) {
                return object;
            }
        }
        throw new AssertionError("no status of contacts");
    }

    private String level(String mappingId) {
        for (JsonNode status :
                portal.http().get("/api/objects/contact/statuses").body().path("items")) {
            if (status.path("mappingId").asText().equals(mappingId)) {
                return status.path("status").asText() + " " + status.path("code").asText();
            }
        }
        throw new AssertionError("no status of " + mappingId);
    }

    private long arrived(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> imported(pair).equals(portal.salesforce(pair, "MailingPostalCode")))
                .count();
    }

    /** What is known of those that have not arrived. */
    private List<String> missing(List<Pair> pairs) {
        return pairs.stream()
                .filter(
                        pair ->
                                !imported(pair)
                                        .equals(portal.salesforce(pair, "MailingPostalCode")))
                .map(pair -> portal.link(pair) + " " + portal.journal(pair).path(0))
                .toList();
    }

    /** Whose pair no other test has parted. */
    private boolean isLinked(Pair pair) {
        JsonNode link = portal.link(pair);
        return link.path("salesforceId").asText().equals(pair.salesforceId())
                && link.path("goneFrom").isEmpty();
    }

    @Test
    void importOverMostContacts_waitsForAPersonAndThenArrives() {
        List<Pair> pairs =
                portal.linkedContacts().stream().filter(this::isLinked).limit(150).toList();
        pairs.forEach(portal::syncUntilQuiet);
        await().atMost(LATER)
                .untilAsserted(
                        () ->
                                assertThat(contacts().path("drift").path("links").asInt())
                                        .isGreaterThanOrEqualTo(150));
        Map<Pair, String> before = new HashMap<>();
        pairs.forEach(pair -> before.put(pair, portal.salesforce(pair, "MailingPostalCode")));
        List<Pair> filled = pairs.stream().filter(pair -> before.get(pair) != null).toList();

        importIntoHubspot(pairs);

        await().atMost(LATER)
                .untilAsserted(
                        () ->
                                assertThat(portal.http().get("/api/problems/" + PROBLEM).status())
                                        .isEqualTo(200));
        pairs.forEach(portal::syncUntilQuiet);
        assertThat(arrived(filled)).isLessThan(100);
        assertThat(level("contact-zip")).isEqualTo("ISSUE MASS_CHANGE");
        assertThat(contacts().path("pausedMappings").path(0).path("paused").asBoolean()).isTrue();
        assertThat(differences().path(0).path("fields").path(0).path("reason").asText())
                .isEqualTo("PAUSED");

        Http.Answer released =
                portal.http().send("POST", "/api/problems/" + PROBLEM + "/retry", "");

        assertThat(released.status()).as("%s", released.body()).isEqualTo(202);
        assertThat(released.body().path("open").asBoolean()).isFalse();
        await().atMost(LATER).untilAsserted(() -> assertThat(missing(pairs)).isEmpty());
        assertThat(level("contact-zip")).doesNotContain("MASS_CHANGE");
        await().atMost(LATER).untilAsserted(() -> assertThat(differences()).isEmpty());
        assertThat(
                        portal.http()
                                .send(
                                        "POST",
                                        "/api/objects/contact/mappings/contact-zip/release",
                                        "")
                                .body()
                                .path("code")
                                .asText())
                .isEqualTo("MAPPING_NOT_PAUSED");
    }

    private JsonNode differences() {
        return portal.http()
                .get(
                        "/api/objects/contact/differences?reason=PAUSED&mapping=contact-zip"
                                + "&limit=200")
                .body()
                .path("items");
    }
}
