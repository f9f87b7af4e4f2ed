package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Missing partners are made where that is wanted, once, whatever stops in between. */
@QuarkusTest
class CreationTest {
    private static final String SALESFORCE = "/sandbox/salesforce/_control/";
    private static final String HUBSPOT = "/sandbox/hubspot/_control/";

    @TestHTTPResource("/")
    URI base;

    private Http http;
    private People people;

    @BeforeEach
    void creationIsOn() {
        http = new Http("http://" + base.getAuthority());
        people = new People(http);
        policy("BOTH");
    }

    @AfterEach
    void allIsAsItWas() {
        policy("OFF");
        http.send("DELETE", SALESFORCE + "faults", "");
        http.send("DELETE", HUBSPOT + "faults", "");
        http.send("DELETE", SALESFORCE + "duplicate-rules", "");
        http.send("DELETE", SALESFORCE + "validation-rules", "");
    }

    private void policy(String create) {
        Http.Answer answer =
                http.send("PUT", "/api/objects/contact", "{\"create\":\"" + create + "\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().path("create").asText()).isEqualTo(create);
    }

    private int inSalesforce(String email) {
        String soql = "SELECT+Id+FROM+Contact+WHERE+Email='" + email + "'";
        return http.get("/sandbox/salesforce/services/data/v62.0/query?q=" + soql)
                .body()
                .path("totalSize")
                .asInt();
    }

    @Test
    void onlyInHubspot_isMadeInSalesforceAndToldOfInTheJournal() {
        String hubspotId =
                people.makeInHubspot(
                        "contacts",
                        Map.of(
                                "email", "made@create.example",
                                "lastname", "Made",
                                "jobtitle", "New"));

        String salesforceId = people.partner("contact", hubspotId);

        assertThat(people.inSalesforce("Contact", salesforceId, "Title")).isEqualTo("New");
        JsonNode journal =
                http.get("/api/journal?object=contact&hubspotId=" + hubspotId).body().path("items");
        assertThat(journal.findValuesAsText("decision")).contains("CREATED_IN_SALESFORCE");
        people.areLinked("contact", hubspotId, salesforceId);
    }

    @Test
    void onlyInSalesforce_isMadeInHubspotWithTheIdThatLinks() {
        String salesforceId =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Made", "Email", "sf@create.example"));

        JsonNode found =
                await().atMost(People.PATIENCE).until(this::inHubspot, it -> it.size() == 1);

        String hubspotId = found.path(0).path("id").asText();
        people.areLinked("contact", hubspotId, salesforceId);
        assertThat(people.inHubspot("contacts", hubspotId, "salesforcecontactid"))
                .isEqualTo(salesforceId);
    }

    private JsonNode inHubspot() {
        ObjectNode search = JsonNodeFactory.instance.objectNode().put("limit", 10);
        search.putArray("filterGroups")
                .addObject()
                .putArray("filters")
                .addObject()
                .put("propertyName", "email")
                .put("operator", "EQ")
                .put("value", "sf@create.example");
        return http.send(
                        "POST",
                        "/sandbox/hubspot/crm/v3/objects/contacts/search",
                        search.toString())
                .body()
                .path("results");
    }

    @Test
    void salesforceMakesItAndDoesNotAnswer_noTwinIsMade() {
        http.send(
                "POST",
                SALESFORCE + "faults",
                "{\"timeoutAfterCommitCalls\":2,\"timeoutMillis\":3000}");

        String hubspotId =
                people.makeInHubspot(
                        "contacts", Map.of("email", "crash@create.example", "lastname", "Once"));

        String salesforceId = people.partner("contact", hubspotId);
        people.areLinked("contact", hubspotId, salesforceId);
        assertThat(inSalesforce("crash@create.example")).isEqualTo(1);
    }

    @Test
    void requiredFieldMissing_isAProblemWithWhatTheCrmSays() {
        String hubspotId = people.makeInHubspot("contacts", Map.of("email", "bare@create.example"));

        JsonNode problem = people.hasProblem("contact", hubspotId, "NOT_CREATED");
        assertThat(problem.path("crm").path("code").asText()).isEqualTo("REQUIRED_FIELD_MISSING");

        people.editInHubspot("contacts", hubspotId, "lastname", "Filled");

        people.partner("contact", hubspotId);
        people.problemCloses("contact", hubspotId, "NOT_CREATED");
    }

    @Test
    void refusedAndLookedForByAnotherEmailSince_isMadeAllTheSame() {
        String hubspotId = people.makeInHubspot("contacts", Map.of("email", "typo@create.example"));
        people.hasProblem("contact", hubspotId, "NOT_CREATED");

        people.editInHubspot("contacts", hubspotId, "email", "right@create.example");
        people.editInHubspot("contacts", hubspotId, "lastname", "Righted");

        people.partner("contact", hubspotId);
        people.problemCloses("contact", hubspotId, "NOT_CREATED");
    }

    @Test
    void ruleThatRefusedSeveralIsGone_allAreMadeWhenAPersonAsksOnce() {
        http.send(
                "POST",
                SALESFORCE + "validation-rules",
                "{\"object\":\"Contact\",\"field\":\"Title\",\"mustMatch\":\"^(?!Forbidden)\","
                        + "\"message\":\"This title is not allowed\"}");
        String one = forbidden("one");
        String two = forbidden("two");
        people.hasProblem("contact", one, "NOT_CREATED");
        people.hasProblem("contact", two, "NOT_CREATED");
        http.send("DELETE", SALESFORCE + "validation-rules", "");

        Http.Answer asked =
                http.send("POST", "/api/problems/retry?object=contact&code=NOT_CREATED", "");

        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
        assertThat(asked.body().path("tried").asInt()).isGreaterThanOrEqualTo(2);
        for (String hubspotId : List.of(one, two)) {
            people.partner("contact", hubspotId);
            people.problemCloses("contact", hubspotId, "NOT_CREATED");
        }
    }

    private String forbidden(String name) {
        return people.makeInHubspot(
                "contacts",
                Map.of(
                        "email", name + "@forbidden.example",
                        "lastname", "Refused",
                        "jobtitle", "Forbidden Officer"));
    }

    @ParameterizedTest
    @CsvSource({
        "object=contact, 400, PARAMETER_MISSING",
        "code=NOT_CREATED, 400, PARAMETER_MISSING",
        "object=lead&code=NOT_CREATED, 404, UNKNOWN_OBJECT",
        "object=contact&code=CREATION_UNCERTAIN, 400, PARAMETER_MALFORMED"
    })
    void allThatAreToBeTriedAgain_mustBeSaidAndMustBeSafe(String query, int status, String code) {
        Http.Answer refused = http.send("POST", "/api/problems/retry?" + query, "");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body().path("code").asText()).isEqualTo(code);
    }

