package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document as the console's form sends it, in one field. */
@QuarkusTest
class ConfigurationFormTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI base;

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.header("X-Crosswalk-Console", "1").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder path(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + base.getAuthority() + path));
    }

    private HttpResponse<String> planned(String document) {
        return sent("plan", document, "");
    }

    /**
     * @param more what the button sends besides
     */
    private HttpResponse<String> sent(String what, String document, String more) {
        return form(what, "format=yaml&document=" + encoded(document) + more);
    }

    private HttpResponse<String> form(String what, String form) {
        return send(
                path("/pages/configuration/" + what)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String inForce() {
        return send(path("/api/config").header("Accept", "application/yaml")).body();
    }

    /** What the apply button of a plan sends: {@code hx-vals}. */
    private static String sentWith(String plan) {
        Matcher vals = Pattern.compile("hx-vals='([^']*)'").matcher(plan);
        assertThat(vals.find()).as("a button in " + plan).isTrue();
        Matcher each =
                Pattern.compile("\"([a-z]+)\":\"([^\"]*)\"")
                        .matcher(vals.group(1).replace("&quot;", "\""));
        return each.results()
                .map(it -> "&" + it.group(1) + "=" + encoded(it.group(2)))
                .collect(Collectors.joining());
    }

    @Test
    void documentThatIsNotThePlannedOne_isNotApplied() {
        String before = inForce();
        String one = "objects:\n  deal:\n    matching: ID_ONLY\npartial: true\n";
        String other = "objects:\n  company:\n    matching: ID_ONLY\npartial: true\n";
        String sent = sentWith(planned(one).body());

        HttpResponse<String> answer = sent("apply", other, sent);

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).contains("VERSION_CONFLICT", "not the one that was planned");
        assertThat(inForce()).isEqualTo(before);
    }

    /** One row goes, two are refused: a property that goes already, and one without a rule. */
    @Test
    void tableOfWhichRowsAreRefused_isAppliedWithoutThem_ifTheyAreThoseThatWereShown() {
        String before = inForce();
        String table =
                "format=csv&object=deal&document="
                        + encoded(
                                "property,field,rule\namount,Amount,Two-way\namount,Status,Two-way\n"
                                        + "description,Description,\n");
        String plan = form("plan", table).body();
        String sent = sentWith(plan);

        HttpResponse<String> unseen =
                form("apply", table + sent.replace("&skips=3%2C4", "&skips=3"));
        String unchanged = inForce();
        HttpResponse<String> applied = form("apply", table + sent);

        String after = inForce();
        send(
                path("/api/objects/deal/mappings/deal-amount")
                        .header("Content-Type", "application/json")
                        .PUT(
                                BodyPublishers.ofString(
                                        "{\"syncRule\":\"PREFER_SALESFORCE_UNLESS_BLANK\"}")));
        assertThat(plan)
                .contains("2 rows are refused", "line 3", "Rows that cannot be read", "Line 4 has")
                .contains("Apply the others: 1 change, 2 rows left out");
        assertThat(unseen.statusCode()).isEqualTo(412);
        assertThat(unseen.body()).contains("VERSION_CONFLICT", "Other rows are refused now");
        assertThat(unchanged).isEqualTo(before);
        assertThat(applied.body()).contains("Applied: 1 change", "2 rows were left out");
        assertThat(after).isNotEqualTo(before);
        assertThat(inForce()).isEqualTo(before);
    }

    private String pageLoaded() {
        String page = send(path("/pages/configuration")).body();
        Matcher loaded = Pattern.compile("id=\"document-loaded\" value=\"([^\"]*)\"").matcher(page);
        assertThat(loaded.find()).as("versions in " + page).isTrue();
        return "&loaded=" + encoded(loaded.group(1));
    }

    @Test
    void whatAColleagueDidSinceThePageWasLoaded_isUndoneOnlyIfThePersonSaysSo() {
        String before = inForce();
        String loaded = pageLoaded();
        send(
                path("/api/objects/deal")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"matching\":\"ID_ONLY\"}")));

        String plan = sent("plan", before, loaded).body();
        String sent = sentWith(plan) + loaded;
        HttpResponse<String> silent = sent("apply", before, sent.replace("&anyway=true", ""));
        HttpResponse<String> asked = sent("apply", before, sent);

        assertThat(plan).contains("somebody changed: <strong>Deals</strong>", "all the same");
        assertThat(silent.statusCode()).isEqualTo(412);
        assertThat(silent.body()).contains("VERSION_CONFLICT", "Deals changed since");
        assertThat(asked.body()).contains("Applied: 1 change", "hx-swap-oob");
        assertThat(inForce()).isEqualTo(before);
    }

    @Test
    void documentThatThePageShows_isPlannedAsNoChange() {
        String shown = send(path("/api/config").header("Accept", "application/yaml")).body();
        assertThat(shown).hasSizeGreaterThan(2_048);

        HttpResponse<String> answer = planned(shown);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("plan-title").doesNotContain("id=\"apply\"");
    }

    /** Up to what the server takes in one field. */
    @ParameterizedTest
    @ValueSource(ints = {1_000_001, 3_900_000})
    void documentThatIsTooLarge_isRefusedWithWhatIsRead(int characters) {
        HttpResponse<String> answer = planned("a".repeat(characters));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE", "larger than 1000000 bytes");
    }
}
