package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the CRMs do wrong delays an edit; it does not lose it, and does not write it twice. */
@QuarkusTest
class FaultsTest {
    private static final String HUBSPOT = "/sandbox/hubspot/_control/faults";
    private static final String SALESFORCE = "/sandbox/salesforce/_control/faults";

    @TestHTTPResource("/")
    URI base;

    private Portal portal;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
    }

    @AfterEach
    void allIsWellAgain() {
        portal.http().send("DELETE", HUBSPOT, "");
        portal.http().send("DELETE", SALESFORCE, "");
    }

    private Pair contact(int number) {
        Pair pair = portal.linkedContacts().get(number);
        portal.syncUntilQuiet(pair);
        return pair;
    }

    private void breaks(String crm, String faults) {
        assertThat(portal.http().send("POST", crm, faults).status()).isLessThan(300);
    }

    private long entriesOf(Pair pair, String mapping) {
        long count = 0;
        for (JsonNode entry : portal.journal(pair)) {
            count += entry.path("mapping").path("id").asText().equals(mapping) ? 1 : 0;
        }
        return count;
    }

    @Test
    void webhookLost_theEditArrivesWithReconcile() {
        Pair pair = contact(60);
        breaks(HUBSPOT, "{\"webhooks\":{\"lose\":1}}");

        portal.putHubspot(pair, "jobtitle", "Lost and Found");

        portal.salesforceShows(pair, "Title", "Lost and Found");
    }

    @Test
    void changeEventLost_theEditArrivesWithReconcile() {
        Pair pair = contact(61);
        breaks(SALESFORCE, "{\"eventLoss\":1}");

        portal.putSalesforce(pair, "Title", "Found in the End");

        portal.hubspotShows(pair, "jobtitle", "Found in the End");
    }

    @Test
    void webhooksComeTwiceAndOutOfOrder_theEditIsWrittenOnce() {
        Pair pair = contact(62);
        long before = entriesOf(pair, "contact-jobtitle");
        breaks(HUBSPOT, "{\"webhooks\":{\"duplicate\":1,\"reorder\":1}}");

        portal.putHubspot(pair, "jobtitle", "Once Only");

        portal.salesforceShows(pair, "Title", "Once Only");
        portal.syncUntilQuiet(pair);
        assertThat(entriesOf(pair, "contact-jobtitle")).isEqualTo(before + 1);
    }

    @Test
    void salesforceUnavailable_theEditWaitsAndArrives() {
        Pair pair = contact(63);
        long before = entriesOf(pair, "contact-jobtitle");
        breaks(SALESFORCE, "{\"unavailableCalls\":3}");

        portal.putHubspot(pair, "jobtitle", "Patience");

        portal.salesforceShows(pair, "Title", "Patience");
        portal.syncUntilQuiet(pair);
        assertThat(entriesOf(pair, "contact-jobtitle")).isEqualTo(before + 1);
    }

    @Test
    void salesforceCommitsAndDoesNotAnswer_ourOwnWriteIsRecognised() {
        Pair pair = contact(64);
        portal.putHubspot(pair, "jobtitle", "Before");
        portal.salesforceShows(pair, "Title", "Before");
        portal.syncUntilQuiet(pair);
        breaks(SALESFORCE, "{\"timeoutAfterCommitCalls\":2,\"timeoutMillis\":3000}");

        portal.putHubspot(pair, "jobtitle", "After");

        portal.salesforceShows(pair, "Title", "After");
        portal.syncUntilQuiet(pair);
        assertThat(portal.hubspot(pair, "jobtitle")).isEqualTo("After");
        assertThat(portal.journal(pair))
                .allSatisfy(
                        entry -> assertThat(entry.path("outcome").asText()).isEqualTo("WRITTEN"));
    }

    @Test
    void bothSidesEdited_theLaterEditWinsAndTheOtherIsKeptInTheJournal() {
        Pair pair = contact(65);
        portal.putHubspot(pair, "jobtitle", "Both Before");
        portal.salesforceShows(pair, "Title", "Both Before");
        portal.syncUntilQuiet(pair);
        breaks(HUBSPOT, "{\"webhooks\":{\"lose\":1}}");
        breaks(SALESFORCE, "{\"eventLoss\":1}");

        // Salesforce's stamps have whole seconds: its edit is clearly the later one only then.
        portal.putHubspot(pair, "jobtitle", "Early in HubSpot");
        awaitNextButOneSecond();
        portal.putSalesforce(pair, "Title", "Late in Salesforce");

        portal.hubspotShows(pair, "jobtitle", "Late in Salesforce");
        portal.syncUntilQuiet(pair);
        assertThat(portal.salesforce(pair, "Title")).isEqualTo("Late in Salesforce");
    }

    private static void awaitNextButOneSecond() {
        long second = System.currentTimeMillis() / 1000;
        org.awaitility.Awaitility.await()
                .until(() -> System.currentTimeMillis() / 1000 > second + 1);
    }
}
