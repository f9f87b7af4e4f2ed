package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.journey.Http;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What pages answer, without a browser. */
@QuarkusTest
class PageAnswersTest {
    private static final String RESYNC = "{\"object\":\"contact\",\"fill\":\"none\"}";
    private static final String MAPPINGS = "/api/objects/contact/mappings";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI base;

    private final List<String> begun = new ArrayList<>();

    @AfterEach
    void cancelled() {
        begun.forEach(id -> api().send("POST", "/api/backfills/" + id + "/cancel", ""));
    }

    private Http api() {
        return new Http("http://" + base.getAuthority());
    }

    private HttpResponse<String> send(String method, String path, String form) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + base.getAuthority() + path))
                        .header("X-Crosswalk-Console", "1")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString(form))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As many runs as may be open. */
    private void untilNoneCanBeBegun() {
        for (int runs = 0; runs <= 10; runs++) {
            Http.Answer answer = api().send("POST", "/api/backfills", RESYNC);
            if (answer.status() == 409) {
                return;
            }
            begun.add(answer.body().path("id").asText());
        }
        throw new AssertionError("more than ten runs can be open");
    }

    @Test
    void problemsOfARecord_ofAllObjects_areAList() {
        HttpResponse<String> answer = send("GET", "/pages/problems?object=&hubspotId=100051", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("name=\"hubspotId\"");
    }

    @Test
    void sortedList_isFilteredInItsOrder() {
        String page = send("GET", "/pages/objects/contact?sort=-field", "").body();

        assertThat(page)
                .contains("name=\"sort\" value=\"-field\" form=\"mappings-filter\"")
                .contains("id=\"mappings-filter\"");
    }

    @Test
    void mappingWhoseValuesCannotBeAlignedNow_isSaidToBeSaved() {
        untilNoneCanBeBegun();

        HttpResponse<String> answer =
                send(
                        "POST",
                        "/pages/objects/contact/mappings",
                        "hubspotProperty=notes_long&salesforceField=Notes__c"
                                + "&syncRule=TWO_WAY&fill=align");

        boolean saved = unmapped("notes_long");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("notes_long is mapped to Notes__c")
                .contains("left as they are")
                .contains("runs that have not ended");
        assertThat(saved).isTrue();
    }

    @Test
    void recordsWithoutAPartner_areTreatedAsTheApiAllows() {
        HttpResponse<String> refused = linking("contact", "ID_ONLY", "BOTH", shown("contact"));
        HttpResponse<String> taken = linking("deal", "ID_ONLY", "OFF", shown("deal"));
        String now = api().get("/api/objects/deal").body().path("matching").asText();
        linking("deal", "ID_THEN_FIELDS", "OFF", shown("deal"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("CREATION_NEEDS_MATCHING");
        assertThat(taken.body()).contains("Deals without a partner are treated so");
        assertThat(now).isEqualTo("ID_ONLY");
    }

    private HttpResponse<String> linking(
            String object, String matching, String create, String version) {
        return send(
                "PUT",
                "/pages/objects/" + object + "/linking",
                "matching=" + matching + "&create=" + create + "&version=" + version);
    }

    /** The version that the panel of an object's records without a partner was made from. */
    private String shown(String object) {
        String panel = send("GET", "/pages/objects/" + object + "/linking", "").body();
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(panel);
        assertThat(version.find()).as("a version in " + panel).isTrue();
        return version.group(1);
    }

    @Test
    void panelOfRecordsWithoutAPartner_doesNotPutBackWhatAColleagueChanged() {
        String shown = shown("deal");
        linking("deal", "ID_THEN_FIELDS", "IN_HUBSPOT", shown);

        HttpResponse<String> late = linking("deal", "ID_ONLY", "OFF", shown);

        String now = api().get("/api/objects/deal").body().path("create").asText();
        linking("deal", "ID_THEN_FIELDS", "OFF", shown("deal"));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("VERSION_CONFLICT", "somebody changed it");
        assertThat(now).isEqualTo("IN_HUBSPOT");
    }

    /** Whether there was a mapping to delete. */
    private boolean unmapped(String property) {
        for (var mapping : api().get(MAPPINGS + "?limit=200").body().path("items")) {
            if (mapping.path("hubspotProperty").asText().equals(property)) {
                String id = mapping.path("id").asText();
                return api().send("DELETE", MAPPINGS + "/" + id, "").status() < 300;
            }
        }
        return false;
    }

    @Test
    void previewThatIsLeft_isCancelled() {
        String id = api().send("POST", "/api/backfills", RESYNC).body().path("id").asText();

        assertThat(send("POST", "/pages/backfills/" + id + "/leave", "").statusCode())
                .isEqualTo(204);
        assertThat(api().get("/api/backfills/" + id).body().path("state").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void backfillOfNoIds_startsNothing() {
        HttpResponse<String> answer =
                send("POST", "/pages/backfills", "object=contact&fill=align&which=ids&ids=%20%0A");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("PARAMETER_MISSING", "All that are linked");
    }

    @Test
    void filterThatHubspotRefuses_startsNothing() {
        Http.Answer answer =
                api().send(
                                "POST",
                                "/api/backfills",
                                "{\"object\":\"contact\",\"filter\":{\"property\":\"createdate\","
                                        + "\"operator\":\"GTE\",\"values\":[\"yesterday\"]}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asText()).isEqualTo("FILTER_REFUSED");
    }
}
