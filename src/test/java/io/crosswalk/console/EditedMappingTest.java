package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.journey.Http;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the panels of a mapping do to it, without a browser. */
@QuarkusTest
class EditedMappingTest {
    private static final String MAPPINGS = "/api/objects/contact/mappings";
    private static final String PAGES = "/pages/objects/contact/mappings";
    private static final Map<String, String> FORM =
            Map.of("X-Crosswalk-Console", "1", "Content-Type", "application/x-www-form-urlencoded");

    @TestHTTPResource("/")
    URI base;

    private String made = "";

    private Http http() {
        return new Http("http://" + base.getAuthority());
    }

    private String made(String fill) {
        Http.Answer answer =
                http().send(
                                "POST",
                                MAPPINGS,
                                "{\"hubspotProperty\":\"notes_long\",\"salesforceField\":\"Notes__c\","
                                        + "\"syncRule\":\"TWO_WAY\",\"fill\":\""
                                        + fill
                                        + "\"}");
        made = answer.body().path("id").asText();
        assertThat(made).as("a mapping in " + answer).isNotEmpty();
        return made;
    }

    @AfterEach
    void delete() {
        if (!made.isEmpty()) {
            http().send("DELETE", MAPPINGS + "/" + made, "");
        }
    }

    @Test
    void dontSync_keepsHowExistingValuesAreFilled() {
        String id = made("align");

        Http.Answer saved =
                http().send("PUT", PAGES + "/" + id, "version=1&syncRule=DONT_SYNC", FORM);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(http().get(MAPPINGS + "/" + id).body().path("syncRule").asText())
                .isEqualTo("DONT_SYNC");
        assertThat(http().get(MAPPINGS + "/" + id).body().path("fill").asText()).isEqualTo("align");
    }

    @Test
    void alignedMappingThatSyncsAgain_isPreviewedBeforeItAligns() {
        String id = made("align");
        http().send("PUT", PAGES + "/" + id, "version=1&syncRule=DONT_SYNC", FORM);

        http().send("PUT", PAGES + "/" + id, "version=2&syncRule=TWO_WAY&fill=align", FORM);

        assertThat(http().get(MAPPINGS + "/" + id).body().path("syncRule").asText())
                .isEqualTo("TWO_WAY");
        assertThat(http().get(MAPPINGS + "/" + id).body().path("fill").asText()).isEqualTo("none");
        JsonNode run = http().get("/api/backfills").body().at("/items/0");
        assertThat(run.at("/asked/mappings/0").asText()).as("the preview").isEqualTo(id);
        http().send("POST", "/api/backfills/" + run.path("id").asText() + "/cancel", "");
    }

    @Test
    void mappingThatIsGone_isNotAligned() {
        String id = made("none");
        String run =
                http().send(
                                "POST",
                                "/api/backfills",
                                "{\"object\":\"contact\",\"mappings\":[\"" + id + "\"]}")
                        .body()
                        .path("id")
                        .asText();
        http().send("DELETE", MAPPINGS + "/" + id, "");

        Http.Answer confirmed = http().send("POST", PAGES + "/" + id + "/align/" + run, "", FORM);

        assertThat(confirmed.status()).isEqualTo(404);
        assertThat(http().get("/api/backfills/" + run).body().path("started").isNull()).isTrue();
        http().send("POST", "/api/backfills/" + run + "/cancel", "");
    }

    @Test
    void mappingDeletedAtNoVersion_isRefusedAsMalformed() {
        String id = made("none");

        Http.Answer answer = http().send("DELETE", PAGES + "/" + id + "?version=x", "", FORM);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asText()).isEqualTo("PARAMETER_MALFORMED");
    }
}
