package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are merged, deleted, restored or forgotten are never taken for cleared fields. */
@QuarkusTest
class MergesTest {
    private static final String FAULTS = "/sandbox/hubspot/_control/faults";

    @TestHTTPResource("/")
    URI base;

    private Http http;
    private People people;

    @BeforeEach
    void people() {
        http = new Http("http://" + base.getAuthority());
        people = new People(http);
    }

    @AfterEach
    void allIsWellAgain() {
        http.send("DELETE", FAULTS, "");
    }

    private String inSalesforce(String email) {
        return people.makeInSalesforce(
                "Contact", Map.of("LastName", "Merged", "Email", email, "Title", "Kept"));
    }

    private String linkedTo(String salesforceId, String email) {
        String id = people.makeInHubspot("contacts", Map.of("email", email, "jobtitle", "Kept"));
        people.areLinked("contact", id, salesforceId);
        return id;
    }

    /** A batch read may say nothing of the loser, and what remains may have a new id. */
    @ParameterizedTest
    @ValueSource(strings = {"wholeBatchFails", "mergedAwayLeftOut", "mergeMakesNew"})
    void mergedInHubspotIntoOneWithoutPartner_thePairMovesToTheWinner(String habit) {
        String salesforceId = inSalesforce("loser-" + habit + "@merge.example");
        String loser = linkedTo(salesforceId, "loser-" + habit + "@merge.example");
        String primary =
                people.makeInHubspot(
                        "contacts", Map.of("email", "winner-" + habit + "@merge.example"));
        http.send("POST", FAULTS, "{\"" + habit + "\":true}");

        String winner = people.mergeInHubspot("contacts", primary, loser);

        people.areLinked("contact", winner, salesforceId);
        people.editInSalesforce("Contact", salesforceId, "Title", "After");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(people.inHubspot("contacts", winner, "jobtitle"))
                                        .isEqualTo("After"));
    }

    @Test
    void mergedInHubspotAndBothHavePartners_aPersonMergesTheOtherTwo() {
        String left = inSalesforce("left@merge.example");
        String loser = linkedTo(left, "left@merge.example");
        String kept = inSalesforce("kept@merge.example");
        String winner = linkedTo(kept, "kept@merge.example");

        people.mergeInHubspot("contacts", winner, loser);

        JsonNode problem = people.hasProblem("contact", loser, "MERGED_IN_HUBSPOT");
        assertThat(problem.path("details").path("salesforceIds").toString()).contains(left, kept);
        assertThat(people.inSalesforce("Contact", left, "Title")).isEqualTo("Kept");

        people.mergeInSalesforce(kept, left);

        people.problemCloses("contact", loser, "MERGED_IN_HUBSPOT");
        people.areLinked("contact", winner, kept);
    }

    @Test
    void mergedInSalesforceIntoOneWithoutPartner_thePairMovesToTheWinner() {
        String loser = inSalesforce("mover@merge.example");
        String hubspotId = linkedTo(loser, "mover@merge.example");
        String winner = inSalesforce("stays@merge.example");

        people.mergeInSalesforce(winner, loser);

        people.areLinked("contact", hubspotId, winner);
    }

    @Test
    void mergedInSalesforceAndBothHavePartners_aPersonMergesTheOtherTwo() {
        String loser = inSalesforce("sf-left@merge.example");
        String left = linkedTo(loser, "sf-left@merge.example");
        String winner = inSalesforce("sf-kept@merge.example");
        String kept = linkedTo(winner, "sf-kept@merge.example");

        people.mergeInSalesforce(winner, loser);

        people.hasProblem("contact", left, "MERGED_IN_SALESFORCE");

        people.mergeInHubspot("contacts", kept, left);

        people.problemCloses("contact", left, "MERGED_IN_SALESFORCE");
        people.areLinked("contact", kept, winner);
    }

    @Test
    void deletedOnBothSides_thePairIsForgottenAndANewRecordMatchesAnew() {
        String salesforceId = inSalesforce("both@merge.example");
        String hubspotId = linkedTo(salesforceId, "both@merge.example");

        people.deleteInHubspot("contacts", hubspotId);
        people.hasProblem("contact", hubspotId, "RECORD_GONE");
        people.deleteInSalesforce("Contact", salesforceId);

        people.problemCloses("contact", hubspotId, "RECORD_GONE");
        String again = inSalesforce("both@merge.example");
        linkedTo(again, "both@merge.example");
    }

    @Test
    void forgottenInHubspot_nothingIsLeftOfItAndSalesforceIsLeftAlone() {
        String salesforceId = inSalesforce("private@merge.example");
        String hubspotId = linkedTo(salesforceId, "private@merge.example");
        people.editInHubspot("contacts", hubspotId, "jobtitle", "Secret");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(people.inSalesforce("Contact", salesforceId, "Title"))
                                        .isEqualTo("Secret"));
        people.areLinked("contact", hubspotId, salesforceId);

        people.forgetInHubspot(hubspotId);

        String journal = "/api/journal?object=contact&hubspotId=" + hubspotId;
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () -> {
                            assertThat(http.get(journal).body().path("items")).isEmpty();
                            assertThat(
                                            people.link("contact", hubspotId)
                                                    .path("salesforceId")
                                                    .asText(""))
                                    .isNotEqualTo(salesforceId);
                        });
        assertThat(people.inSalesforce("Contact", salesforceId, "Title")).isEqualTo("Secret");
    }

    /** As where the event of the privacy deletion was lost. */
    @Test
    void deletedInHubspotAndForgottenByHand_nothingIsLeftAndNobodyIsMadeAnew() {
        String salesforceId = inSalesforce("byhand@merge.example");
        String hubspotId = linkedTo(salesforceId, "byhand@merge.example");
        String forget = "/api/links/contact/" + hubspotId + "/forget";
        people.editInHubspot("contacts", hubspotId, "jobtitle", "Secret");
        String journal = "/api/journal?object=contact&hubspotId=" + hubspotId;
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () -> assertThat(http.get(journal).body().path("items")).isNotEmpty());
        assertThat(http.send("POST", forget, "").body().path("code").asText())
                .isEqualTo("STILL_IN_HUBSPOT");
        people.deleteInHubspot("contacts", hubspotId);
        people.hasProblem("contact", hubspotId, "RECORD_GONE");

        assertThat(http.send("POST", forget, "").status()).isEqualTo(202);

        people.problemCloses("contact", hubspotId, "RECORD_GONE");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () -> {
                            assertThat(http.get(journal).body().path("items")).isEmpty();
                            assertThat(
                                            people.link("contact", hubspotId)
                                                    .path("salesforceId")
                                                    .asText(""))
                                    .isEmpty();
                        });
        assertThat(http.send("POST", "/api/links/contact/999999999/forget", "").status())
                .isEqualTo(404);
    }

    @Test
    void forgottenWhoWonAMerge_theLosersJournalGoesToo() {
        String salesforceId = inSalesforce("was@merge.example");
        String loser = linkedTo(salesforceId, "was@merge.example");
        people.editInHubspot("contacts", loser, "jobtitle", "Before");
        String journal = "/api/journal?object=contact&hubspotId=" + loser;
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () -> assertThat(http.get(journal).body().path("items")).isNotEmpty());
        String winner = people.makeInHubspot("contacts", Map.of("email", "is@merge.example"));
        people.mergeInHubspot("contacts", winner, loser);
        people.areLinked("contact", winner, salesforceId);

        people.forgetInHubspot(winner);

        await().atMost(Portal.SOON)
                .untilAsserted(() -> assertThat(http.get(journal).body().path("items")).isEmpty());
    }

    @Test
    void forgottenWhileHubspotRefusesCalls_isForgottenAllTheSame() {
        String faults = "/sandbox/hubspot/_control/faults";
        String salesforceId = inSalesforce("refused@merge.example");
        String hubspotId = linkedTo(salesforceId, "refused@merge.example");
        try {
            http.send(
                    "POST",
                    faults,
                    "{\"calls\":[{\"kind\":\"batch_read\",\"answer\":\"TEN_SECONDLY_ROLLING\","
                            + "\"times\":100000}]}");
            people.editInSalesforce("Contact", salesforceId, "Title", "Cannot follow");
            await().atMost(Portal.SOON).untilAsserted(() -> assertThat(closedFor()).isNotEmpty());

            people.forgetInHubspot(hubspotId);

            await().atMost(Portal.SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    people.link("contact", hubspotId)
                                                            .path("salesforceId")
                                                            .asText(""))
                                            .isEmpty());
        } finally {
            http.send("DELETE", faults, "");
        }
    }

    private String closedFor() {
        return http.get("/api/status").body().at("/budgets/hubspot/closedFor").asText("");
    }
}
