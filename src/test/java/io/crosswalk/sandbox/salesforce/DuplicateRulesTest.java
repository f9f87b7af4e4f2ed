package io.crosswalk.sandbox.salesforce;

import static io.crosswalk.sandbox.salesforce.SalesforceOrg.json;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a duplicate rule refuses, and how it says so. */
class DuplicateRulesTest {
    private final SalesforceOrg org = new SalesforceOrg();
    private String first;
    private String second;

    @BeforeEach
    void twoContacts() {
        first = org.create("Contact", quoted("{'LastName':'A','Title':'Only One'}"));
        second = org.create("Contact", quoted("{'LastName':'B','Title':'Another'}"));
    }

    private void rule(String more) {
        org.control("duplicate-rules", quoted("{'object':'Contact','field':'Title'" + more + "}"));
    }

    private JsonNode edit(String id, String title) {
        return json(org.data(
                        "PATCH",
                        "/composite/sobjects",
                        quoted(
                                "{'records':[{'attributes':{'type':'Contact'},'id':'"
                                        + id
                                        + "','Title':'"
                                        + title
                                        + "'}]}")))
                .path(0);
    }

    @Test
    void single_namesTheOthersInTheOldSpelling() {
        rule("");

        JsonNode error =
                json(org.data(
                                "POST",
                                "/sobjects/Contact",
                                quoted("{'LastName':'C','Title':'Only One'}")))
                        .path(0);

        assertThat(error.path("errorCode").asText()).isEqualTo("DUPLICATES_DETECTED");
        assertThat(error.at("/duplicateResut/matchResults/0/matchRecords").findValuesAsText("Id"))
                .containsExactly(first);
    }

    @Test
    void ruleForNewRecords_letsEditsPass() {
        rule("");

        assertThat(edit(second, "Only One").path("success").asBoolean()).isTrue();
    }

    @Test
    void ruleForEdits_refusesTheOtherOneAlone() {
        rule(",'onEdit':true");

        JsonNode refused = edit(second, "Only One");

        assertThat(refused.at("/errors/0/statusCode").asText()).isEqualTo("DUPLICATES_DETECTED");
        assertThat(
                        refused.at("/errors/0/duplicateResult/matchResults/0/matchRecords")
                                .findValuesAsText("Id"))
                .containsExactly(first);
        assertThat(edit(first, "Only One").path("success").asBoolean()).isTrue();
    }
}
