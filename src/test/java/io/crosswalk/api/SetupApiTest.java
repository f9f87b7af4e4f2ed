package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left to do before records can follow each other. */
@QuarkusTest
class SetupApiTest {
    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
    }

    private void edit(String path, String body) {
        api.send("PATCH", path, body, "content-type", "application/json");
    }

    private static Map<String, String> states(JsonNode setup) {
        Map<String, String> states = new HashMap<>();
        for (JsonNode step : setup.path("steps")) {
            step.path("checks")
                    .forEach(
                            it -> states.put(it.path("check").asText(), it.path("state").asText()));
        }
        return states;
    }

    @Test
    void installationThatWorks_findsItsConnectionsFine() {
        edit(
                "/sandbox/hubspot/crm/v3/objects/contacts/100032",
                "{\"properties\":{\"jobtitle\":\"Setter-up\"}}");
        edit(
                "/sandbox/salesforce/services/data/v62.0/sobjects/Contact/0035g00000000GNAAY",
                "{\"Title\":\"Setter-up\"}");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            JsonNode setup = api.get("/api/setup").is(200).json();
                            // What other tests map may be hidden or locked in Salesforce.
                            assertThat(states(setup))
                                    .containsEntry("HUBSPOT_CREDENTIALS", "FINE")
                                    .containsEntry("HUBSPOT_SCOPES", "FINE")
                                    .containsEntry("HUBSPOT_WEBHOOK", "FINE")
                                    .containsEntry("SALESFORCE_CREDENTIALS", "FINE")
                                    .containsEntry("SALESFORCE_EVENTS", "FINE");
                        });
        JsonNode steps = api.get("/api/setup").json().path("steps");
        assertThat(steps.findValuesAsText("step"))
                .containsExactly("HUBSPOT", "SALESFORCE", "RECORDS");
    }

    @Test
    void appWithoutAScope_isToldWhichOneToGive() {
        api.post(
                "/sandbox/hubspot/_control/faults",
                "{\"calls\":[{\"kind\":\"properties\",\"answer\":\"MISSING_SCOPES\",\"times\":9}]}");

        JsonNode scopes = api.post("/api/setup/HUBSPOT_SCOPES", "").is(200).json();
        api.delete("/sandbox/hubspot/_control/faults");

        assertThat(scopes.path("state").asText()).isEqualTo("WRONG");
        assertThat(scopes.path("code").asText()).isEqualTo("MISSING_SCOPES");
        assertThat(scopes.path("todo").asText()).contains("crm.schemas.contacts.read");
        assertThat(api.post("/api/setup/HUBSPOT_SCOPES", "").json().path("state").asText())
                .isEqualTo("FINE");
    }

    @Test
    void appThatMayNotWrite_isToldSoBeforeItWrites() {
        api.post(
                "/sandbox/hubspot/_control/faults",
                "{\"missingScopes\":[\"crm.objects.contacts.write\"]}");

        JsonNode scopes = api.post("/api/setup/HUBSPOT_SCOPES", "").is(200).json();
        api.delete("/sandbox/hubspot/_control/faults");

        assertThat(scopes.path("state").asText()).isEqualTo("WRONG");
        assertThat(scopes.path("todo").asText()).contains("crm.objects.contacts.write");
        assertThat(api.post("/api/setup/HUBSPOT_SCOPES", "").json().path("state").asText())
                .isEqualTo("FINE");
    }

    @Test
    void checkThatIsNone_isRefused() {
        api.post("/api/setup/COFFEE", "").isRefused(404, "NOT_FOUND");
    }
}
