package io.crosswalk.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.backend.DynamoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The zip that was packaged, native or not, does the product's main job: every function in a
 * process of its own, with the events that AWS sends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployedFunctionsIT {
    private Deployment deployment;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        deployment = new Deployment(folder);
    }

    @AfterAll
    void stop() throws Exception {
        deployment.close();
    }

    private JsonNode answered(String function, String event) throws IOException {
        return deployment.answered(function, event);
    }

    private String output(String function) throws IOException {
        return deployment.function(function).output();
    }

    private String title(String salesforceId) {
        String url =
                deployment.world.salesforce.url()
                        + "/services/data/v62.0/sobjects/Contact/"
                        + salesforceId
                        + "?fields=Title";
        return Deployment.person("GET", url, "").path("Title").asText();
    }

    @Test
    void editInHubspot_followsInSalesforceThroughFourFunctions() throws IOException {
        List<JsonNode> links = deployment.linked();
        assertThat(links).isNotEmpty();
        String hubspotId = links.get(0).path("hubspotId").asText();
        String salesforceId = links.get(0).path("salesforceId").asText();
        answered("sync", Events.due(List.of(hubspotId)));
        Deployment.person(
                "PATCH",
                deployment.world.hubspot.url() + "/crm/v3/objects/contacts/" + hubspotId,
                "{\"properties\":{\"jobtitle\":\"Head of Images\"}}");

        JsonNode webhook =
                answered(
                        "hubspotWebhook",
                        Events.webhook(
                                Events.jobTitle(hubspotId, "Head of Images"), World.CLIENT_SECRET));
        JsonNode sync = answered("sync", Events.due(List.of(hubspotId)));

        assertThat(webhook.path("statusCode").asInt()).as(webhook.toString()).isEqualTo(200);
        assertThat(Events.json(webhook.path("body").asText()).path("due").asInt()).isEqualTo(1);
        assertThat(sync.path("batchItemFailures").isArray()).as(sync.toString()).isTrue();
        assertThat(sync.path("batchItemFailures")).isEmpty();
        assertThat(title(salesforceId)).as(output("sync")).isEqualTo("Head of Images");
        JsonNode entries =
                deployment.api(
                        "GET", "/api/journal", "object=contact&hubspotId=" + hubspotId, "", 200);
        assertThat(entries.path("items").toString()).contains("Head of Images");
        assertThat(output("sync"))
                .contains("\"RecordsWritten\":1,")
                .contains("\"BatchSize\":1,\"DecisionsWritten\":1,")
                .containsPattern("\"ChangeToWriteLag\":\\[\\d+]")
                .containsPattern("\"HubspotCalls\":[1-9]");
        assertThat(output("hubspotWebhook")).contains("\"HubspotHintsStored\":1");
        assertThat(output("reconcile"))
                .contains("{\"Name\":\"OldestDueAge\",\"Unit\":\"Seconds\"}")
                .contains("\"Stack\":\"crosswalk-test\"");
    }

    /** The lines about a record, as CloudWatch reads them. */
    private List<JsonNode> logged(String function, String hubspotId) throws IOException {
        return output(function)
                .lines()
                .filter(line -> line.startsWith("{\"timestamp\""))
                .map(Events::json)
                .filter(line -> line.path("mdc").path("hubspotId").asText().equals(hubspotId))
                .toList();
    }

    @Test
    void edit_canBeFollowedFromTheWebhookToTheWriteByItsRecordsId() throws IOException {
        JsonNode link = deployment.linked().get(2);
        String hubspotId = link.path("hubspotId").asText();
        answered("sync", Events.due(List.of(hubspotId)));
        Deployment.person(
                "PATCH",
                deployment.world.hubspot.url() + "/crm/v3/objects/contacts/" + hubspotId,
                "{\"properties\":{\"jobtitle\":\"Head of Traces\"}}");

        answered(
                "hubspotWebhook",
                Events.webhook(Events.jobTitle(hubspotId, "Head of Traces"), World.CLIENT_SECRET));
        answered("sync", Events.due(List.of(hubspotId)));

        JsonNode told = logged("hubspotWebhook", hubspotId).get(0);
        assertThat(told.path("level").asText()).isEqualTo("INFO");
        assertThat(told.path("message").asText()).endsWith("HubSpot told of jobtitle");
        assertThat(told.path("mdc").path("occurredAt").asText()).isNotEmpty();
        assertThat(told.path("mdc").path("AWSRequestId").asText()).hasSize(36);
        JsonNode written = logged("sync", hubspotId).get(0);
        assertThat(written.path("message").asText()).contains("HUBSPOT_CHANGED WRITTEN");
        assertThat(written.path("mdc").path("salesforceId").asText())
                .isEqualTo(link.path("salesforceId").asText());
        assertThat(written.path("mdc").path("AWSRequestId").asText()).hasSize(36);
        String entries =
                deployment
                        .api(
                                "GET",
                                "/api/journal",
                                "object=contact&hubspotId=" + hubspotId,
                                "",
                                200)
                        .toString();
        String decidedAt = written.path("mdc").path("journal").asText().split("#")[0];
        assertThat(entries).contains(decidedAt);
        assertThat(output("hubspotWebhook") + output("sync")).doesNotContain("Head of Traces");
    }

    @Test
    void changeEvent_makesTheLinkDue() throws IOException {
        JsonNode link = deployment.linked().get(1);

        answered("salesforceChange", Events.changed(link.path("salesforceId").asText()));

        assertThat(
                        deployment
                                .api("/api/links/contact/" + link.path("hubspotId").asText())
                                .path("state")
                                .asText())
                .isEqualTo("DUE");
    }

    @Test
    void wrongSignature_is401AndCounted() throws IOException {
        JsonNode answer = answered("hubspotWebhook", Events.webhook("[]", "another-secret"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(401);
        assertThat(answer.path("body").asText()).contains("\"SIGNATURE_MISMATCH\"");
        assertThat(output("hubspotWebhook")).contains("\"SignatureFailures\":1}");
    }

    @Test
    @DisabledIfSystemProperty(
            named = DynamoServer.KIND,
            matches = "moto",
            disabledReason = "moto takes keys of any length")
    void storageRefusesARecord_theBatchIsReportedFromItsFirstRecord() throws IOException {
        JsonNode answer = answered("sync", Events.due(List.of("x".repeat(3_000))));

        assertThat(answer.path("batchItemFailures").path(0).path("itemIdentifier").asText())
                .isEqualTo("4421584500000000017450439091");
        assertThat(output("sync")).contains("\"BatchFailures\":1}");
    }

    @Test
    void eventThatNobodyCanRead_isReportedAsErrorAndTheNextInvocationSucceeds() throws IOException {
        FunctionProcess process = deployment.function("salesforceChange");

        RuntimeApi.Outcome unreadable = process.invoke("{\"detail\": [}");
        RuntimeApi.Outcome next =
                process.invoke("{\"detail-type\":\"Other\",\"source\":\"x\",\"detail\":{}}");

        assertThat(unreadable.failed()).as(unreadable.body()).isTrue();
        assertThat(Events.json(unreadable.body()).path("errorType").asText()).isNotEmpty();
        assertThat(next.failed()).as(next.body()).isFalse();
    }

    @Test
    void secretWithoutAMember_isToldByNameAndNothingIsTaken() throws Exception {
        deployment.world.secrets.store("crosswalk/empty", "{'privateAppToken':'pat-hush'}");
        try (FunctionProcess process =
                deployment.start(
                        "hubspotWebhook", Map.of("CROSSWALK_SECRETS_HUBSPOT", "crosswalk/empty"))) {
            RuntimeApi.Outcome outcome = process.invoke(Events.webhook("[]", World.CLIENT_SECRET));

            assertThat(Events.json(outcome.body()).path("statusCode").asInt())
                    .as(outcome.body() + process.output())
                    .isEqualTo(503);
            assertThat(process.output())
                    .contains("Secret 'crosswalk/empty' has neither 'webhookClientSecrets'")
                    .doesNotContain("pat-hush");
        }
    }

    @Test
    void unknownFunction_doesNotStart() throws Exception {
        try (FunctionProcess process = deployment.start("nothing", Map.of())) {
            assertThat(process.exitCode()).isNotZero();
            assertThat(process.output()).contains("does not match a function: nothing");
        }
    }

    @Test
    void sigterm_endsAFunctionCleanly() throws Exception {
        try (FunctionProcess process = deployment.start("reconcile", Map.of())) {
            process.ready();

            int code = process.terminate();

            // Ended by the signal, or after it: both are an orderly end. (Quarkus' poll loop tells
            // of
            // the connection to the Runtime API that it closed itself.)
            assertThat(code).as(process.output()).isIn(0, 143);
            assertThat(process.output()).doesNotContain("io.crosswalk");
        }
    }
}
