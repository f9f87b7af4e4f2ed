package io.crosswalk.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The REST API behind the function {@code api}, as packaged. In a native executable a type that is
 * not registered is written as {@code {}} and a resource that is not included is missing, so every
 * kind of answer is looked at here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployedApiIT {
    private static final String MAPPINGS = "/api/objects/contact/mappings";

    private Deployment deployment;
    private List<JsonNode> links;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        deployment = new Deployment(folder);
        links = deployment.linked();
        deployment.answered("sync", Events.due(ids()));
    }

    @AfterAll
    void stop() throws Exception {
        deployment.close();
    }

    private List<String> ids() {
        return links.stream().map(link -> link.path("hubspotId").asText()).toList();
    }

    private JsonNode api(String method, String path, String query, String body, int status)
            throws IOException {
        return deployment.api(method, path, query, body, status);
    }

    private JsonNode get(String path) throws IOException {
        return api("GET", path, "", "", 200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/objects, /items/0/name",
        "/api/objects/contact, /syncEnabled",
        "/api/objects/contact/properties, /items/0/name",
        "/api/objects/contact/fields, /items/0/name",
        "/api/objects/contact/properties/jobtitle/compatible-fields, /items/0/name",
        "/api/objects/contact/mappings, /items/0/syncRuleLabel",
        "/api/objects/contact/statuses, /items/0/status",
        "/api/config, /objects/contact/syncEnabled",
        "/api/config/schema, /$schema",
        "/api/status, /budgets/hubspot/day/limit",
        "/api/status, /due/waiting",
        "/api/status, /objects/0/object",
        "/q/openapi, /paths"
    })
    void answer_hasWhatItIsAbout(String path, String pointer) throws IOException {
        JsonNode answer = api("GET", path, path.startsWith("/q/") ? "format=json" : "", "", 200);

        assertThat(answer.at(pointer).isMissingNode()).as(answer.toString()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"contact, true", "company, false", "deal, false"})
    void newInstallation_syncsContactsAlone(String object, boolean syncs) throws IOException {
        assertThat(get("/api/objects/" + object).path("syncEnabled").asBoolean()).isEqualTo(syncs);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/problems, object=contact",
        "/api/objects/contact/differences, limit=5",
        "/api/backfills, limit=5"
    })
    void list_isAPage(String path, String query) throws IOException {
        JsonNode answer = api("GET", path, query, "", 200);

        assertThat(answer.path("items").isArray()).as(answer.toString()).isTrue();
        assertThat(answer.has("next")).isTrue();
    }

    @Test
    void link_isThere() throws IOException {
        JsonNode link = get("/api/links/contact/" + ids().get(0));

        assertThat(link.path("salesforceId").asText()).startsWith("003");
        assertThat(link.path("acknowledgedFields").asInt()).isPositive();
    }

    @Test
    void mapping_isMadeReadChangedListedAndDeleted() throws IOException {
        String body =
                "{\"hubspotProperty\":\"interests\",\"salesforceField\":\"Interests__c\","
                        + "\"syncRule\":\"TWO_WAY\",\"fill\":\"align\"}";
        JsonNode answer = deployment.answered("api", Events.request("POST", MAPPINGS, "", body));
        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(201);
        JsonNode made = Events.json(answer.path("body").asText());
        String path = MAPPINGS + "/" + made.path("id").asText();

        assertThat(answer.path("headers").path("location").asText()).isEqualTo(path);
        assertThat(made.path("notice").asText()).contains("/api/backfills");
        assertThat(get(path).path("version").asInt()).isEqualTo(1);
        assertThat(
                        api("PUT", path, "", "{\"syncRule\":\"DONT_SYNC\"}", 200)
                                .path("syncRule")
                                .asText())
                .isEqualTo("DONT_SYNC");
        assertThat(get(path + "/versions").path("items")).hasSize(2);
        api("DELETE", path, "", "", 204);
        assertThat(api("GET", path, "", "", 404).path("code").asText())
                .isEqualTo("MAPPING_NOT_FOUND");
    }

    @Test
    void journal_isReadWithBothSides() throws IOException {
        String id = ids().get(0);
        Deployment.person(
                "PATCH",
                deployment.world.hubspot.url() + "/crm/v3/objects/contacts/" + id,
                "{\"properties\":{\"jobtitle\":\"Head of Routes\"}}");
        deployment.answered(
                "hubspotWebhook",
                Events.webhook(Events.jobTitle(id, "Head of Routes"), World.CLIENT_SECRET));
        deployment.answered("sync", Events.due(List.of(id)));

        JsonNode entry =
                api("GET", "/api/journal", "object=contact&hubspotId=" + id, "", 200)
                        .path("items")
                        .path(0);

        assertThat(entry.path("hubspot").path("value").asText()).isEqualTo("Head of Routes");
        assertThat(entry.path("decision").asText()).isNotEmpty();
    }

    @Test
    void backfill_isPreviewedAndCancelled() throws IOException {
        JsonNode run =
                api(
                        "POST",
                        "/api/backfills",
                        "",
                        "{\"object\":\"contact\",\"fill\":\"align\",\"filter\":{\"ids\":[\""
                                + ids().get(0)
                                + "\"]}}",
                        202);
        deployment.answered("reconcile", Events.scheduled());

        JsonNode previewed = get("/api/backfills/" + run.path("id").asText());

        assertThat(previewed.path("state").asText()).isEqualTo("PREVIEWED");
        assertThat(previewed.path("preview").path("mappings").isArray()).isTrue();
        assertThat(previewed.path("asked").path("filter").path("ids")).hasSize(1);
        api("POST", "/api/backfills/" + run.path("id").asText() + "/cancel", "", "", 200);
    }

    @Test
    void healthCheckAndResync_areAnswered() throws IOException {
        JsonNode statuses = api("POST", "/api/objects/contact/health-check", "", "", 200);
        JsonNode link = api("POST", "/api/links/contact/" + ids().get(1) + "/resync", "", "", 202);

        assertThat(statuses.path("items").path(0).path("status").asText()).isNotEmpty();
        assertThat(link.path("hubspotId").asText()).isEqualTo(ids().get(1));
    }

    @Test
    void yaml_isWrittenReadAndPlanned() throws IOException {
        String event =
                Events.request("GET", "/api/config", "", "")
                        .replace("application/json, */*", "application/yaml");
        JsonNode answer = deployment.answered("api", event);
        String yaml = answer.path("body").asText();
        assertThat(yaml).contains("objects:").contains("syncRule");

        String plan =
                Events.request("POST", "/api/config/plan", "", "x")
                        .replace(
                                "\"content-type\":\"application/json\"",
                                "\"content-type\":\"application/yaml\"")
                        .replace(
                                "\"body\":\"x\"",
                                "\"isBase64Encoded\":true,\"body\":\""
                                        + Base64.getEncoder().encodeToString(yaml.getBytes())
                                        + "\"")
                        .replace("\"isBase64Encoded\":false,", "");
        JsonNode planned = deployment.answered("api", plan);

        assertThat(planned.path("statusCode").asInt()).as(planned.toString()).isEqualTo(200);
        assertThat(Events.json(planned.path("body").asText()).path("objects").isArray())
                .as(planned.toString())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/console/|<html|text/html",
                "/console/assets/htmx.min.js|htmx|text/javascript",
                "/console/assets/icon.svg|<svg|image/svg+xml",
                "/pages/objects/contact|jobtitle|text/html",
                "/pages/objects/deal|Deal Stage|text/html"
            })
    void console_isServed(String path, String says, String type) throws IOException {
        JsonNode answer = deployment.answered("api", Events.request("GET", path, "", ""));

        assertThat(answer.path("statusCode").asInt())
                .as(answer + deployment.function("api").output())
                .isEqualTo(200);
        assertThat(answer.path("headers").path("content-type").asText()).startsWith(type);
        assertThat(answer.path("body").asText()).contains(says);
    }

    @Test
    void configurationThatIsRefused_saysWhatAndWhere() throws IOException {
        String document =
                "{\"partial\":true,\"objects\":{\"contact\":{\"mappings\":[{\"hubspotProperty\":"
                        + "\"nope\",\"salesforceField\":\"Nope__c\",\"syncRule\":\"TWO_WAY\"}]}}}";

        JsonNode refused = api("POST", "/api/config/apply", "", document, 422);

        assertThat(refused.path("code").asText()).isEqualTo("CONFIGURATION_REFUSED");
        assertThat(refused.toString()).contains("PROPERTY_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/api/nothing||404|NOT_FOUND",
                "GET|/api/objects/lead||404|UNKNOWN_OBJECT",
                "DELETE|/api/objects||405|METHOD_NOT_ALLOWED",
                "POST|/api/objects/contact/mappings|{\"x\":|400|BODY_MALFORMED",
                "POST|/api/objects/contact/mappings|{\"x\":1}|400|MEMBER_UNKNOWN",
                "POST|/api/undo|{}|400|MEMBER_MISSING",
                "POST|/api/config/apply|{\"objects\":{\"lead\":{}}}|400|MEMBER_UNKNOWN"
            })
    void refusal_isAProblemWithItsCode(
            String method, String path, String body, int status, String code) throws IOException {
        JsonNode problem = api(method, path, "", body == null ? "" : body, status);

        assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }
}
