package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run on its page: let run, held, let go on, ended, taken back. */
@QuarkusTest
class RunPageTest extends BrowserTest {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(120_000);

    private Crms crms;

    @BeforeEach
    void linked() {
        crms = new Crms(base);
        crms.untilLinked("100042");
    }

    @AfterEach
    void asBefore() {
        crms.delete("/sandbox/hubspot/_control/faults");
    }

    private String run(String mappings, String ids) {
        return api().send(
                        "POST",
                        "/api/backfills",
                        "{\"object\":\"contact\",\"fill\":\"align\",\"mappings\":["
                                + mappings
                                + "],\"filter\":{\"ids\":["
                                + ids
                                + "]}}")
                .body()
                .path("id")
                .asText();
    }

    private static void shows(Screen screen, String state) {
        assertThat(screen.find("#run-state")).containsText(state, SOON);
    }

    @Test
    void run_isPausedResumedAndCancelled() {
        String id = run("\"contact-jobtitle\",\"contact-phone\"", "\"100042\"");
        wide(
                screen -> {
                    screen.open("/console/backfills/" + id);
                    shows(screen, "Previewed");
                    // Nobody can read HubSpot, so the run does not get to its end.
                    crms.post(
                            "/sandbox/hubspot/_control/faults",
                            "{\"calls\":[{\"kind\":\"batch_read\",\"answer\":"
                                    + "\"TEN_SECONDLY_ROLLING\",\"times\":100000}]}");
                    screen.find("#run-run").press("Enter");
                    shows(screen, "Running");
                    assertThat(screen.find("#run-live")).isFocused();
                    crms.until("/api/backfills/" + id, "\"marked\":1");
                    screen.tabTo("run-pause").press("Enter");
                    shows(screen, "Paused");
                    assertThat(screen.find("#run-live")).isFocused();
                    assertThat(screen.find("#run-live")).containsText("No more records are taken");
                    assertThat(screen.find("#run-pause")).hasCount(0);
                    screen.isAccessible().fitsItsWidth();
                    screen.tabTo("run-resume").press("Enter");
                    shows(screen, "Running");
                    screen.tabTo("run-cancel").press("Enter");

                    shows(screen, "Cancelled");
                    assertThat(screen.find("#run-live")).isFocused();
                    assertThat(screen.find("#run-live .run-head button")).hasCount(0);
                    // What it has taken is written still: the page says so, and until when.
                    assertThat(screen.find("#run-live"))
                            .containsText("1 record that it had taken is still looked at");
                    crms.delete("/sandbox/hubspot/_control/faults");
                    assertThat(screen.find("#run-live"))
                            .containsText("What was written stays", SOON);
                    assertThat(screen.find("#run-live .figures").first()).containsText("1 of 1");
                });
    }

    @Test
    void runThatIsOver_isTakenBackAsAWhole() {
        String record = differing();
        String id = run("\"contact-jobtitle\"", "\"" + record + "\"");
        wide(
                screen -> {
                    screen.open("/console/backfills/" + id);
                    shows(screen, "Previewed");
                    assertThat(screen.find("#run-live .counts"))
                            .containsText(Pattern.compile("1 (filled|overwritten)"));
                    screen.find("#run-run").press("Enter");
                    shows(screen, "Done");
                    screen.find("#undo-run").press("Enter");

                    assertThat(screen.find("h1")).containsText("Take writes back");
                    shows(screen, "Previewed");
                    assertThat(screen.find("#run-live")).containsText("Writes taken back");
                    screen.isAccessible().fitsItsWidth();
                    screen.find("#run-run").press("Enter");
                    shows(screen, "Done");
                });
        crms.until("/api/journal?object=contact&hubspotId=" + record, "\"UNDONE_IN_");
    }

    /** A contact whose job title was another one in either CRM before the two met. */
    private String differing() {
        String path =
                "/api/objects/contact/differences?reason=FIRST_CONTACT&mapping=contact-jobtitle";
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> api().get(path).body().at("/items/0/hubspotId").asText(),
                        it -> !it.isEmpty());
    }
}
