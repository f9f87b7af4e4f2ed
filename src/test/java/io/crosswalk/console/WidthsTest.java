package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page and panel has room in every window, whatever the machine's font and however long texts
 * are.
 */
@QuarkusTest
class WidthsTest extends BrowserTest {
    private static final int[] WIDTHS = {390, 721, 981, 1180, 1280};
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(120_000);

    private Crms crms;

    /**
     * A problem, a rejected edit and a run, so that the pages have something to show; of a record
     * whose problems nobody else counts.
     */
    @BeforeEach
    void somethingToShow() {
        crms = new Crms(base);
        crms.untilLinked("100131");
        crms.putHubspot("100131", "phone", "7".repeat(60));
        crms.putHubspot("100131", "lastname", "Overruled");
        crms.until("/api/conflicts?kind=REJECTED", "Overruled");
        crms.until("/api/problems?object=contact&hubspotId=100131", "100131");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objects/contact",
                "objects/company",
                "objects/deal?search=nothing-like-this",
                "records",
                "records?object=contact&q=contact7",
                "records/contact/100131",
                "records/contact/999999999",
                "problems",
                "conflicts",
                "backfills",
                "status",
                "status/contact/differences",
                "configuration",
                "setup",
                "sandbox"
            })
    void page_hasRoomInEveryWindow(String path) {
        wide(screen -> screen.open("/console/" + path).fitsWidths(WIDTHS));
    }

    @ParameterizedTest
    @CsvSource({
        "objects/contact, #add-mapping",
        "objects/contact, #edit-contact-leadsource",
        "objects/contact, #delete-contact-email",
        "objects/contact, #status-contact-leadsource",
        "objects/contact, #status-contact-phone",
        "objects/company, #sync-switch",
        "backfills, #new-backfill"
    })
    void panel_hasRoomInEveryWindow(String path, String opener) {
        wide(
                screen -> {
                    screen.open("/console/" + path);
                    screen.find(opener).click();
                    assertThat(screen.find("#panel-title")).isVisible();
                    screen.fitsWidths(WIDTHS);
                });
    }

    @Test
    void openFacts_haveRoomInEveryWindow() {
        wide(
                screen -> {
                    screen.open("/console/records/contact/100131");
                    screen.page()
                            .evaluate(
                                    "() => document.querySelectorAll('details')"
                                            + ".forEach(it => it.open = true)");
                    screen.fitsWidths(WIDTHS);
                });
    }

    @Test
    void run_hasRoomInEveryWindow() {
        JsonNode run =
                api().send(
                                "POST",
                                "/api/backfills",
                                "{\"object\":\"contact\",\"fill\":\"align\",\"filter\":"
                                        + "{\"ids\":[\"100131\",\"100132\"]}}")
                        .body();
        wide(
                screen -> {
                    screen.open("/console/backfills/" + run.path("id").asText());
                    assertThat(screen.find("#run-state")).containsText("Previewed", SOON);
                    screen.fitsWidths(WIDTHS);
                });
    }

    @Test
    void plan_hasRoomInEveryWindow() {
        wide(
                screen -> {
                    screen.open("/console/configuration");
                    screen.find("#document-format").selectOption("csv");
                    screen.find("#document")
                            .fill(
                                    "property,field,rule\nfax,Fax,Don't sync\n"
                                            + "external_score,Department,Two-way\n");
                    screen.find("#plan-it").click();
                    assertThat(screen.find("#plan .refused")).isVisible();
                    screen.fitsWidths(WIDTHS);
                });
    }
}
