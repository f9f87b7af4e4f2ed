package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field changes in one CRM, the mapped field follows in the other, as the sync rule says. */
@QuarkusTest
class MainJobTest {
    @TestHTTPResource("/")
    URI base;

    private Portal portal;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
    }

    /** A contact of its own for each test, so that they cannot disturb each other. */
    private Pair contact(int number) {
        Pair pair = portal.linkedContacts().get(number);
        portal.syncUntilQuiet(pair);
        return pair;
    }

    private JsonNode newest(Pair pair) {
        return portal.journal(pair).path(0);
    }

    @Test
    void twoWay_hubspotEdit_followsInSalesforceAndIsToldOf() {
        Pair pair = contact(20);

        portal.putHubspot(pair, "jobtitle", "Chief Test Officer");

        portal.salesforceShows(pair, "Title", "Chief Test Officer");
        portal.syncUntilQuiet(pair);
        JsonNode entry = newest(pair);
        assertThat(entry.path("mapping").path("hubspotProperty").asText()).isEqualTo("jobtitle");
        assertThat(entry.path("mapping").path("salesforceField").asText()).isEqualTo("Title");
        assertThat(entry.path("mapping").path("version").asLong()).isEqualTo(1);
        assertThat(entry.path("writes").asText()).isEqualTo("SALESFORCE");
        assertThat(entry.path("value").asText()).isEqualTo("Chief Test Officer");
        assertThat(entry.path("hubspot").path("value").asText()).isEqualTo("Chief Test Officer");
        assertThat(entry.path("hubspot").path("changedAt").asText()).isNotEmpty();
        assertThat(entry.path("hubspot").path("base").asText()).hasSize(32);
        assertThat(entry.path("reason").asText()).isNotEmpty();
        assertThat(entry.path("outcome").asText()).isEqualTo("WRITTEN");
    }

    @Test
    void twoWay_salesforceEdit_followsInHubspot() {
        Pair pair = contact(21);

        portal.putSalesforce(pair, "Phone", "+31 20 555 0100");

        portal.hubspotShows(pair, "phone", "+31 20 555 0100");
    }

    @Test
    void twoWay_clearedInSalesforce_isClearedInHubspot() {
        Pair pair = contact(22);
        portal.putSalesforce(pair, "MailingCity", "Delft");
        portal.hubspotShows(pair, "city", "Delft");

        portal.putSalesforce(pair, "MailingCity", null);

        portal.hubspotShows(pair, "city", null);
    }

    @Test
    void preferSalesforce_hubspotEditOfASetField_isPutBackAndKeptInTheJournal() {
        Pair pair = contact(23);
        portal.putSalesforce(pair, "FirstName", "Ada");
        portal.hubspotShows(pair, "firstname", "Ada");
        portal.syncUntilQuiet(pair);

        portal.putHubspot(pair, "firstname", "Grace");

        portal.hubspotShows(pair, "firstname", "Ada");
        portal.syncUntilQuiet(pair);
        assertThat(portal.salesforce(pair, "FirstName")).isEqualTo("Ada");
        JsonNode entry = newest(pair);
        assertThat(entry.path("note").asText()).isEqualTo("REJECTED");
        assertThat(entry.path("hubspot").path("value").asText()).isEqualTo("Grace");
        assertThat(entry.path("writes").asText()).isEqualTo("HUBSPOT");
    }

    @Test
    void preferSalesforce_hubspotEditOfABlankField_fillsIt() {
        Pair pair = contact(24);
        portal.putSalesforce(pair, "LeadSource", null);
        portal.hubspotShows(pair, "leadsource", null);
        portal.syncUntilQuiet(pair);

        portal.putHubspot(pair, "leadsource", "Web");

        portal.salesforceShows(pair, "LeadSource", "Web");
    }

    @Test
    void anEcho_isNoChange() {
        Pair pair = contact(25);
        portal.putHubspot(pair, "jobtitle", "Echo Engineer");
        portal.salesforceShows(pair, "Title", "Echo Engineer");
        portal.syncUntilQuiet(pair);
        int written = portal.journal(pair).size();

        // A later edit of the same record shows that what came between has been through.
        portal.putHubspot(pair, "mobilephone", "+1 555 0199");
        portal.salesforceShows(pair, "MobilePhone", "+1 555 0199");
        portal.syncUntilQuiet(pair);

        assertThat(portal.journal(pair).size()).isEqualTo(written + 1);
        assertThat(portal.hubspot(pair, "jobtitle")).isEqualTo("Echo Engineer");
    }

    @Test
    void valueThatDoesNotFit_isToldOfAndHoldsNothingElseUp() {
        Pair pair = contact(26);
        String before = portal.salesforce(pair, "Phone");

        // Salesforce's Phone holds 40 characters.
        portal.putHubspot(pair, "phone", "5".repeat(41));
        portal.putHubspot(pair, "mobilephone", "+1 555 0123");

        portal.salesforceShows(pair, "MobilePhone", "+1 555 0123");
        portal.syncUntilQuiet(pair);
        assertThat(Objects.equals(portal.salesforce(pair, "Phone"), before)).isTrue();
        assertThat(portal.journal(pair))
                .anySatisfy(
                        entry -> {
                            assertThat(entry.path("outcome").asText()).isEqualTo("NOT_CONVERTIBLE");
                            assertThat(entry.path("code").asText()).isEqualTo("TOO_LONG");
                            assertThat(entry.path("mapping").path("id").asText())
                                    .isEqualTo("contact-phone");
                        });
    }

    @Test
    void hubspotRecordThatNamesAnotherSalesforceRecord_isLinkedAnew() {
        Pair pair = contact(29);
        Http.Answer created =
                portal.http()
                        .send(
                                "POST",
                                "/sandbox/salesforce/services/data/v62.0/sobjects/Contact",
                                "{\"LastName\":\"Moved\",\"Title\":\"In the new place\"}");
        Pair moved = new Pair(pair.hubspotId(), created.body().path("id").asText());

        portal.putHubspot(pair, "salesforcecontactid", moved.salesforceId());
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(portal.link(pair).path("salesforceId").asText())
                                        .isEqualTo(moved.salesforceId()));
        portal.syncUntilQuiet(moved);
        portal.putSalesforce(moved, "Title", "Moved in");

        portal.hubspotShows(moved, "jobtitle", "Moved in");
        assertThat(portal.salesforce(pair, "Title")).isNotEqualTo("Moved in");
    }

    @Test
    void unmappedProperty_changesNothingInSalesforce() {
        Pair pair = contact(27);

        portal.putHubspot(pair, "notes_long", "Only for HubSpot");
        portal.putHubspot(pair, "fax", "+1 555 0177");
        portal.salesforceShows(pair, "Fax", "+1 555 0177");

        assertThat(portal.salesforce(pair, "Notes__c")).isNotEqualTo("Only for HubSpot");
    }

    @Test
    void deletedInSalesforce_clearsNothingInHubspot() {
        Pair pair = contact(28);
        String email = portal.hubspot(pair, "email");

        portal.http()
                .send(
                        "DELETE",
                        "/sandbox/salesforce/services/data/v62.0/sobjects/Contact/"
                                + pair.salesforceId(),
                        "");
        portal.putHubspot(pair, "jobtitle", "Still here");

        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(portal.link(pair).path("goneFrom").toString())
                                        .isEqualTo("[\"SALESFORCE\"]"));
        assertThat(portal.hubspot(pair, "email")).isEqualTo(email);
        assertThat(portal.hubspot(pair, "jobtitle")).isEqualTo("Still here");
    }
}
