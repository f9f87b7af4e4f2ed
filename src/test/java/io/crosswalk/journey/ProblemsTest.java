package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be written is told to people, and closes itself once it can. */
@QuarkusTest
class ProblemsTest {
    @TestHTTPResource("/")
    URI base;

    private Portal portal;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
    }

    private Pair contact(int number) {
        Pair pair = portal.linkedContacts().get(number);
        portal.syncUntilQuiet(pair);
        return pair;
    }

    private JsonNode problems(Pair pair) {
        return portal.http()
                .get("/api/problems?object=contact&hubspotId=" + pair.hubspotId())
                .body()
                .path("items");
    }

    private void problemsOf(Pair pair, Consumer<JsonNode> check) {
        await().atMost(Portal.SOON).untilAsserted(() -> check.accept(problems(pair)));
    }

    private JsonNode onlyProblem(Pair pair) {
        problemsOf(pair, problems -> assertThat(problems).hasSize(1));
        return problems(pair).path(0);
    }

    private void noProblems(Pair pair) {
        problemsOf(pair, problems -> assertThat(problems).isEmpty());
    }

    private void control(String what, String body) {
        Http.Answer answer =
                portal.http().send("POST", "/sandbox/salesforce/_control/" + what, body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private void phoneLength(int length) {
        control(
                "fields",
                "{\"object\":\"Contact\",\"field\":\"MobilePhone\",\"length\":" + length + "}");
        healthCheck();
    }

    private void healthCheck() {
        Http.Answer answer = portal.http().send("POST", "/api/objects/contact/health-check", "");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    @Test
    void tooLongValue_isAProblemUntilItIsShortened() {
        Pair pair = contact(60);
        String tooLong = "5".repeat(41);

        portal.putHubspot(pair, "phone", tooLong);

        JsonNode problem = onlyProblem(pair);
        assertThat(problem.path("id").asText())
                .isEqualTo("contact.contact-phone." + pair.hubspotId() + ".TOO_LONG");
        assertThat(problem.path("severity").asText()).isEqualTo("ISSUE");
        assertThat(problem.path("action").asText()).isEqualTo("SHORTEN_VALUE");
        assertThat(problem.path("mapping").path("salesforceField").asText()).isEqualTo("Phone");
        assertThat(problem.path("record").path("salesforceId").asText())
                .isEqualTo(pair.salesforceId());
        assertThat(problem.path("text").asText())
                .contains("'phone'", "'Phone'", "41 characters", "takes 40")
                .doesNotContain(tooLong);
        portal.putHubspot(pair, "phone", "+1 555 0141");
        portal.salesforceShows(pair, "Phone", "+1 555 0141");
        noProblems(pair);
        assertThat(portal.http().get("/api/problems/" + problem.path("id").asText()).status())
                .isEqualTo(404);
    }

    @Test
    void valueThatIsPutBack_closesTheProblemToo() {
        Pair pair = contact(61);
        portal.putHubspot(pair, "fax", "+1 555 0161");
        portal.salesforceShows(pair, "Fax", "+1 555 0161");
        portal.syncUntilQuiet(pair);
        portal.putHubspot(pair, "fax", "6".repeat(41));
        onlyProblem(pair);

        portal.putHubspot(pair, "fax", "+1 555 0161");

        noProblems(pair);
    }

    @Test
    void validationRule_refusesOneRecordAndRetryHealsItOnceTheRuleIsGone() {
        List<Pair> pairs = List.of(contact(62), contact(63), contact(64));
        control(
                "validation-rules",
                "{\"object\":\"Contact\",\"field\":\"Title\",\"mustMatch\":\"^(?!Forbidden)\","
                        + "\"message\":\"This title is not allowed\"}");
        try {
            portal.putHubspot(pairs.get(0), "jobtitle", "Allowed Officer");
            portal.putHubspot(pairs.get(1), "jobtitle", "Forbidden Officer");
            portal.putHubspot(pairs.get(2), "jobtitle", "Allowed Clerk");

            portal.salesforceShows(pairs.get(0), "Title", "Allowed Officer");
            portal.salesforceShows(pairs.get(2), "Title", "Allowed Clerk");
            JsonNode problem = onlyProblem(pairs.get(1));
            assertThat(problem.path("code").asText()).isEqualTo("VALIDATION_RULE");
            assertThat(problem.path("crm").path("code").asText())
                    .isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
            assertThat(problem.path("crm").path("message").asText())
                    .isEqualTo("This title is not allowed");
            assertThat(problem.path("text").asText()).contains("This title is not allowed");
            assertThat(problems(pairs.get(0))).isEmpty();
        } finally {
            portal.http().send("DELETE", "/sandbox/salesforce/_control/validation-rules", "");
        }

        String id = problems(pairs.get(1)).path(0).path("id").asText();
        Http.Answer retry = portal.http().send("POST", "/api/problems/" + id + "/retry", "");

        assertThat(retry.status()).isEqualTo(202);
        portal.salesforceShows(pairs.get(1), "Title", "Forbidden Officer");
        noProblems(pairs.get(1));
    }

    @Test
    void retryWhileTheCauseIsThere_countsOnceMore() {
        Pair pair = contact(65);
        portal.putHubspot(pair, "fax", "7".repeat(41));
        JsonNode problem = onlyProblem(pair);

        portal.http().send("POST", "/api/problems/" + problem.path("id").asText() + "/retry", "");

        problemsOf(
                pair,
                problems -> {
                    assertThat(problems).hasSize(1);
                    assertThat(problems.path(0).path("count").asInt()).isEqualTo(2);
                    assertThat(problems.path(0).path("firstSeen"))
                            .isEqualTo(problem.path("firstSeen"));
                });
        portal.syncUntilQuiet(pair);
    }

    @Test
    void lengthRaisedInSalesforce_healsByItself() {
        Pair pair = contact(66);
        String number = "8".repeat(41);
        portal.putHubspot(pair, "mobilephone", number);
        onlyProblem(pair);
        try {
            phoneLength(60);

            portal.salesforceShows(pair, "MobilePhone", number);
            noProblems(pair);
        } finally {
            phoneLength(40);
        }
    }

    @Test
    void recordDeletedInSalesforce_isAProblemOfTheRecord() {
        Pair pair = contact(67);
        portal.http()
                .send(
                        "DELETE",
                        "/sandbox/salesforce/services/data/v62.0/sobjects/Contact/"
                                + pair.salesforceId(),
                        "");
        portal.putHubspot(pair, "jobtitle", "Left alone");

        JsonNode problem = onlyProblem(pair);

        assertThat(problem.path("code").asText()).isEqualTo("RECORD_GONE");
        assertThat(problem.path("mapping").isNull()).isTrue();
        assertThat(problem.path("details").path("side").path(0).asText()).isEqualTo("SALESFORCE");
        control("undelete", "{\"ids\":[\"" + pair.salesforceId() + "\"]}");
        portal.putHubspot(pair, "jobtitle", "Back again");
        portal.salesforceShows(pair, "Title", "Back again");
        noProblems(pair);
    }

    @ParameterizedTest
    @CsvSource({
        "?severity=BAD, 400, PARAMETER_MALFORMED",
        "?code=too_long, 400, PARAMETER_MALFORMED",
        "?object=nothing, 404, UNKNOWN_OBJECT",
        "?hubspotId=501, 400, PARAMETER_MISSING",
        "?object=contact&hubspotId=5%2F1, 400, PARAMETER_MALFORMED",
        "?mapping=%27%3Cb%3E, 400, PARAMETER_MALFORMED",
        "?after=yesterday, 400, PARAMETER_MALFORMED",
        "?limit=0, 400, PARAMETER_MALFORMED",
        "/contact.contact-phone.0.TOO_LONG, 404, NOT_FOUND",
        "/%2e%2e%2f, 404, NOT_FOUND"
    })
    void badRequest_isRefusedWithACode(String path, int status, String code) {
        Http.Answer answer = portal.http().get("/api/problems" + path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
    }
}
