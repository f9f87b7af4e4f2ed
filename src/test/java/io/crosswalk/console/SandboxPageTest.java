package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two CRMs side by side: one is edited, the other follows. */
@QuarkusTest
class SandboxPageTest extends BrowserTest {
    private static final HasValueOptions FOLLOWS = new HasValueOptions().setTimeout(90_000);
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(90_000);

    private Crms crms;

    @BeforeEach
    void crms() {
        crms = new Crms(base);
        crms.untilLinked("100061");
    }

    @AfterEach
    void allIsWell() {
        crms.delete("/sandbox/hubspot/_control/faults");
        crms.delete("/sandbox/hubspot/_control/limits");
        crms.delete("/sandbox/salesforce/_control/faults");
    }

    private static Locator cell(Screen screen, String crm, String label) {
        return screen.find(".sb-" + crm + " input[aria-label^='" + label + " of']").first();
    }

    private static void search(Screen screen, String words) {
        screen.open("/console/sandbox");
        assertThat(screen.find("[data-is=live]")).containsText("Live", SOON);
        screen.find("#sb-search").fill(words);
        assertThat(screen.find("[data-is=range]")).containsText("1–1 of 1", SOON);
    }

    @Test
    void cellOfOneCrm_isFollowedByTheOther() {
        wide(
                screen -> {
                    search(screen, "contact61@");
                    cell(screen, "hubspot", "Job title").fill("Bridge Builder");
                    screen.press("Enter");

                    assertThat(cell(screen, "salesforce", "Job title"))
                            .hasValue("Bridge Builder", FOLLOWS);
                    assertThat(screen.find("[data-is=log]")).containsText("after", SOON);

                    cell(screen, "salesforce", "Phone").fill("+49 30 5550 199");
                    screen.press("Enter");
                    assertThat(cell(screen, "hubspot", "Phone"))
                            .hasValue("+49 30 5550 199", FOLLOWS);
                    screen.isAccessible().fitsItsWidth();
                });
    }

    @Test
    void lostWebhooks_loseNoEdit() {
        wide(
                screen -> {
                    search(screen, "contact65@");
                    Locator lose =
                            screen.find("[aria-label='HubSpot: Half of its events are lost']");
                    lose.press("Enter");
                    assertThat(lose).hasAttribute("aria-checked", "true");
                    cell(screen, "hubspot", "Job title").fill("Not Lost");
                    screen.press("Enter");

                    assertThat(cell(screen, "salesforce", "Job title"))
                            .hasValue("Not Lost", FOLLOWS);
                    screen.find("[data-is=well]").press("Enter");
                    assertThat(lose).hasAttribute("aria-checked", "false");
                });
    }

    @Test
    void hostileNames_areText() {
        wide(
                screen -> {
                    search(screen, "<script>");

                    assertThat(cell(screen, "hubspot", "First name"))
                            .hasValue("<script>alert(1)</script>");
                    assertThat(screen.find("main script")).hasCount(0);
                });
    }

    @Test
    void firstPage_fitsBothWidthsAndCanBeReadInTheDark() {
        wide(
                screen -> {
                    screen.open("/console/sandbox");
                    assertThat(screen.find(".sb-hubspot tbody tr")).hasCount(8);
                    assertThat(screen.find("[data-is=live]")).containsText("Live", SOON);
                    screen.documented("sandbox").isAccessible().fitsItsWidth();
                });
        narrow(
                screen -> {
                    screen.open("/console/sandbox");
                    assertThat(screen.find(".sb-hubspot tbody tr")).hasCount(8);
                    screen.picture("sandbox-narrow").isAccessible().fitsItsWidth();
                });
        dark(
                screen -> {
                    screen.open("/console/sandbox");
                    assertThat(screen.find(".sb-hubspot tbody tr")).hasCount(8);
                    screen.picture("sandbox-dark").isAccessible();
                });
    }
}
