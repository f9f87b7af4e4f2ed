package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.Difference;
import io.crosswalk.records.NotableEntries;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.rules.Note;
import io.crosswalk.rules.SyncRule;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /q/openapi} tells a client's generator all that it needs, of every operation. */
@QuarkusTest
class OpenApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    @TestHTTPResource("/")
    URI base;

    private JsonNode document;

    @BeforeEach
    void read() {
        document = new Api(base).get("/q/openapi?format=json").is(200).json();
    }

    /** By method and path. */
    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (path.getKey().startsWith("/api/") && METHODS.contains(operation.getKey())) {
                    operations.put(operation.getKey() + " " + path.getKey(), operation.getValue());
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(40);
        return operations;
    }

    /** What it refers to; itself if it does not. */
    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    @Test
    void everyOperation_saysWhatItAnswers() {
        operations()
                .forEach(
                        (name, operation) -> {
                            List<String> good = new ArrayList<>();
                            for (var response : operation.path("responses").properties()) {
                                if (response.getKey().startsWith("2")) {
                                    good.add(response.getKey());
                                    hasSchema(name, response.getKey(), response.getValue());
                                }
                            }
                            assertThat(good).as(name).hasSize(1);
                            assertThat(operation.path("summary").asText()).as(name).isNotEmpty();
                        });
    }

    private static void hasSchema(String name, String status, JsonNode response) {
        JsonNode content = response.path("content");
        assertThat(content.isEmpty()).as(name + " " + status).isEqualTo(status.equals("204"));
        content.forEach(each -> assertThat(each.path("schema").isEmpty()).as(name).isFalse());
    }

    @Test
    void everyRefusal_isAProblem_andNamesItsCodes() {
        operations()
                .forEach(
                        (name, operation) -> {
                            for (var each : operation.path("responses").properties()) {
                                if (!each.getKey().startsWith("2")) {
                                    isProblem(name, each.getKey(), resolved(each.getValue()));
                                }
                            }
                            assertThat(operation.path("responses").has("default")).isTrue();
                        });
    }

    private static void isProblem(String name, String status, JsonNode response) {
        JsonNode content = response.path("content");
        assertThat(content.properties())
                .as(name + " " + status)
                .extracting(Map.Entry::getKey)
                .containsExactly(Problem.MEDIA_TYPE);
        assertThat(content.path(Problem.MEDIA_TYPE).at("/schema/$ref").asText())
                .isIn("#/components/schemas/Problem", "#/components/schemas/RefusedConfiguration");
        assertThat(codes(response))
                .as(name + " " + status)
                .isNotEmpty()
                .allMatch(code -> status.equals("default") || status.equals("" + code.status()));
    }

    private static Set<RefusalCode> codes(JsonNode response) {
        Set<String> words = Set.of(response.path("description").asText().split("[^A-Z_]+"));
        Set<RefusalCode> codes = new TreeSet<>();
        for (RefusalCode code : RefusalCode.values()) {
            if (words.contains(code.name())) {
                codes.add(code);
            }
        }
        return codes;
    }

    @Test
    void everyCodeOfTheApi_isNamedSomewhere() {
        Set<RefusalCode> named = new TreeSet<>();
        for (JsonNode operation : operations().values()) {
            operation.path("responses").forEach(each -> named.addAll(codes(resolved(each))));
        }

        assertThat(RefusalCode.values())
                .filteredOn(code -> !code.name().matches("(WEBHOOK|SIGNATURE)_.*"))
                .containsExactlyElementsOf(named);
    }

    private JsonNode parameter(String operation, String name) {
        for (JsonNode each : operations().get(operation).path("parameters")) {
            JsonNode parameter = resolved(each);
            if (parameter.path("name").asText().equals(name)) {
                return resolved(parameter.path("schema"));
            }
        }
        throw new AssertionError(operation + " has no parameter " + name);
    }

    @Test
    void choices_areThoseOfTheCode() {
        Map<String, List<String>> choices =
                Map.of(
                        "get /api/conflicts kind", names(NotableEntries.Kind.values()),
                        "get /api/journal note", names(Note.REJECTED, Note.CONFLICT),
                        "get /api/problems severity", names(ProblemSeverity.values()),
                        "get /api/problems code", names(ProblemCode.values()),
                        "get /api/objects/{object}/differences reason",
                                names(Difference.Reason.values()),
                        "post /api/setup/{check} check", names(SetupCheck.values()));

        choices.forEach(
                (where, constants) -> {
                    int name = where.lastIndexOf(' ');
                    JsonNode schema =
                            parameter(where.substring(0, name), where.substring(name + 1));
                    assertThat(schema.path("type").asText()).as(where).isEqualTo("string");
                    assertThat(texts(schema.path("enum")))
                            .as(where)
                            .containsExactlyInAnyOrderElementsOf(constants);
                });
        assertThat(texts(document.at("/components/schemas/SyncRule/enum")))
                .isEqualTo(names(SyncRule.values()));
        assertThat(texts(document.at("/components/schemas/RefusalCode/enum")))
                .isEqualTo(names(RefusalCode.values()));
    }

    @Test
    void fills_areThoseThatAreTaken() {
        List<JsonNode> fills = document.path("components").path("schemas").findValues("fill");

        assertThat(fills).hasSizeGreaterThan(4);
        assertThat(fills)
                .filteredOn(fill -> fill.has("enum"))
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        fill ->
                                assertThat(texts(fill.path("enum")))
                                        .containsExactlyInAnyOrderElementsOf(
                                                MappingBody.FILLS.keySet()));
    }

    @Test
    void formats_areThoseThatAreTaken() {
        List<String> formats = texts(parameter("get /api/config", "format").path("enum"));

        assertThat(formats).hasSize(2);
        formats.forEach(format -> new Api(base).get("/api/config?format=" + format).is(200));
    }

    @Test
    void parameters_sayTheirForm() {
        JsonNode limit = parameter("get /api/backfills", "limit");

        assertThat(limit.path("type").asText()).isEqualTo("integer");
        assertThat(limit.path("minimum").asInt()).isEqualTo(1);
        assertThat(limit.path("maximum").asInt()).isEqualTo(Parameters.LIMIT_MAX);
        assertThat(limit.path("default").asInt()).isEqualTo(Parameters.limit(null));
        assertThat(parameter("get /api/journal", "since").path("format").asText())
                .isEqualTo("date-time");
    }

    @Test
    void headers_areDescribedWhereTheyAreSent() {
        assertThat(headers("post /api/backfills", "202")).containsExactly("Location");
        assertThat(headers("post /api/undo", "202")).containsExactly("Location");
        assertThat(headers("post /api/objects/{object}/mappings", "201"))
                .containsExactly("ETag", "Location");
        String mapping = " /api/objects/{object}/mappings/{id}";
        for (String operation :
                List.of(
                        "get" + mapping,
                        "put" + mapping,
                        "get /api/objects/{object}",
                        "put /api/objects/{object}",
                        "get /api/config",
                        "post /api/config/plan",
                        "post /api/config/apply")) {
            assertThat(headers(operation, "200")).as(operation).containsExactly("ETag");
        }
    }

    private Set<String> headers(String operation, String status) {
        Set<String> names = new TreeSet<>();
        JsonNode headers = operations().get(operation).at("/responses/" + status + "/headers");
        for (var header : headers.properties()) {
            assertThat(resolved(header.getValue()).path("description").asText()).isNotEmpty();
            names.add(header.getKey());
        }
        return names;
    }

    @Test
    void whoeverAsks_bringsATokenOrIsOnTheSameMachine() {
        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.path("security").toString()).isEqualTo("[{\"token\":[]},{}]");
    }

    @Test
    void answers_haveAllTheirMembers_butThoseThatAreLeftOut() {
        JsonNode schemas = document.at("/components/schemas");

        assertThat(texts(schemas.at("/EntryPage/required"))).containsExactly("items", "next");
        assertThat(texts(schemas.at("/EntryView/required")))
                .containsExactlyInAnyOrderElementsOf(names(schemas.at("/EntryView/properties")));
        assertThat(texts(schemas.at("/MappingView/required")))
                .hasSizeGreaterThan(8)
                .contains("savedAt")
                .doesNotContain("notice");
    }

    @Test
    void bodies_needOnlyWhatTheySay() {
        JsonNode body = document.at("/components/schemas/MappingCreate");

        assertThat(names(body.path("properties"))).contains("fill");
        assertThat(texts(body.path("required")))
                .containsExactlyInAnyOrder("hubspotProperty", "salesforceField", "syncRule");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Two classes of one name would be told apart by a number, in an order that may change. */
    @Test
    void schemas_haveNamesOfTheirOwn_andEveryReferenceFindsOne() {
        assertThat(document.at("/components/schemas").properties())
                .extracting(Map.Entry::getKey)
                .hasSizeGreaterThan(80)
                .noneMatch(name -> name.matches(".*\\d"));
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }
}
