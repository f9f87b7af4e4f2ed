package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.openapi.runtime.io.Format;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /q/openapi}: examples that are true, and parameters that are taken. */
@QuarkusTest
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
    }

    private JsonNode paths() {
        return api.get("/q/openapi?format=json").is(200).json().path("paths");
    }

    /** Of these the document shows an answer; all the others have a schema of it. */
    private static boolean isOfTheMappingPage(String path) {
        return path.startsWith("/api/config")
                || path.equals("/api/status")
                || path.startsWith("/api/objects")
                        && !path.endsWith("/statuses")
                        && !path.endsWith("/health-check");
    }

    @Test
    void everyOperationOfTheMappingPage_hasAnExampleOfItsAnswer() {
        List<String> seen = new ArrayList<>();
        for (var path : paths().properties()) {
            for (var operation : path.getValue().properties()) {
                if (isOfTheMappingPage(path.getKey()) && operation.getValue().has("responses")) {
                    seen.add(operation.getKey() + " " + path.getKey());
                    check(seen.get(seen.size() - 1), operation.getValue());
                }
            }
        }

        assertThat(seen).hasSize(23);
    }

    private static void check(String name, JsonNode operation) {
        for (var response : operation.path("responses").properties()) {
            JsonNode content = response.getValue().path("content");
            boolean empty = response.getKey().equals("204") || name.endsWith("/schema");
            boolean told = response.getValue().has("$ref") || content.findValue("examples") != null;
            boolean plan = response.getKey().equals("422") && name.endsWith("/apply");
            assertThat(empty || told || plan).as(name + " " + response.getKey()).isTrue();
        }
        if (operation.has("requestBody")) {
            assertThat(operation.path("requestBody").findValue("examples")).as(name).isNotNull();
        }
    }

    @Test
    void version_isTheProjects() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");

        assertThat(api.get("/q/openapi?format=json").json().at("/info/version").asText())
                .isEqualTo(version);
    }

    /** What the native executable answers with (decision 013). */
    @Test
    void documentOfTheBuild_isTheOneThatIsServed() throws Exception {
        assertThat(JSON.readTree(OpenApiAsBuilt.document(Format.JSON)))
                .isEqualTo(api.get("/q/openapi?format=json").json());
    }

    /** What is not described is refused, and what is refused is not described. */
    @Test
    void parametersOfTheDocument_areThoseThatAreTaken() {
        int[] parameters = {0};
        JsonNode document = api.get("/q/openapi?format=json").json();
        for (var path : document.path("paths").properties()) {
            if (path.getKey().startsWith("/api/")) {
                for (var operation : path.getValue().properties()) {
                    Set<String> described = new TreeSet<>();
                    for (JsonNode each : operation.getValue().path("parameters")) {
                        JsonNode parameter =
                                each.has("$ref")
                                        ? document.at(each.path("$ref").asText().substring(1))
                                        : each;
                        if (parameter.path("in").asText().equals("query")) {
                            described.add(parameter.path("name").asText());
                        }
                    }
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    assertThat(ParameterNames.of(method, path.getKey()))
                            .as(method + " " + path.getKey())
                            .isEqualTo(described);
                    parameters[0] += described.size();
                }
            }
        }
        assertThat(parameters[0]).isGreaterThan(40);
    }

    @Test
    void refusals_areDescribedOnce() {
        JsonNode responses = api.get("/q/openapi?format=json").json().at("/components/responses");

        assertThat(responses.properties())
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(
                        response ->
                                assertThat(
                                                response.getValue()
                                                        .path("content")
                                                        .has("application/problem+json"))
                                        .isTrue());
    }

    /** Members of objects, deep, without the keys of maps. */
    private static Set<String> shape(JsonNode node) {
        Set<String> names = new TreeSet<>();
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                names.add(member.getKey());
                if (!Set.of("optionPairs", "versions").contains(member.getKey())) {
                    shape(member.getValue())
                            .forEach(name -> names.add(member.getKey() + "." + name));
                }
            }
        }
        node.elements()
                .forEachRemaining(each -> names.addAll(node.isArray() ? shape(each) : Set.of()));
        return names;
    }

    /** What an object's status shows depends on what there is to show. */
    private static JsonNode withoutObjects(JsonNode status) {
        return ((ObjectNode) status).without("objects");
    }

    private static Set<String> example(String json) throws Exception {
        return shape(JSON.readTree(json));
    }

    @Test
    void examples_haveTheMembersOfRealAnswers() throws Exception {
        String contact = "/api/objects/contact";

        assertThat(example(Examples.OBJECT))
                .isEqualTo(shape(api.get("/api/objects/company").json()));
        assertThat(shape(withoutObjects(JSON.readTree(Examples.STATUS))))
                .isEqualTo(shape(withoutObjects(api.get("/api/status").json())));
        assertThat(JSON.readTree(Examples.STATUS).path("objects").path(0).properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(
                        api.get("/api/status").json().path("objects").path(0).properties().stream()
                                .map(Map.Entry::getKey)
                                .toList());
        assertThat(example(Examples.MAPPING))
                .isEqualTo(shape(api.get(contact + "/mappings/contact-email").json()));
        assertThat(example(Examples.MAPPINGS))
                .isEqualTo(shape(api.get(contact + "/mappings?limit=1").json()));
        assertThat(example(Examples.PROPERTIES))
                .isEqualTo(shape(api.get(contact + "/properties?search=interests").json()));
        assertThat(example(Examples.FIELDS))
                .isEqualTo(shape(api.get(contact + "/fields?search=Secret_Code").json()));
        assertThat(example(Examples.PARTNERS))
                .isEqualTo(
                        shape(api.get(contact + "/properties/interests/compatible-fields").json()));
        assertThat(example(Examples.PLAN))
                .isEqualTo(shape(api.post("/api/config/plan", Examples.CONFIG_JSON).json()));
        api.post(contact + "/mappings", Api.mapping("interests", "Department", "TWO_WAY"))
                .isRefused(422, "TYPE_MISMATCH");
        assertThat(example(Examples.MISMATCH)).isEqualTo(shape(problem()));
    }

    private JsonNode problem() {
        return api.get("/api/objects/lead").isRefused(404, "UNKNOWN_OBJECT").json();
    }
}
