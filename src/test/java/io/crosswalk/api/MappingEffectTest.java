package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crosswalk.api.Api.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes to mappings do to records in both CRMs. */
@QuarkusTest
class MappingEffectTest {
    private static final Duration SOON = Duration.ofSeconds(25);
    private static final String HUBSPOT = "/sandbox/hubspot/crm/v3/objects/companies/";
    private static final String SALESFORCE =
            "/sandbox/salesforce/services/data/v62.0/sobjects/Account/";

    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
    }

    @AfterEach
    void putBack() {
        api.reset();
    }

    private record Company(String hubspotId, String salesforceId) {}

    /** A linked company of its own for each test, quiet. */
    private Company company(int number) {
        String search =
                "{\"limit\":100,\"properties\":[\"salesforceaccountid\"],\"filterGroups\":[{\"filters\":"
                        + "[{\"propertyName\":\"salesforceaccountid\",\"operator\":\"HAS_PROPERTY\"}]}]}";
        Answer found = api.post("/sandbox/hubspot/crm/v3/objects/companies/search", search);
        String at = "/results/" + number;
        Company company =
                new Company(found.at(at + "/id"), found.at(at + "/properties/salesforceaccountid"));
        shows(link(company), "/state", "QUIET");
        return company;
    }

    private static String link(Company company) {
        return "/api/links/company/" + company.hubspotId();
    }

    private void shows(String path, String pointer, String value) {
        soon(path, answer -> assertThat(answer.at(pointer)).isEqualTo(value));
    }

    private void soon(String path, ThrowingConsumer<Answer> check) {
        await().atMost(SOON).untilAsserted(() -> check.accept(api.get(path)));
    }

    private void putHubspot(Company company, String property, String value) {
        String body = "{\"properties\":{\"%s\":\"%s\"}}".formatted(property, value);
        api.send("PATCH", HUBSPOT + company.hubspotId(), body, "content-type", "application/json")
                .is(200);
    }

    @Test
    void editWhileTheObjectIsOff_isWrittenOnceItIsOnAgain() {
        Company company = company(31);
        String before = api.get(SALESFORCE + company.salesforceId()).at("/Phone");
        api.put("/api/objects/company", "{\"syncEnabled\":false}").is(200);

        putHubspot(company, "phone", "+31 10 555 0131");

        for (String left : List.of("/collecting", "/queued", "/inFlight")) {
            shows("/sandbox/hubspot/_control/webhooks", left, "0");
        }
        // It rests, with what it was told: nothing comes of looking again and again meanwhile.
        shows(link(company), "/state", "QUIET");
        assertThat(api.get(SALESFORCE + company.salesforceId()).at("/Phone")).isEqualTo(before);
        api.put("/api/objects/company", "{\"syncEnabled\":true}").is(200);
        shows(SALESFORCE + company.salesforceId(), "/Phone", "+31 10 555 0131");
    }

    @Test
    void newMapping_worksFromTheNextEditOn() {
        Company company = company(32);
        api.made("company", "twitterhandle", "TickerSymbol", "TWO_WAY");

        putHubspot(company, "twitterhandle", "CRSWLK");

        shows(SALESFORCE + company.salesforceId(), "/TickerSymbol", "CRSWLK");
    }

    @Test
    void mappingSetToDontSync_letsItsFieldAlone() {
        Company company = company(33);
        api.put("/api/objects/company/mappings/company-description", "{\"syncRule\":\"DONT_SYNC\"}")
                .is(200);
        String before = api.get(SALESFORCE + company.salesforceId()).at("/Description");

        putHubspot(company, "description", "Only for HubSpot");
        putHubspot(company, "phone", "+31 10 555 0133");

        shows(SALESFORCE + company.salesforceId(), "/Phone", "+31 10 555 0133");
        assertThat(api.get(SALESFORCE + company.salesforceId()).at("/Description"))
                .isEqualTo(before);
    }

    /** HubSpot's owners 5101 and 5102 are, by their e-mail, two users of Salesforce. */
    @Test
    void newOwner_isTheUserWithTheSameEmail() {
        Company company = company(34);
        String first = userOf("amara.diallo");
        String second = userOf("bruno.keller");

        putHubspot(company, "hubspot_owner_id", "5101");
        shows(SALESFORCE + company.salesforceId(), "/OwnerId", first);
        putHubspot(company, "hubspot_owner_id", "5102");
        shows(SALESFORCE + company.salesforceId(), "/OwnerId", second);
    }

    /** HubSpot's owner 5106 has the e-mail of a user who is not active any more. */
    @Test
    void newOwnerWithoutAnActiveUser_leavesTheOwnerInSalesforce() {
        Company company = company(35);
        putHubspot(company, "hubspot_owner_id", "5101");
        shows(SALESFORCE + company.salesforceId(), "/OwnerId", userOf("amara.diallo"));

        putHubspot(company, "hubspot_owner_id", "5106");

        soon(
                link(company),
                answer ->
                        assertThat(answer.json().path("parkedMappings").toString())
                                .contains("company-hubspot-owner-id"));
        assertThat(api.get(SALESFORCE + company.salesforceId()).at("/OwnerId"))
                .isEqualTo(userOf("amara.diallo"));
    }

    private String userOf(String name) {
        String soql = "SELECT+Id+FROM+User+WHERE+Email+LIKE+'" + name + "%25'";
        Answer found =
                api.get(
                        "/sandbox/salesforce/services/data/v62.0/query?q="
                                + soql.replace("'", "%27"));
        return found.at("/records/0/Id");
    }
}
