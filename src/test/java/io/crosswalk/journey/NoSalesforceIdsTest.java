package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HubSpot's own integration was never there, and so are its properties not. */
@QuarkusTest
@TestProfile(NoSalesforceIdsTest.Alone.class)
class NoSalesforceIdsTest {
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Few records, as all of them look for their partners at the start.
            return Map.of(
                    "crosswalk.sandbox.hubspot.salesforce-ids", "none",
                    "crosswalk.sandbox.contacts", "20",
                    "crosswalk.sandbox.companies", "6",
                    "crosswalk.sandbox.deals", "8");
        }
    }

    private static final Map<String, String> DEAL =
            Map.of("Name", "Purchase", "StageName", "Prospecting", "CloseDate", "2027-01-31");

    @TestHTTPResource("/")
    URI base;

    private Http http;
    private People people;

    @BeforeEach
    void portal() {
        http = new Http("http://" + base.getAuthority());
        people = new People(http);
    }

    private void settings(String object, String json) {
        Http.Answer answer = http.send("PUT", "/api/objects/" + object, json);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    @Test
    void contactsOfOneEmail_areLinkedAndFollow() {
        String salesforceId =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Bare", "Email", "bare@noids.example"));
        String hubspotId =
                people.makeInHubspot(
                        "contacts", Map.of("lastname", "Bare", "email", "bare@noids.example"));
        people.areLinked("contact", hubspotId, salesforceId);

        people.editInSalesforce("Contact", salesforceId, "Title", "Without an Id");

        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(people.inHubspot("contacts", hubspotId, "jobtitle"))
                                        .isEqualTo("Without an Id"));
    }

    @Test
    void dealMadeByUs_isLinkedToWhatItWasMadeFrom() {
        settings("deal", "{\"syncEnabled\":true,\"create\":\"IN_HUBSPOT\"}");
        String salesforceId = people.makeInSalesforce("Opportunity", DEAL);

        String hubspotId =
                await().atMost(People.PATIENCE)
                        .until(() -> dealNamed("Purchase"), id -> !id.isEmpty());

        people.areLinked("deal", hubspotId, salesforceId);
    }

    private String dealNamed(String name) {
        String search =
                "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"dealname\","
                        + "\"operator\":\"EQ\",\"value\":\""
                        + name
                        + "\"}]}]}";
        return http.send("POST", "/sandbox/hubspot/crm/v3/objects/deals/search", search)
                .body()
                .at("/results/0/id")
                .asText("");
    }
}
