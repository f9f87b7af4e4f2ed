package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record as both CRMs hold it, how it is found, and what was decided against somebody. */
@QuarkusTest
class RecordsApiTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LINKED = "100031";

    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(link().path("salesforceId").asText()).isNotEmpty());
    }

    private JsonNode link() {
        return api.get("/api/links/contact/" + LINKED).json();
    }

    private JsonNode record() {
        return api.get("/api/records/contact/" + LINKED).is(200).json();
    }

    private static JsonNode field(JsonNode record, String mapping) {
        return StreamSupport.stream(record.path("fields").spliterator(), false)
                .filter(field -> field.path("mappingId").asText().equals(mapping))
                .findFirst()
                .orElseThrow();
    }

    private void put(String properties) {
        api.send(
                        "PATCH",
                        "/sandbox/hubspot/crm/v3/objects/contacts/" + LINKED,
                        "{\"properties\":" + properties + "}",
                        "content-type",
                        "application/json")
                .is(200);
    }

    @Test
    void changedProperty_showsOnBothSidesWithTheDecision() {
        String title = "Head of Crosswalks " + System.nanoTime();
        put("{\"jobtitle\":\"" + title + "\"}");

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(field(record(), "contact-jobtitle").path("salesforce"))
                                        .hasToString("\"" + title + "\""));

        JsonNode field = field(record(), "contact-jobtitle");
        assertThat(field.path("hubspot").asText()).isEqualTo(title);
        assertThat(field.path("state").asText()).isEqualTo("IN_STEP");
        assertThat(field.path("hubspotLabel").asText()).isEqualTo("Job Title");
        assertThat(field.at("/last/decision").asText()).isEqualTo("HUBSPOT_CHANGED");
        assertThat(field.path("why")).isEqualTo(field.at("/last/reason"));
    }

    @Test
    void rejectedEdit_isListedAmongTheConflictsOfAllRecords() {
        String name = "Rejected " + System.nanoTime();
        put("{\"lastname\":\"" + name + "\"}");

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                api.get(
                                                                "/api/conflicts?object=contact"
                                                                        + "&kind=REJECTED")
                                                        .is(200)
                                                        .items())
                                        .anySatisfy(
                                                it -> {
                                                    assertThat(it.path("hubspotId").asText())
                                                            .isEqualTo(LINKED);
                                                    assertThat(it.at("/hubspot/value").asText())
                                                            .isEqualTo(name);
                                                }));
        assertThat(api.get("/api/conflicts?object=deal&kind=REJECTED").is(200).items())
                .noneSatisfy(it -> assertThat(it.path("object").asText()).isEqualTo("contact"));
    }

    @Test
    void owner_isShownByTheNameThatEachSideHas() {
        put("{\"hubspot_owner_id\":\"5101\"}");

        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            JsonNode owner = field(record(), "contact-hubspot-owner-id");
                            assertThat(owner.path("state").asText()).isEqualTo("IN_STEP");
                            assertThat(owner.path("hubspot").asText()).isEqualTo("5101");
                            assertThat(owner.path("hubspotPerson").asText())
                                    .isEqualTo(owner.path("salesforcePerson").asText())
                                    .contains(" ");
                        });
        assertThat(field(record(), "contact-jobtitle").path("hubspotPerson").isNull()).isTrue();
    }

    @Test
    void salesforceId_leadsToTheSameRecord() {
        String salesforceId = link().path("salesforceId").asText();

        JsonNode record = api.get("/api/records/contact/" + salesforceId).is(200).json();

        assertThat(record.path("hubspotId").asText()).isEqualTo(LINKED);
        assertThat(record.at("/salesforce/state").asText()).isEqualTo("READ");
        assertThat(
                        api.get("/api/records/contact/" + salesforceId.substring(0, 15))
                                .at("/hubspotId"))
                .isEqualTo(LINKED);
    }

    @Test
    void record_countsWhatIsInStepAndSaysWhyTheRestIsNot() {
        JsonNode record = record();

        int fields = record.path("fields").size();
        assertThat(record.path("inStep").asInt() + record.path("differing").asInt())
                .isPositive()
                .isLessThanOrEqualTo(fields);
        assertThat(record.path("name").asText()).isNotEmpty();
        record.path("fields").forEach(it -> assertThat(it.path("why").asText()).isNotEmpty());
        assertThat(record.at("/link/object").asText()).isEqualTo("contact");
    }

    @ParameterizedTest
    @CsvSource({
        "100004, <script>alert(1)</script>",
        "contact31@, contact31@",
    })
    void words_findRecords(String words, String shown) {
        JsonNode found =
                search("/api/records?object=contact&q=" + words.replace("@", "%40")).path("items");

        assertThat(found).isNotEmpty();
        assertThat(found.toString()).contains(shown);
    }

    /** HubSpot takes five searches a second, whoever makes them; the answer says to try again. */
    private JsonNode search(String path) {
        return await().atMost(SOON)
                .until(() -> api.get(path), answer -> answer.response().statusCode() != 503)
                .is(200)
                .json();
    }

    @Test
    void pagesOfFoundRecords_followEachOther() {
        JsonNode first = search("/api/records?object=company&q=example&limit=5");
        JsonNode second =
                search(
                        "/api/records?object=company&q=example&limit=5&after="
                                + first.path("next").asText());

        assertThat(first.path("items")).hasSize(5);
        assertThat(second.path("items")).hasSize(5);
        assertThat(second.path("items").findValuesAsText("hubspotId"))
                .doesNotContainAnyElementsOf(first.path("items").findValuesAsText("hubspotId"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/records/contact/999999999, 404, NOT_FOUND",
        "/api/records/contact/0035g00000zzzzzAAA, 404, NOT_FOUND",
        "/api/records/contact/a%20b, 400, PARAMETER_MALFORMED",
        "/api/records/lead/1, 404, UNKNOWN_OBJECT",
        "/api/records?object=contact, 400, PARAMETER_MISSING",
        "/api/records?q=x, 400, PARAMETER_MISSING",
        "/api/records?object=contact&q=x&after=y, 400, PARAMETER_MALFORMED",
        "/api/records?object=contact&q=x&after=10000, 400, PARAMETER_MALFORMED",
        "/api/journal?object=contact&hubspotId=1&since=2026-01-01T00:00:00Z, 400, PARAMETER_MALFORMED",
        "/api/conflicts?kind=SAD, 400, PARAMETER_MALFORMED",
        "/api/conflicts?after=nonsense, 400, PARAMETER_MALFORMED",
        "/api/conflicts?object=lead, 404, UNKNOWN_OBJECT",
    })
    void unfitRequests_areRefused(String path, int status, String code) {
        api.get(path).isRefused(status, code);
    }

    @Test
    void hubspotWithoutAnswer_isSaidOfItsSideAlone() {
        api.post(
                "/sandbox/hubspot/_control/faults",
                "{\"calls\":[{\"kind\":\"batch_read\",\"answer\":\"503\",\"times\":1}]}");
        JsonNode record = record();
        api.delete("/sandbox/hubspot/_control/faults");

        assertThat(record.at("/salesforce/state").asText()).isEqualTo("READ");
        assertThat(record.at("/hubspot/state").asText()).isIn("NOT_READ", "READ");
    }
}
