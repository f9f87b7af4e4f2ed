package io.crosswalk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.journey.Http;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every curl of every page is sent, in the page's order, and does what it says. */
@QuarkusTest
@TestProfile(DocumentedCallsTest.Alone.class)
class DocumentedCallsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINK = "/api/links/contact/100016";
    private static final Duration SOON = Duration.ofSeconds(120);

    /** What pages do to the CRMs no other test shall suffer from. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // A run lasts long enough to be paused.
            return Map.of("crosswalk.backfill.due-max", "1");
        }
    }

    @TestHTTPResource("/")
    URI url;

    private String base() {
        return "http://" + url.getAuthority();
    }

    static Stream<String> pages() {
        return Documents.blocks("shell").stream()
                .filter(block -> !calls(block).isEmpty())
                .map(block -> block.file().toString())
                .distinct();
    }

    private static List<Command> calls(Documents.Block block) {
        return Command.of(block).stream()
                .filter(command -> command.words().get(0).equals("curl"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCallOfAPage_isAnswered(String page) throws Exception {
        Reader reader = new Reader(base());

        for (Documents.Block block : Documents.blocks("shell")) {
            if (block.file().toString().equals(page)) {
                for (Command call : calls(block)) {
                    reader.type(call);
                }
            }
        }
        assertThat(duplicateRules()).as("refuse contacts after %s", page).isZero();
    }

    /** What a page sets up and does not take away would go on for its reader. */
    private int duplicateRules() {
        return new Http(base())
                .get("/sandbox/salesforce/_control/duplicate-rules")
                .body()
                .path("count")
                .asInt();
    }

    @Test
    void firstCallsOfTheReadme_showWhatItSays() throws Exception {
        String shown = Files.readString(Path.of("README.md")).replaceAll("\\s+", " ");
        List<Command> calls =
                Documents.blocks("shell").stream()
                        .filter(block -> block.file().toString().equals("README.md"))
                        .flatMap(block -> calls(block).stream())
                        .toList();
        Http http = new Http(base());

        // Another page parts the two and links them again: what is edited at that moment is taken
        // for what was there before they met.
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(http.get(LINK).body().path("state").asText())
                                        .isEqualTo("QUIET"));

        new Reader(base()).type(calls.get(0));

        String path = calls.get(1).words().get(1).replace("localhost:8080", "");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(http.get(path).body().toString())
                                        .as("%s", http.get(LINK).body())
                                        .contains("\"Title\":\"CTO\""));
        String journal = calls.get(2).words().get(1).replace("localhost:8080", "");
        assertThat(http.get(journal).body().path("items"))
                .filteredOn(entry -> entry.path("value").asText().equals("CTO"))
                .extracting(entry -> entry.path("reason").asText())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(shown).contains("`" + reason + "`"));
    }

    @Test
    void everyYaml_isADocumentWhosePlanLooksLikeTheOneShown() throws Exception {
        Http http = new Http(base());
        Http.Answer reset =
                http.send(
                        "POST",
                        "/api/config/apply",
                        "{\"objects\":{\"contact\":{\"mappings\":[]}}}");
        assertThat(reset.status()).as(reset.body().toString()).isEqualTo(200);
        List<Documents.Block> documents = Documents.blocks("yaml");

        assertThat(documents).isNotEmpty();
        for (Documents.Block document : documents) {
            Http.Answer plan =
                    http.send(
                            "POST",
                            "/api/config/plan",
                            document.text(),
                            Map.of("content-type", "application/yaml"));
            assertThat(plan.status()).as("%s: %s", document.where(), plan.body()).isEqualTo(200);
            assertThat(plan.body().path("refusalCount").asInt())
                    .as(plan.body().toString())
                    .isZero();
            assertLooksAlike(example(document.file(), "changeCount"), plan.body());
        }
    }

    @Test
    void refusalShown_isARefusal() throws Exception {
        JsonNode shown = example(Path.of("docs/api.md"), "code");
        Http.Answer answer =
                new Http(base())
                        .send(
                                "POST",
                                "/api/objects/contact/mappings",
                                "{\"hubspotProperty\": \"interests\", \"salesforceField\":"
                                        + " \"Department\", \"syncRule\": \"TWO_WAY\"}");

        assertLooksAlike(shown, answer.body());
        assertThat(answer.status()).isEqualTo(shown.path("status").asInt());
        assertThat(answer.body().path("code")).isEqualTo(shown.path("code"));
        assertThat(answer.body().path("detail").asText())
                .startsWith(shown.path("detail").asText().replace("…", ""));
    }

    /** The JSON block of a page that has such a member. */
    private static JsonNode example(Path page, String member) throws Exception {
        for (Documents.Block block : Documents.blocks("json")) {
            JsonNode shown = JSON.readTree(block.text());
            if (block.file().equals(page) && shown.has(member)) {
                return shown;
            }
        }
        throw new AssertionError("No example with '" + member + "' in " + page);
    }

    /** The same members all the way down; what they hold differs from reader to reader. */
    private static void assertLooksAlike(JsonNode shown, JsonNode real) {
        assertThat(names(shown)).as("members of %s, beside %s", real, shown).isEqualTo(names(real));
        for (String name : names(shown)) {
            if (!name.equals("versions")) {
                assertLooksAlike(shown.path(name), real.path(name));
            }
        }
        if (shown.isArray() && !shown.isEmpty()) {
            assertLooksAlike(shown.path(0), real.path(0));
        }
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
