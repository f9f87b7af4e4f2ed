package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contacts and deals belong to the same company on both sides, through the companies' own links.
 */
@QuarkusTest
class CompanyOfRecordTest {
    private static final String CONTACT_MAPPING = "contact-associatedcompanyid";
    private static final String DEAL_MAPPING = "deal-hs-primary-associated-company";
    private static final String LINKED_BY_ID = "salesforceaccountid";

    @TestHTTPResource("/")
    URI base;

    private Http http;
    private People people;

    /** A company and its account, linked. */
    private record Company(String hubspotId, String salesforceId) {}

    @BeforeEach
    void companiesAreCarriedOver() {
        http = new Http("http://" + base.getAuthority());
        people = new People(http);
        sync("company");
        sync("deal");
        rule("contact", CONTACT_MAPPING, "TWO_WAY");
        rule("deal", DEAL_MAPPING, "TWO_WAY");
    }

    @AfterEach
    void allIsAsItWas() {
        rule("contact", CONTACT_MAPPING, "DONT_SYNC");
        rule("deal", DEAL_MAPPING, "DONT_SYNC");
    }

    private void sync(String object) {
        done(http.send("PUT", "/api/objects/" + object, "{\"syncEnabled\":true}"));
    }

    private void rule(String object, String mapping, String rule) {
        done(
                http.send(
                        "PUT",
                        "/api/objects/" + object + "/mappings/" + mapping,
                        "{\"syncRule\":\"" + rule + "\"}"));
    }