    @Test
    void duplicateRuleFindsARecordThatIsAlike_peopleSayWhetherItIsTheSame() {
        http.send(
                "POST",
                SALESFORCE + "duplicate-rules",
                "{\"object\":\"Contact\",\"field\":\"LastName\"}");
        String salesforceId =
                people.makeInSalesforce("Contact", Map.of("LastName", "Onlyone-Dupe"));

        String hubspotId =
                people.makeInHubspot(
                        "contacts",
                        Map.of("email", "dupe@create.example", "lastname", "Onlyone-Dupe"));

        JsonNode problem = people.hasProblem("contact", hubspotId, "AMBIGUOUS_MATCH");
        assertThat(problem.path("text").asText()).contains(salesforceId);
        http.send(
                "PUT",
                "/api/links/contact/" + hubspotId,
                "{\"salesforceId\":\"" + salesforceId + "\"}");
        people.areLinked("contact", hubspotId, salesforceId);
        people.problemCloses("contact", hubspotId, "AMBIGUOUS_MATCH");
    }

    @Test
    void matchedByIdAlone_creationIsRefused() {
        Http.Answer refused =
                http.send("PUT", "/api/objects/contact", "{\"matching\":\"ID_ONLY\"}");

        assertThat(refused.body().path("code").asText()).isEqualTo("CREATION_NEEDS_MATCHING");
    }
}
