package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that no id connects find each other, or nobody guesses. */
@QuarkusTest
class LinkingTest {
    @TestHTTPResource("/")
    URI base;

    private Http http;
    private People people;

    @BeforeEach
    void people() {
        http = new Http("http://" + base.getAuthority());
        people = new People(http);
    }

    @Test
    void sameEmailMadeInHubspot_linksWhateverTheCase() {
        String salesforceId =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Match", "Email", "Ann.Match@Example.com"));

        String hubspotId =
                people.makeInHubspot("contacts", Map.of("email", "ann.match@example.com"));

        people.areLinked("contact", hubspotId, salesforceId);
    }

    @Test
    void sameEmailMadeInSalesforce_links() {
        String hubspotId =
                people.makeInHubspot("contacts", Map.of("email", "bob.match@example.com"));

        String salesforceId =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Match", "Email", "bob.match@example.com"));

        people.areLinked("contact", hubspotId, salesforceId);
    }

    @Test
    void twoInSalesforceHaveTheEmail_blocksUntilOneIsGone() {
        String first =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "One", "Email", "twice@example.com"));
        String second =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Two", "Email", "twice@example.com"));
        String hubspotId = people.makeInHubspot("contacts", Map.of("email", "twice@example.com"));

        JsonNode problem = people.hasProblem("contact", hubspotId, "AMBIGUOUS_MATCH");
        assertThat(problem.path("details").path("salesforceIds")).hasSize(2);
        assertThat(problem.path("text").asText()).contains(first, second);
        assertThat(problem.path("text").asText()).doesNotContain("twice@");

        people.deleteInSalesforce("Contact", second);

        people.areLinked("contact", hubspotId, first);
        people.problemCloses("contact", hubspotId, "AMBIGUOUS_MATCH");
    }

    @Test
    void ambiguous_theIdOnTheHubspotRecordDecides() {
        people.makeInSalesforce("Contact", Map.of("LastName", "One", "Email", "named@example.com"));
        String wanted =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Two", "Email", "named@example.com"));
        String hubspotId = people.makeInHubspot("contacts", Map.of("email", "named@example.com"));
        people.hasProblem("contact", hubspotId, "AMBIGUOUS_MATCH");

        people.editInHubspot("contacts", hubspotId, "salesforcecontactid", wanted);

        people.areLinked("contact", hubspotId, wanted);
        people.problemCloses("contact", hubspotId, "AMBIGUOUS_MATCH");
    }

    @Test
    void enteredAnewInSalesforce_theIdOnTheHubspotRecordMakesThemAPair() {
        String deleted =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Anew", "Email", "anew@example.com"));
        String hubspotId = people.makeInHubspot("contacts", Map.of("email", "anew@example.com"));
        people.areLinked("contact", hubspotId, deleted);
        people.deleteInSalesforce("Contact", deleted);
        people.hasProblem("contact", hubspotId, "RECORD_GONE");

        people.editInHubspot("contacts", hubspotId, "salesforcecontactid", "a pasted address");
        String entered =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Anew", "Email", "other@example.com"));
        people.editInHubspot("contacts", hubspotId, "salesforcecontactid", entered);

        people.areLinked("contact", hubspotId, entered);
        people.problemCloses("contact", hubspotId, "RECORD_GONE");
    }

    @Test
    void textThatIsNoId_namesNobody() {
        String salesforceId =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Pasted", "Email", "pasted@example.com"));

        String hubspotId =
                people.makeInHubspot(
                        "contacts",
                        Map.of(
                                "email",
                                "pasted@example.com",
                                "salesforcecontactid",
                                "https://example.my.salesforce.com/003"));

        people.areLinked("contact", hubspotId, salesforceId);
    }

    @Test
    void ambiguous_aPersonLinksAndPartsByHand() {
        people.makeInSalesforce("Contact", Map.of("LastName", "One", "Email", "hand@example.com"));
        String wanted =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Two", "Email", "hand@example.com"));
        String hubspotId = people.makeInHubspot("contacts", Map.of("email", "hand@example.com"));
        people.hasProblem("contact", hubspotId, "AMBIGUOUS_MATCH");

        Http.Answer linked =
                http.send(
                        "PUT",
                        "/api/links/contact/" + hubspotId,
                        "{\"salesforceId\":\"" + wanted + "\"}");
        assertThat(linked.status()).as("%s", linked.body()).isEqualTo(200);
        people.areLinked("contact", hubspotId, wanted);
        people.problemCloses("contact", hubspotId, "AMBIGUOUS_MATCH");

        String link = "/api/links/contact/" + hubspotId;
        Http.Answer another = http.send("DELETE", link + "?salesforceId=003000000000000AAA", "");
        assertThat(another.body().path("code").asText()).isEqualTo("LINKED_OTHERWISE");
        people.areLinked("contact", hubspotId, wanted);

        assertThat(http.send("DELETE", link + "?salesforceId=" + wanted, "").status())
                .isEqualTo(204);
        assertThat(people.link("contact", hubspotId).path("salesforceId").isNull()).isTrue();
    }

    @Test
    void byHand_whatCannotBeIsRefused() {
        String hubspotId = people.makeInHubspot("contacts", Map.of("email", "no@example.com"));

        Http.Answer missing =
                http.send(
                        "PUT",
                        "/api/links/contact/" + hubspotId,
                        "{\"salesforceId\":\"003000000000000AAA\"}");
        Http.Answer malformed =
                http.send(
                        "PUT", "/api/links/contact/" + hubspotId, "{\"salesforceId\":\"Miller\"}");
        Http.Answer mistyped =
                http.send(
                        "PUT",
                        "/api/links/contact/" + hubspotId,
                        "{\"salesforceId\":\"0035g00000000GNAAZ\"}");
        Http.Answer nothing = http.send("DELETE", "/api/links/contact/" + hubspotId, "");

        assertThat(missing.body().path("code").asText()).isEqualTo("RECORD_NOT_FOUND");
        assertThat(malformed.body().path("code").asText()).isEqualTo("MEMBER_MALFORMED");
        assertThat(mistyped.body().path("code").asText()).isEqualTo("MEMBER_MALFORMED");
        assertThat(nothing.body().path("code").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void domainInAnyFormOfWebsite_linksCompanies() {
        http.send("PUT", "/api/objects/company", "{\"syncEnabled\":true}");
        String salesforceId =
                people.makeInSalesforce(
                        "Account",
                        Map.of(
                                "Name",
                                "Umbrella",
                                "Website",
                                "https://www.umbrella-match.example/de"));

        String hubspotId =
                people.makeInHubspot(
                        "companies",
                        Map.of("name", "Umbrella Corp.", "domain", "umbrella-match.example"));

        people.areLinked("company", hubspotId, salesforceId);
    }

    @Test
    void twoCompaniesHaveTheDomain_blocks() {
        http.send("PUT", "/api/objects/company", "{\"syncEnabled\":true}");
        people.makeInSalesforce(
                "Account", Map.of("Name", "Twin", "Website", "http://twin-match.example"));
        String first =
                people.makeInHubspot(
                        "companies", Map.of("name", "Twin A", "domain", "twin-match.example"));
        String second =
                people.makeInHubspot(
                        "companies", Map.of("name", "Twin B", "domain", "twin-match.example"));

        people.hasProblem("company", first, "AMBIGUOUS_MATCH");
        people.hasProblem("company", second, "AMBIGUOUS_MATCH");

        people.mergeInHubspot("companies", first, second);

        people.partner("company", first);
        people.problemCloses("company", first, "AMBIGUOUS_MATCH");
    }
}
