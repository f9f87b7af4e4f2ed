package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scope is taken from the app in HubSpot, and given back. */
@QuarkusTest
class ScopesTest {
    private static final String FAULTS = "/sandbox/hubspot/_control/faults";
    private static final String PROBLEM = "/api/problems/contact.-.SCOPE_MISSING";
    private static final String WRITE = "crm.objects.contacts.write";

    @TestHTTPResource("/")
    URI base;

    private Portal portal;
    private Http http;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
        http = portal.http();
    }

    @AfterEach
    void appHasEverything() {
        http.send("PUT", "/api/objects/contact", "{\"create\":\"OFF\"}");
        give();
        http.send("POST", "/api/objects/contact/health-check", "");
    }

    private void take(String scope) {
        Http.Answer answer = http.send("POST", FAULTS, "{\"missingScopes\":[\"" + scope + "\"]}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private void give() {
        http.send("DELETE", FAULTS, "");
    }

    private JsonNode problem() {
        await().atMost(Portal.SOON)
                .untilAsserted(() -> assertThat(http.get(PROBLEM).status()).isEqualTo(200));
        return http.get(PROBLEM).body();
    }

    private boolean isOpenAfterAnotherCheck() {
        Http.Answer answer = http.send("POST", PROBLEM + "/retry", "");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        return answer.body().path("open").asBoolean();
    }

    @Test
    void scopeIsTakenAway_theHealthCheckTellsBeforeAnythingIsRefused() {
        take("crm.objects.contacts.read");

        http.send("POST", "/api/objects/contact/health-check", "");

        JsonNode problem = http.get(PROBLEM).body();
        assertThat(problem.path("severity").asText()).isEqualTo("ISSUE");
        assertThat(problem.path("action").asText()).isEqualTo("GRANT_SCOPE");
        assertThat(problem.at("/details/scope").toString())
                .isEqualTo("[\"crm.objects.contacts.read\"]");
        assertThat(problem.path("mapping").isNull()).isTrue();
        assertThat(problem.path("record").isNull()).isTrue();
        assertThat(isOpenAfterAnotherCheck()).isTrue();
        give();
        assertThat(isOpenAfterAnotherCheck()).isFalse();
        assertThat(http.get(PROBLEM).status()).isEqualTo(404);
    }

    @Test
    void writeIsRefused_isOneProblemOfTheObject_andWhatWaitedFollowsOnceTheScopeIsGiven() {
        Pair pair = portal.linkedContacts().get(75);
        portal.syncUntilQuiet(pair);
        take(WRITE);

        portal.putSalesforce(pair, "Title", "Waits for a scope");

        assertThat(problem().path("text").asText()).contains("'" + WRITE + "'");
        assertThat(http.get("/api/problems?object=contact&code=SCOPE_MISSING").body().path("items"))
                .hasSize(1);
        assertThat(
                        http.get("/api/problems?object=contact&hubspotId=" + pair.hubspotId())
                                .body()
                                .path("items"))
                .isEmpty();
        give();
        assertThat(isOpenAfterAnotherCheck()).isFalse();
        portal.putSalesforce(pair, "Phone", "+1 555 0175");
        portal.hubspotShows(pair, "jobtitle", "Waits for a scope");
    }

    @Test
    void recordCannotBeMade_isAProblemOfTheObjectToo() {
        assertThat(http.send("PUT", "/api/objects/contact", "{\"create\":\"BOTH\"}").status())
                .isEqualTo(200);
        take(WRITE);

        new People(http)
                .makeInSalesforce(
                        "Contact", Map.of("LastName", "Scope", "Email", "scope@create.example"));

        assertThat(problem().path("text").asText()).contains("'" + WRITE + "'");
    }
}