    private static void done(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private Company company(String name) {
        String salesforceId = people.makeInSalesforce("Account", Map.of("Name", name));
        String hubspotId =
                people.makeInHubspot("companies", Map.of("name", name, LINKED_BY_ID, salesforceId));
        people.areLinked("company", hubspotId, salesforceId);
        return new Company(hubspotId, salesforceId);
    }

    private Company contact(String name) {
        String salesforceId = people.makeInSalesforce("Contact", Map.of("LastName", name));
        String hubspotId =
                people.makeInHubspot(
                        "contacts", Map.of("lastname", name, "salesforcecontactid", salesforceId));
        people.areLinked("contact", hubspotId, salesforceId);
        return new Company(hubspotId, salesforceId);
    }

    private void hubspotShows(String contact, @Nullable String company) {
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                people.inHubspot(
                                                        "contacts", contact, "associatedcompanyid"))
                                        .isEqualTo(company));
    }

    private void salesforceShows(String type, String id, @Nullable String account) {
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(people.inSalesforce(type, id, "AccountId"))
                                        .isEqualTo(account));
    }

    @Test
    void contactMovesInSalesforceAndBackInHubspot_followsOnTheOtherSide() {
        Company first = company("Mover First");
        Company second = company("Mover Second");
        Company contact = contact("Mover");

        people.editInSalesforce(
                "Contact", contact.salesforceId(), "AccountId", first.salesforceId());
        hubspotShows(contact.hubspotId(), first.hubspotId());
        people.areLinked("contact", contact.hubspotId(), contact.salesforceId());

        people.setCompanyInHubspot("contacts", contact.hubspotId(), second.hubspotId());
        salesforceShows("Contact", contact.salesforceId(), second.salesforceId());
        people.areLinked("contact", contact.hubspotId(), contact.salesforceId());

        JsonNode newest =
                http.get("/api/journal?object=contact&hubspotId=" + contact.hubspotId())
                        .body()
                        .path("items")
                        .path(0);
        assertThat(newest.toString()).contains(second.hubspotId(), second.salesforceId());
    }

    @Test
    void accountClearedInSalesforce_onlyTheLabelGoesInHubspot() {
        Company company = company("Leaver");
        Company contact = contact("Leaver");
        people.editInSalesforce(
                "Contact", contact.salesforceId(), "AccountId", company.salesforceId());
        hubspotShows(contact.hubspotId(), company.hubspotId());
        people.areLinked("contact", contact.hubspotId(), contact.salesforceId());

        people.editInSalesforce("Contact", contact.salesforceId(), "AccountId", "");

        hubspotShows(contact.hubspotId(), null);
        JsonNode associated =
                http.get(
                                "/sandbox/hubspot/crm/v4/objects/contacts/"
                                        + contact.hubspotId()
                                        + "/associations/companies")
                        .body();
        assertThat(associated.path("results").findValuesAsText("toObjectId"))
                .containsExactly(company.hubspotId());
    }

    @Test
    void companyHasNoPartner_waitsWithAProblemUntilItIsLinked() {
        Company contact = contact("Waiter");
        String account = people.makeInSalesforce("Account", Map.of("Name", "Waited For"));

        people.editInSalesforce("Contact", contact.salesforceId(), "AccountId", account);

        JsonNode problem =
                people.hasProblem(
                        "contact", CONTACT_MAPPING, contact.hubspotId(), "COMPANY_NOT_LINKED");
        assertThat(problem.path("severity").asText()).isEqualTo("WARNING");
        assertThat(problem.path("text").asText()).contains(account);
        assertThat(people.inHubspot("contacts", contact.hubspotId(), "associatedcompanyid"))
                .isNull();

        String company =
                people.makeInHubspot(
                        "companies", Map.of("name", "Waited For Inc.", LINKED_BY_ID, account));

        hubspotShows(contact.hubspotId(), company);
        people.problemCloses("contact", CONTACT_MAPPING, contact.hubspotId(), "COMPANY_NOT_LINKED");
    }

    @Test
    void dealMovesInHubspot_opportunityFollows() {
        Company company = company("Buyer");
        String salesforceId =
                people.makeInSalesforce(
                        "Opportunity",
                        Map.of(
                                "Name", "Purchase",
                                "StageName", "Prospecting",
                                "CloseDate", "2027-01-31"));
        String hubspotId =
                people.makeInHubspot(
                        "deals",
                        Map.of("dealname", "Purchase", "hs_salesforceopportunityid", salesforceId));
        people.areLinked("deal", hubspotId, salesforceId);

        people.setCompanyInHubspot("deals", hubspotId, company.hubspotId());

        salesforceShows("Opportunity", salesforceId, company.salesforceId());
    }

    @Test
    void companiesMergedInHubspot_contactsStayInStep() {
        Company company = company("Merger");
        Company contact = contact("Merger");
        people.editInSalesforce(
                "Contact", contact.salesforceId(), "AccountId", company.salesforceId());
        hubspotShows(contact.hubspotId(), company.hubspotId());
        String winner = people.makeInHubspot("companies", Map.of("name", "Winner of Merger"));

        people.mergeInHubspot("companies", winner, company.hubspotId());

        people.areLinked("company", winner, company.salesforceId());
        people.areLinked("contact", contact.hubspotId(), contact.salesforceId());
        hubspotShows(contact.hubspotId(), winner);
        salesforceShows("Contact", contact.salesforceId(), company.salesforceId());
        people.problemCloses("contact", CONTACT_MAPPING, contact.hubspotId(), "COMPANY_NOT_LINKED");
    }

    @Test
    void companyDeletedInHubspot_itsContactsKeepTheirAccount() {
        Company company = company("Mistake");
        Company contact = contact("Mistake");
        people.editInSalesforce(
                "Contact", contact.salesforceId(), "AccountId", company.salesforceId());
        hubspotShows(contact.hubspotId(), company.hubspotId());
        people.areLinked("contact", contact.hubspotId(), contact.salesforceId());

        people.deleteInHubspot("companies", company.hubspotId());
        people.hasProblem("company", company.hubspotId(), "RECORD_GONE");
        hubspotShows(contact.hubspotId(), null);
        people.editInHubspot("contacts", contact.hubspotId(), "jobtitle", "Edited Since");

        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                people.inSalesforce(
                                                        "Contact", contact.salesforceId(), "Title"))
                                        .isEqualTo("Edited Since"));
        salesforceShows("Contact", contact.salesforceId(), company.salesforceId());
    }

    @Test
    void accountDeletedAndUndeleted_itsContactsGoAndComeBackWithWhatWasEditedMeanwhile() {
        Company company = company("Vanisher");
        Company contact = contact("Vanisher");
        people.editInSalesforce(
                "Contact", contact.salesforceId(), "AccountId", company.salesforceId());
        hubspotShows(contact.hubspotId(), company.hubspotId());
        people.areLinked("contact", contact.hubspotId(), contact.salesforceId());

        people.deleteInSalesforce("Account", company.salesforceId());
        people.hasProblem("company", company.hubspotId(), "RECORD_GONE");
        people.hasProblem("contact", contact.hubspotId(), "RECORD_GONE");
        people.editInHubspot("contacts", contact.hubspotId(), "jobtitle", "Edited Meanwhile");
        people.undeleteInSalesforce(company.salesforceId());

        people.problemCloses("company", company.hubspotId(), "RECORD_GONE");
        people.problemCloses("contact", contact.hubspotId(), "RECORD_GONE");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                people.inSalesforce(
                                                        "Contact", contact.salesforceId(), "Title"))
                                        .isEqualTo("Edited Meanwhile"));
        people.areLinked("contact", contact.hubspotId(), contact.salesforceId());
        hubspotShows(contact.hubspotId(), company.hubspotId());
        salesforceShows("Contact", contact.salesforceId(), company.salesforceId());
    }

    @Test
    void contactIsMadeInHubspot_withItsCompany() {
        Company company = company("Employer");
        create("contact", "BOTH");
        try {
            String hubspotId =
                    people.makeInHubspot(
                            "contacts", Map.of("lastname", "New", "email", "new@employer.example"));
            people.setCompanyInHubspot("contacts", hubspotId, company.hubspotId());

            String salesforceId = people.partner("contact", hubspotId);

            salesforceShows("Contact", salesforceId, company.salesforceId());
        } finally {
            create("contact", "OFF");
        }
    }

    @Test
    void contactGetsACompanyThatNobodyEdited_noAccountIsMadeForIt() {
        String old = people.makeInHubspot("companies", Map.of("name", "Known Before the Joiner"));
        company("Linked Before the Joiner");
        Company contact = contact("Joiner");
        create("company", "IN_SALESFORCE");
        try {
            people.setCompanyInHubspot("contacts", contact.hubspotId(), old);
            people.hasProblem(
                    "contact", CONTACT_MAPPING, contact.hubspotId(), "COMPANY_NOT_LINKED");
            // Whatever was told before this one has been looked at when it has its account.
            String later =
                    people.makeInHubspot("companies", Map.of("name", "Made After the Joiner"));
            people.partner("company", later);

            assertThat(people.link("company", old).path("salesforceId").asText("")).isEmpty();
        } finally {
            create("company", "OFF");
        }
    }

    private void create(String object, String where) {
        done(http.send("PUT", "/api/objects/" + object, "{\"create\":\"" + where + "\"}"));
    }
}
