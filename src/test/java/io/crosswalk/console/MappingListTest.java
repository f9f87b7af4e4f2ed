package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of mappings, as people see and use it. */
@QuarkusTest
class MappingListTest extends BrowserTest {
    private static final String ROW = "#row-contact-jobtitle";

    @Test
    void wideWindow_showsLabelsRulesTypesAndStatuses() {
        wide(
                screen -> {
                    screen.open("/console/");

                    assertThat(screen.page()).hasTitle("Contacts · Crosswalk");
                    assertThat(screen.find(ROW)).containsText("Job Title");
                    assertThat(screen.find(ROW)).containsText("Two-way");
                    assertThat(screen.find(ROW)).containsText("text · string");
                    assertThat(screen.find("#row-contact-email .tag")).hasText("Extended");
                    assertThat(screen.find("#write-contact-jobtitle")).not().hasText("…");
                    screen.documented("mappings").isAccessible().fitsItsWidth();
                });
    }

    @Test
    void narrowWindow_fitsAndNavigatesByItsMenu() {
        narrow(
                screen -> {
                    screen.open("/console/").isAccessible().fitsItsWidth().picture("narrow");
                    screen.find("#menu").click();
                    assertThat(screen.find("#menu")).hasAttribute("aria-expanded", "true");
                    assertThat(screen.find("#nav")).isVisible();
                    screen.isAccessible();
                });
    }

    @Test
    void darkWindow_isReadable() {
        dark(screen -> screen.open("/console/").isAccessible().picture("dark"));
    }

    @Test
    void appearance_isKept() {
        wide(
                screen -> {
                    screen.open("/console/");
                    screen.find("#theme").click();
                    screen.find("#theme").click();
                    screen.open("/console/objects/deal");

                    assertThat(screen.find("html")).hasAttribute("data-theme", "dark");
                    assertThat(screen.find("body")).hasCSS("background-color", "rgb(16, 21, 28)");
                    screen.find("#theme").click();
                    assertThat(screen.find("body"))
                            .hasCSS("background-color", "rgb(245, 246, 248)");
                });
    }

    @Test
    void search_showsWhatFitsAndKeepsTheFocus() {
        wide(
                screen -> {
                    screen.open("/console/objects/contact");
                    screen.find("#filter-search").pressSequentially("job t");

                    assertThat(screen.find(".mappings tbody tr")).hasCount(1);
                    assertThat(screen.find(ROW)).isVisible();
                    assertThat(screen.focused()).isEqualTo("filter-search");
                    assertThat(screen.page()).hasURL(Pattern.compile(".*\\?search=job\\+t"));
                });
    }

    @Test
    void filtersThatNothingFits_sayHowToSeeAllAgain() {
        wide(
                screen -> {
                    screen.open("/console/objects/contact?search=nothing-of-that-name");
                    assertThat(screen.find(".empty")).containsText("No mapping fits the filter");
                    screen.isAccessible();
                    screen.find(".empty a").click();

                    assertThat(screen.find(ROW)).isVisible();
                });
    }

    @Test
    void ruleAndOrder_standInTheLocation() {
        wide(
                screen -> {
                    screen.open("/console/objects/contact");
                    screen.find("#filter-rule").selectOption("TWO_WAY");
                    assertThat(screen.find("#row-contact-email")).hasCount(0);
                    screen.find("th >> text=HubSpot property").click();

                    assertThat(screen.find("th[aria-sort=ascending]")).hasText("HubSpot property");
                    assertThat(screen.find(".mappings tbody tr").first()).containsText("City");
                    assertThat(screen.page().url()).endsWith("?rule=TWO_WAY&sort=property");
                    assertThat(screen.find("#sort-property")).isFocused();
                });
    }

    @Test
    void back_showsThePageBeforeAndFocusesItsHeading() {
        wide(
                screen -> {
                    screen.open("/console/objects/contact");
                    screen.find(".tabs >> text=Deals").click();
                    assertThat(screen.page()).hasTitle("Deals · Crosswalk");
                    assertThat(screen.focused()).isEqualTo("Deals");
                    screen.page().goBack();

                    assertThat(screen.page()).hasTitle("Contacts · Crosswalk");
                    assertThat(screen.find("h1")).hasText("Contacts");
                });
    }

    @Test
    void contacts_cannotBeTurnedOff() {
        wide(
                screen -> {
                    screen.open("/console/objects/contact");
                    screen.find("#sync-switch").click();

                    assertThat(screen.find(".message.refused"))
                            .containsText("OBJECT_SYNC_REQUIRED");
                    assertThat(screen.find(".message.refused"))
                            .containsText("Cannot turn off sync of object 'contact'");
                    assertThat(screen.find("#sync-switch")).hasAttribute("aria-checked", "true");
                    screen.isAccessible();
                });
    }

    @Test
    void recordsWithoutAPartner_areAMatterOfAPanel() {
        narrow(
                screen -> {
                    screen.open("/console/objects/contact");
                    screen.find("#linking").click();
                    assertThat(screen.find("#linking-matching")).hasValue("ID_THEN_FIELDS");
                    screen.isAccessible().fitsItsWidth();
                    screen.find("#linking-matching").selectOption("ID_ONLY");
                    screen.find("#linking-create").selectOption("IN_SALESFORCE");
                    screen.find("#linking-save").click();
                    assertThat(screen.find("#panel .refusal"))
                            .containsText("CREATION_NEEDS_MATCHING");
                    screen.find("#linking-matching").selectOption("ID_THEN_FIELDS");
                    screen.find("#linking-create").selectOption("OFF");
                    screen.find("#linking-save").click();

                    assertThat(screen.find("#messages")).containsText("Contacts without a partner");
                });
    }

    @Test
    void companies_areTurnedOnAndOffAfterAQuestion() {
        wide(
                screen -> {
                    screen.open("/console/objects/company");
                    String before = screen.find("#sync-switch").getAttribute("aria-checked");
                    String other = before.equals("true") ? "false" : "true";
                    turn(screen, other);
                    assertThat(screen.find("#messages")).containsText("Sync of Companies is");
                    turn(screen, before);
                });
    }

    private static void turn(Screen screen, String to) {
        screen.find("#sync-switch").click();
        assertThat(screen.find("#panel-title")).isFocused();
        screen.isAccessible();
        screen.find("#panel button[type=submit]").click();
        assertThat(screen.find("#sync-switch")).hasAttribute("aria-checked", to);
        assertThat(screen.find("#panel")).not().isVisible();
    }

    @Test
    void refresh_bringsThePicklistsNewValuesOver() {
        api().send(
                        "POST",
                        "/sandbox/salesforce/_control/fields",
                        "{\"object\":\"Account\",\"field\":\"Industry\",\"addValue\":\"Fishing\"}");
        wide(
                screen -> {
                    screen.open("/console/objects/company?search=industry");
                    screen.find("#refresh-company-industry").press("Enter");

                    assertThat(screen.find("#messages"))
                            .containsText("industry has new options: Fishing");
                    screen.isAccessible();
                });
        assertThat(
                        api().get("/api/objects/company/properties?search=industry")
                                .body()
                                .at("/items/0/options")
                                .findValuesAsText("value"))
                .contains("Fishing");
    }

    @Test
    void whatIsNotThere_isAPageThatSaysSo() {
        wide(
                screen -> {
                    screen.open("/console/objects/lead");

                    assertThat(screen.find("h1")).hasText("It is not there");
                    assertThat(screen.find("main")).containsText("There is no object 'lead'");
                    assertThat(screen.find("main")).containsText("UNKNOWN_OBJECT");
                    screen.isAccessible();
                });
    }
}
