package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the CRMs' metadata says of the mappings. */
@QuarkusTest
class MappingHealthJourneyTest {
    @TestHTTPResource("/")
    URI base;

    private Portal portal;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
        letHubspotLackTradeShow();
    }

    /** As in the data set; a test that refreshes options may have been here. */
    private void letHubspotLackTradeShow() {
        String property = "/sandbox/hubspot/crm/v3/properties/contacts/leadsource";
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode options = body.putArray("options");
        for (JsonNode option : portal.http().get(property).body().path("options")) {
            if (!option.path("value").asText().equals("Trade Show")) {
                options.add(option);
            }
        }
        assertThat(portal.http().send("PATCH", property, body.toString()).status()).isEqualTo(200);
    }

    private JsonNode status(JsonNode statuses, String mappingId) {
        for (JsonNode status : statuses.path("items")) {
            if (status.path("mappingId").asText().equals(mappingId)) {
                return status;
            }
        }
        throw new AssertionError("No status of " + mappingId + " in " + statuses);
    }

    private JsonNode check(String object) {
        Http.Answer answer =
                portal.http().send("POST", "/api/objects/" + object + "/health-check", "");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<String> problems(String mappingId) {
        List<String> ids = new ArrayList<>();
        portal.http()
                .get("/api/problems?object=contact&mapping=" + mappingId)
                .body()
                .path("items")
                .forEach(problem -> ids.add(problem.path("id").asText()));
        return ids;
    }

    private void hideFax(boolean hidden) {
        Http.Answer answer =
                portal.http()
                        .send(
                                "POST",
                                "/sandbox/salesforce/_control/fields",
                                "{\"object\":\"Contact\",\"field\":\"Fax\",\"hidden\":"
                                        + hidden
                                        + "}");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void standardMappings_areOkButForTheLeadSourceThatHubspotLacks() {
        for (String object : List.of("contact", "company", "deal")) {
            check(object);
            JsonNode statuses = portal.http().get("/api/objects/" + object + "/statuses").body();

            assertThat(statuses.path("items")).isNotEmpty();
            for (JsonNode status : statuses.path("items")) {
                boolean leadSource = status.path("mappingId").asText().equals("contact-leadsource");
                assertThat(status.path("findings").size())
                        .as("%s", status)
                        .isEqualTo(leadSource ? 1 : 0);
            }
        }
    }

    @Test
    void leadSource_isAWarningThatNamesTheMissingOption() {
        JsonNode status = status(check("contact"), "contact-leadsource");

        assertThat(status.path("status").asText()).isEqualTo("WARNING");
        assertThat(status.path("code").asText()).isEqualTo("HUBSPOT_OPTIONS_MISSING");
        assertThat(status.path("action").asText()).isEqualTo("REFRESH_OPTIONS");
        assertThat(status.path("text").asText()).contains("'Trade Show'", "'leadsource'");
        assertThat(status.path("findings").path(0).path("details").path("missing").toString())
                .isEqualTo("[\"Trade Show\"]");
        assertThat(problems("contact-leadsource"))
                .contains("contact.contact-leadsource.HUBSPOT_OPTIONS_MISSING");
    }

    @Test
    void hiddenField_isAnIssueClearsNothingAndIsOkAgainOnceShown() {
        Pair pair = portal.linkedContacts().get(70);
        portal.syncUntilQuiet(pair);
        portal.putSalesforce(pair, "Fax", "+1 555 0170");
        portal.hubspotShows(pair, "fax", "+1 555 0170");
        portal.syncUntilQuiet(pair);
        try {
            hideFax(true);
            // The mapping's plan was made when the field could still be seen.
            portal.putSalesforce(pair, "Title", "Hidden Fax Officer");
            portal.hubspotShows(pair, "jobtitle", "Hidden Fax Officer");
            portal.syncUntilQuiet(pair);
            assertThat(portal.hubspot(pair, "fax")).isEqualTo("+1 555 0170");

            JsonNode status = status(check("contact"), "contact-fax");

            assertThat(status.path("status").asText()).isEqualTo("ISSUE");
            assertThat(status.path("code").asText()).isEqualTo("FIELD_GONE");
            assertThat(status.path("text").asText()).contains("'Fax'", "integration user");
            assertThat(problems("contact-fax")).contains("contact.contact-fax.FIELD_GONE");
        } finally {
            hideFax(false);
        }

        JsonNode status = status(check("contact"), "contact-fax");

        assertThat(status.path("findings")).isEmpty();
        assertThat(problems("contact-fax")).doesNotContain("contact.contact-fax.FIELD_GONE");
        portal.putSalesforce(pair, "Fax", "+1 555 0171");
        portal.hubspotShows(pair, "fax", "+1 555 0171");
    }

    @Test
    void unknownObject_isRefusedWithACode() {
        Http.Answer answer = portal.http().get("/api/objects/nothing/statuses");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("code").asText()).isEqualTo("UNKNOWN_OBJECT");
    }
}
