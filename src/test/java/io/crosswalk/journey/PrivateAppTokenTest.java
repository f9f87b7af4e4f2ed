package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A private app's token, which never expires, in place of OAuth: HubSpot then tells of its day. */
@QuarkusTest
@TestProfile(PrivateAppTokenTest.Token.class)
class PrivateAppTokenTest {
    public static class Token implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("crosswalk.hubspot.private-app-token", "pat-crosswalk");
        }
    }

    @TestHTTPResource("/")
    URI base;

    @Test
    void editFollows_andTheStatusShowsTheDayAsHubspotSays() {
        Portal portal = new Portal("http://" + base.getAuthority());
        Pair pair = portal.linkedContacts().get(0);
        new People(portal.http()).areLinked("contact", pair.hubspotId(), pair.salesforceId());

        portal.putSalesforce(pair, "Title", "By Token");

        portal.hubspotShows(pair, "jobtitle", "By Token");
        assertThat(portal.hubspotCalls().path("app").path("token").path("calls").asInt()).isZero();
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () -> {
                            JsonNode day =
                                    portal.http()
                                            .get("/api/status")
                                            .body()
                                            .at("/budgets/hubspot/day");
                            assertThat(day.path("source").asText()).isEqualTo("HEADER");
                            assertThat(day.path("limit").asInt()).isEqualTo(650_000);
                            assertThat(day.path("used").asInt()).isPositive();
                        });
    }
}
