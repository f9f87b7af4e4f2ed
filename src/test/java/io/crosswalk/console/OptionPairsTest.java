package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of options that do not agree are paired in the panel of their mapping. */
@QuarkusTest
class OptionPairsTest extends BrowserTest {
    private static final String CONTACTS = "/console/objects/contact";
    private static final String MAPPINGS = "/api/objects/contact/mappings";

    @AfterEach
    void delete() {
        String id = mapping().path("id").asText();
        if (!id.isEmpty()) {
            api().send("DELETE", MAPPINGS + "/" + id, "");
        }
    }

    /** Lead Status has NEW, OPEN and more; Level has Primary, Secondary and Tertiary. */
    private JsonNode mapping() {
        return api().get(MAPPINGS + "?search=hs_lead_status").body().at("/items/0");
    }

    private String made() {
        return api().send(
                        "POST",
                        MAPPINGS,
                        "{\"hubspotProperty\":\"hs_lead_status\",\"salesforceField\":\"Level__c\","
                                + "\"syncRule\":\"DONT_SYNC\",\"optionPairs\":{\"NEW\":\"Primary\"}}")
                .body()
                .path("id")
                .asText();
    }

    private static Locator option(Screen screen, String option) {
        return screen.find("[name='pair:" + option + "']");
    }

    @Test
    void newMapping_isMadeWithThePairsThatWereChosen() {
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#add-mapping").click();
                    screen.pick("property", "hs_lead_status");
                    assertThat(screen.find("#pairs select")).hasCount(0);
                    screen.pick("field", "Level__c");
                    assertThat(option(screen, "NEW")).isVisible();
                    assertThat(screen.find("#pairs"))
                            .containsText(
                                    "No option stands for ‘Primary’, ‘Secondary’, ‘Tertiary’");
                    option(screen, "NEW").selectOption("Secondary");
                    option(screen, "OPEN").selectOption("Primary");
                    screen.find("#rule-DONT_SYNC").click();
                    assertThat(screen.find("#fill-none")).hasCount(0);
                    assertThat(option(screen, "NEW")).hasValue("Secondary");
                    screen.isAccessible().fitsItsWidth().picture("pairs");
                    screen.find("#editor-save").click();

                    assertThat(screen.find("#messages")).containsText("hs_lead_status is mapped");
                });
        assertThat(mapping().path("optionPairs"))
                .hasToString("{\"NEW\":\"Secondary\",\"OPEN\":\"Primary\"}");
    }

    @Test
    void pairs_areChangedAndTakenAway() {
        String id = made();
        narrow(
                screen -> {
                    screen.open(CONTACTS + "?search=hs_lead_status");
                    screen.find("#edit-" + id).click();
                    assertThat(option(screen, "NEW")).hasValue("Primary");
                    assertThat(screen.find("#pairs summary")).containsText("1 paired");
                    option(screen, "NEW").selectOption("");
                    option(screen, "OPEN").selectOption("Tertiary");
                    screen.isAccessible().fitsItsWidth();
                    screen.find("#editor-save").click();

                    assertThat(screen.find("#panel")).not().isVisible();
                });
        assertThat(mapping().path("optionPairs")).hasToString("{\"OPEN\":\"Tertiary\"}");
        assertThat(mapping().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void twoOptionsForOneValue_areRefusedAndNothingIsLost() {
        String id = made();
        wide(
                screen -> {
                    screen.open(CONTACTS + "?search=hs_lead_status");
                    screen.find("#edit-" + id).click();
                    option(screen, "OPEN").selectOption("Primary");
                    screen.find("#editor-save").click();

                    assertThat(screen.find("#panel .refusal"))
                            .containsText("OPTION_PAIRS_NOT_ONE_TO_ONE");
                    assertThat(option(screen, "OPEN")).hasValue("Primary");
                });
        assertThat(mapping().path("optionPairs")).hasToString("{\"NEW\":\"Primary\"}");
    }

    @Test
    void textsAndOwners_haveNoOptionsToPair() {
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    for (String mapping : new String[] {"jobtitle", "hubspot-owner-id"}) {
                        screen.find("#edit-contact-" + mapping).click();
                        assertThat(screen.find("#panel-title")).hasText("Edit mapping");
                        assertThat(screen.find("#pairs details")).hasCount(0);
                        screen.press("Escape");
                    }
                });
    }
}
