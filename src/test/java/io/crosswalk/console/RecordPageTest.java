package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One record: found, both sides side by side, and why. */
@QuarkusTest
class RecordPageTest extends BrowserTest {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(120_000);

    private Crms crms;

    @BeforeEach
    void crms() {
        crms = new Crms(base);
    }

    private static Locator row(Screen screen, String property) {
        return screen.find("table.fields tr")
                .filter(new Locator.FilterOptions().setHasText(property + " ↔"));
    }

    @Test
    void words_findTheRecordAndItsPage() {
        crms.untilLinked("100041");
        wide(
                screen -> {
                    screen.open("/console/records").isAccessible();
                    screen.find("#find-words").fill("contact41@");
                    // HubSpot's search may be used up for a second: people press again.
                    await().atMost(Duration.ofMinutes(1)).until(() -> finds(screen));
                    screen.find("#results a.name").first().click();
                    screen.arrived();

                    assertThat(screen.find(".side-hubspot").first()).isVisible();
                    assertThat(screen.find("h1")).isFocused();
                    assertThat(screen.find("main")).containsText("100041");
                });
    }

    private static boolean finds(Screen screen) {
        screen.find("#find-words").press("Enter");
        try {
            Locator.WaitForOptions soon = new Locator.WaitForOptions().setTimeout(3_000);
            screen.find("#results a.name").first().waitFor(soon);
            return true;
        } catch (TimeoutError refused) {
            return false;
        }
    }

    @Test
    void edit_showsOnBothSidesWithItsReason() {
        crms.untilLinked("100042");
        crms.putHubspot("100042", "jobtitle", "Head of Bridges");
        crms.until("/api/journal?object=contact&hubspotId=100042", "Head of Bridges");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100042");
                    Locator row = row(screen, "jobtitle");

                    assertThat(row.locator(".value").nth(0)).containsText("Head of Bridges");
                    assertThat(row.locator(".value").nth(1)).containsText("Head of Bridges");
                    assertThat(row).containsText("In step");
                    assertThat(row.locator(".value").first()).hasCSS("-webkit-line-clamp", "4");
                    row.locator("summary").press("Enter");
                    assertThat(row.locator(".value").first()).hasCSS("-webkit-line-clamp", "none");
                    assertThat(row.locator(".facts")).containsText("HUBSPOT_CHANGED");
                    screen.documented("record").isAccessible().fitsItsWidth();
                });
    }

    @Test
    void rejectedEdit_isToldWithTheValueThatLost() {
        crms.untilLinked("100043");
        crms.putHubspot("100043", "lastname", "Overruled");
        crms.until("/api/conflicts?kind=REJECTED", "Overruled");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100043");
                    Locator row = row(screen, "lastname");
                    row.locator("summary").click();

                    assertThat(row.locator(".facts")).containsText("Rejected value");
                    assertThat(row.locator(".facts")).containsText("Overruled");

                    screen.open("/console/conflicts?kind=REJECTED").isAccessible().fitsItsWidth();
                    assertThat(screen.find("table.conflicts")).containsText("Overruled");
                    assertThat(screen.find("table.conflicts")).containsText("Edit rejected");
                });
    }

    @Test
    void undo_showsAPreviewAndTakesTheWriteBack() {
        crms.untilLinked("100045");
        String path = "/api/journal?object=contact&hubspotId=100045";
        crms.putHubspot("100045", "jobtitle", "Before");
        crms.until(path, "\"value\":\"Before\"");
        crms.putHubspot("100045", "jobtitle", "After");
        crms.until(path, "\"value\":\"After\"");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100045");
                    Locator row = row(screen, "jobtitle");
                    row.locator("summary").press("Enter");
                    screen.find("#undo-contact-jobtitle").press("Enter");

                    assertThat(screen.find("#run-state")).containsText("Previewed", SOON);
                    assertThat(screen.find("#run-live")).containsText("Writes taken back");
                    screen.isAccessible();
                    screen.find("#run-run").press("Enter");

                    assertThat(screen.find("#run-state")).containsText("Done", SOON);
                    crms.until(path, "UNDONE_IN_SALESFORCE");
                    // Behind the panel, where the reason is still open.
                    assertThat(row.locator(".value").nth(1)).containsText("Before", SOON);
                    assertThat(row.locator("details")).hasAttribute("open", "");
                });
        crms.putHubspot("100045", "jobtitle", "Again");
        crms.until(path, "\"value\":\"Again\"");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100045");
                    row(screen, "jobtitle").locator("summary").press("Enter");
                    screen.find("#undo-contact-jobtitle").press("Enter");
                    assertThat(screen.find("#run-state")).containsText("Previewed", SOON);
                    screen.press("Escape");

                    assertThat(screen.find("#panel")).not().isVisible();
                    crms.until("/api/backfills?limit=1", "\"CANCELLED\"");
                });
    }

    @Test
    void tab_isMarkedOnceItsFieldsAreShown() {
        crms.untilLinked("100041");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100041");
                    screen.find("#show-step").click();

                    assertThat(screen.find("#show-step")).hasAttribute("aria-current", "page");
                    assertThat(screen.find(".record-tabs [aria-current]")).hasCount(1);
                    assertThat(screen.find("#show-step")).isFocused();
                    hasNoBarOfItsOwn(screen);
                });
    }

    /** With a mouse, what scrolls by a pixel has a bar. */
    private static void hasNoBarOfItsOwn(Screen screen) {
        Object scrolls =
                screen.find(".tabs")
                        .evaluate(
                                "e => e.scrollHeight > e.clientHeight"
                                        + " || e.scrollWidth > e.clientWidth");
        org.assertj.core.api.Assertions.assertThat(scrolls).isEqualTo(false);
    }

    @Test
    void resync_saysThatTheRecordIsLookedAt() {
        crms.untilLinked("100046");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100046");
                    screen.find("#resync").press("Enter");

                    assertThat(screen.find("#messages")).containsText("looked at");
                });
    }

    @Test
    void hostileName_isText() {
        crms.untilLinked("100004");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100004");

                    assertThat(screen.find("h1")).containsText("<script>alert(1)</script>");
                    assertThat(screen.find("main script")).hasCount(0);
                    assertThat(screen.find("main img")).hasCount(0);
                });
    }

    @Test
    void recordThatIsNowhere_isSaidSo() {
        wide(
                screen -> {
                    screen.open("/console/records/contact/999999999").isAccessible();

                    assertThat(screen.find("main")).containsText("NOT_FOUND");
                });
    }

    @Test
    void narrowAndDarkRecord_fitsAndCanBeRead() {
        crms.untilLinked("100041");
        narrow(
                screen -> {
                    screen.open("/console/records/contact/100041")
                            .picture("record-narrow")
                            .isAccessible()
                            .fitsItsWidth();
                    hasNoBarOfItsOwn(screen);
                });
        dark(
                screen -> {
                    screen.open("/console/records/contact/100041")
                            .picture("record-dark")
                            .isAccessible();
                });
    }
}
