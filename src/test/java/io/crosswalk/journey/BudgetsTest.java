package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Few calls are left: edits take longer, and the CRMs are not pestered. */
@QuarkusTest
class BudgetsTest {
    private static final String LIMITS = "/sandbox/hubspot/_control/limits";
    private static final String FAULTS = "/sandbox/hubspot/_control/faults";
    private static final String CALLS = "/sandbox/hubspot/_control/calls";
    private static final Duration WITH_PATIENCE = Duration.ofMinutes(2);

    @TestHTTPResource("/")
    URI base;

    private Portal portal;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
    }

    @AfterEach
    void thereIsEnoughAgain() {
        portal.http().send("DELETE", FAULTS, "");
        portal.http().send("DELETE", LIMITS, "");
        untilTheLimitIs(190);
    }

    private JsonNode hubspot() {
        return portal.http().get("/api/status").body().at("/budgets/hubspot");
    }

    /** Limits come with an answer's headers, so there has to be a call. */
    private void untilTheLimitIs(int limit) {
        Pair pair = portal.linkedContacts().get(69);
        long edit = System.nanoTime();
        await().atMost(WITH_PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            portal.putSalesforce(pair, "Title", "Edit " + edit + System.nanoTime());
                            return hubspot().at("/window/limit").asInt() == limit
                                    && hubspot().path("closedUntil").isNull();
                        });
        portal.syncUntilQuiet(pair);
    }

    private long refusedCalls() {
        long refused = 0;
        for (JsonNode kind : portal.hubspotCalls().path("app")) {
            refused += kind.path("refused").asLong();
        }
        return refused;
    }

    @Test
    void burstOfEditsAndFewCalls_allArriveAndHubspotRefusesNone() {
        portal.http().send("POST", LIMITS, "{\"tenSecondly\":6}");
        untilTheLimitIs(6);
        portal.http().send("DELETE", CALLS, "");
        List<Pair> pairs = portal.linkedContacts().subList(70, 100);

        for (Pair pair : pairs) {
            portal.putSalesforce(pair, "Title", "Burst " + pair.salesforceId());
        }

        await().atMost(WITH_PATIENCE)
                .untilAsserted(
                        () -> {
                            for (Pair pair : pairs) {
                                assertThat(portal.hubspot(pair, "jobtitle"))
                                        .isEqualTo("Burst " + pair.salesforceId());
                            }
                        });
        assertThat(refusedCalls()).isLessThanOrEqualTo(1);
        JsonNode status = hubspot();
        assertThat(status.at("/window/limit").asInt()).isEqualTo(6);
        assertThat(status.at("/window/used").asInt()).isBetween(1, 7);
        assertThat(status.at("/day/used").asInt()).isPositive();
    }

    @Test
    void hubspotRefusesOneCall_nobodyCallsForTenSecondsAndTheStatusSaysWhy() {
        Pair pair = portal.linkedContacts().get(101);
        portal.syncUntilQuiet(pair);
        portal.http().send("DELETE", CALLS, "");
        portal.http()
                .send(
                        "POST",
                        FAULTS,
                        "{\"calls\":[{\"kind\":\"batch_read\",\"answer\":\"TEN_SECONDLY_ROLLING\","
                                + "\"times\":3}]}");

        portal.putSalesforce(pair, "Title", "After the Storm");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(hubspot().path("closedFor").asText())
                                        .isEqualTo("TEN_SECONDLY_ROLLING"));
        portal.putSalesforce(portal.linkedContacts().get(102), "Title", "Waits As Well");

        // Besides, a call that was under way.
        assertThat(refusedCalls()).isBetween(1L, 2L);
        portal.http().send("DELETE", FAULTS, "");
        await().atMost(WITH_PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(portal.hubspot(pair, "jobtitle"))
                                        .isEqualTo("After the Storm"));
        assertThat(hubspot().path("closedUntil").isNull()).isTrue();
    }

    @Test
    void statusOfSalesforce_showsTheDayAsItsHeadersSay() {
        Pair pair = portal.linkedContacts().get(103);
        portal.putHubspot(pair, "jobtitle", "Counted");
        portal.salesforceShows(pair, "Title", "Counted");

        await().atMost(Portal.SOON)
                .untilAsserted(
                        () -> {
                            JsonNode salesforce =
                                    portal.http()
                                            .get("/api/status")
                                            .body()
                                            .at("/budgets/salesforce");
                            assertThat(salesforce.at("/day/source").asText()).isEqualTo("HEADER");
                            assertThat(salesforce.at("/day/limit").asInt()).isEqualTo(115_000);
                            assertThat(salesforce.at("/day/used").asInt()).isPositive();
                            assertThat(salesforce.at("/concurrent/limit").asInt()).isEqualTo(10);
                            assertThat(salesforce.path("seenAt").asText()).isNotEmpty();
                        });
    }
}
