package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mappings are made, changed and deleted in panels. */
@QuarkusTest
class MappingPanelTest extends BrowserTest {
    private static final String CONTACTS = "/console/objects/contact";
    private static final String MAPPINGS = "/api/objects/contact/mappings";

    /** The label of this property is {@code "Quoted" & <b>bold</b> 'label'}. */
    private static final String PROPERTY = "odd_label";

    private static final String FIELD = "AssistantName";

    @AfterEach
    void delete() {
        String id = id();
        if (!id.isEmpty()) {
            api().send("DELETE", MAPPINGS + "/" + id, "");
        }
    }

    /** Of the mapping that a test made; empty if it made none. */
    private String id() {
        return api().get(MAPPINGS + "?search=" + PROPERTY).body().at("/items/0/id").asText();
    }

    private String made() {
        return api().send(
                        "POST",
                        MAPPINGS,
                        "{\"hubspotProperty\": \"odd_label\", \"salesforceField\":"
                                + " \"AssistantName\", \"syncRule\": \"TWO_WAY\"}")
                .body()
                .path("id")
                .asText();
    }

    /** From the address bar to the message, without a mouse and without a script's help. */
    @Test
    void keyboardAlone_makesAMappingOfALabelWithQuotes() {
        wide(
                screen -> {
                    screen.open(CONTACTS).tabTo("add-mapping").press("Enter");
                    assertThat(screen.find("#pick-property")).isFocused();
                    screen.pick("property", PROPERTY);
                    assertThat(screen.find("#pick-property"))
                            .hasValue("\"Quoted\" & <b>bold</b> 'label'");
                    screen.press("Tab");
                    assertThat(screen.find("#pick-field")).isFocused();
                    screen.pick("field", FIELD);
                    screen.tabTo("rule-PREFER_SALESFORCE_UNLESS_BLANK");
                    screen.press("ArrowDown", "ArrowDown");
                    assertThat(screen.find("#rule-TWO_WAY")).isChecked();
                    assertThat(screen.find(".examples")).containsText("Salesforce is cleared");
                    screen.tabTo("editor-save").press("Enter");

                    assertThat(screen.find("#panel")).not().isVisible();
                    assertThat(screen.find("#row-" + id()))
                            .containsText("\"Quoted\" & <b>bold</b> 'label'");
                    assertThat(screen.find("#row-" + id())).containsText("Two-way");
                    assertThat(screen.find("#messages")).containsText("odd_label is mapped");
                });
    }

    @Test
    void pickers_greyWhatDoesNotFitAndSayWhy() {
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#add-mapping").click();
                    screen.pick("property", PROPERTY);
                    assertThat(screen.find("#choice")).containsText("What this rule does");
                    screen.find("#pick-field").pressSequentially("Birthdate");
                    var birthdate = screen.find("#pick-field-list [role=option]");
                    assertThat(birthdate).hasCount(1);
                    assertThat(birthdate).hasAttribute("aria-disabled", "true");
                    assertThat(birthdate).containsText("Does not fit text");
                    screen.documented("add-mapping");
                    screen.press("ArrowDown", "Enter");

                    assertThat(screen.find(".refusal"))
                            .containsText(
                                    "Cannot map property 'odd_label' (text) to field 'Birthdate'"
                                            + " (date)");
                    assertThat(screen.find("[name=salesforceField]")).hasValue("");
                    screen.isAccessible();
                    screen.press("Escape", "Tab");
                    // What is not chosen does not stand there as if it were.
                    assertThat(screen.find("#pick-field")).hasValue("");
                });
    }

    @Test
    void pickers_greyWhatIsMappedAlready() {
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#add-mapping").click();
                    screen.find("#pick-property").pressSequentially("jobtitle");

                    assertThat(screen.find("#pick-property-list [role=option]").first())
                            .containsText("Mapped to Title");
                });
    }

    @Test
    void escape_closesTheListFirstAndThenThePanel() {
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#add-mapping").click();
                    screen.find("#pick-property").pressSequentially("a");
                    assertThat(screen.find("#pick-property-list")).isVisible();
                    screen.press("Escape");
                    assertThat(screen.find("#pick-property-list")).not().isVisible();
                    assertThat(screen.find("#panel")).isVisible();
                    screen.press("Escape");

                    assertThat(screen.find("#panel")).not().isVisible();
                    assertThat(screen.find("#add-mapping")).isFocused();
                });
    }

    @Test
    void nothingChosen_isRefusedAboveThePickers() {
        narrow(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#add-mapping").click();
                    screen.find("#editor-save").click();

                    assertThat(screen.find(".refusal")).containsText("No property is chosen");
                    screen.picture("add-narrow").isAccessible().fitsItsWidth();
                });
    }

    @Test
    void clickOnAPanelsOwnMargin_leavesItOpen_andOneBesideItClosesIt() {
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#add-mapping").click();
                    assertThat(screen.find("#pick-property")).isFocused();
                    var panel = screen.find("#panel").boundingBox();
                    screen.page().mouse().click(panel.x + 6, panel.y + 6);
                    assertThat(screen.find("#panel")).isVisible();

                    screen.page().mouse().click(panel.x - 4, panel.y + 40);

                    assertThat(screen.find("#panel")).not().isVisible();
                });
    }

    @Test
    void ruleChanged_isSavedAsTheNextVersion() {
        String id = made();
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#edit-" + id).click();
                    screen.find("#rule-ALWAYS_USE_HUBSPOT").click();
                    assertThat(screen.find(".examples")).containsText("Salesforce becomes ‘CTO’");
                    screen.isAccessible();
                    screen.find("#editor-save").click();

                    assertThat(screen.find("#row-" + id)).containsText("Always use HubSpot");
                    screen.find("#edit-" + id).click();
                    screen.find("#versions-head").press("Enter");
                    assertThat(screen.find("#versions li")).hasCount(2);
                    assertThat(screen.find("#versions li").first())
                            .containsText(Pattern.compile("Version 2 .*Always use HubSpot"));
                    screen.isAccessible();
                });
    }

    @Test
    void changedMeanwhile_isRefusedAndNothingIsLost() {
        String id = made();
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#edit-" + id).click();
                    screen.find("#rule-DONT_SYNC").click();
                    assertThat(screen.find("#fill-none")).hasCount(0);
                    api().send(
                                    "PUT",
                                    MAPPINGS + "/" + id,
                                    "{\"syncRule\": \"ALWAYS_USE_HUBSPOT\"}");
                    screen.find("#editor-save").click();

                    assertThat(screen.find(".refusal")).containsText("VERSION_CONFLICT");
                    assertThat(screen.find(".refusal")).containsText("somebody changed it");
                });
        assertThat(api().get(MAPPINGS + "/" + id).body().path("syncRule").asText())
                .isEqualTo("ALWAYS_USE_HUBSPOT");
    }

    private static void addToBeAligned(Screen screen) {
        screen.open(CONTACTS);
        screen.find("#add-mapping").click();
        screen.pick("property", PROPERTY);
        assertThat(screen.find("#choice")).containsText("What this rule does");
        screen.pick("field", FIELD);
        screen.find("#fill-align").click();
        assertThat(screen.find(".examples-aligned")).isVisible();
        screen.find("#editor-save").click();
    }

    @Test
    void align_showsItsPreviewBeforeAnythingIsWritten() {
        wide(
                screen -> {
                    addToBeAligned(screen);
                    assertThat(screen.find("#align .figures")).containsText("Records looked at");
                    screen.isAccessible().picture("align");
                    screen.find("#align-not").click();

                    assertThat(screen.find("#panel")).not().isVisible();
                });
        assertThat(api().get(MAPPINGS + "/" + id()).body().path("fill").asText()).isEqualTo("none");
    }

    @Test
    void align_writesWhatItsPreviewShowedOnceThatIsConfirmed() {
        Crms crms = new Crms(base);
        crms.untilLinked("100045");
        crms.putHubspot("100045", PROPERTY, "Aligned");
        wide(
                screen -> {
                    addToBeAligned(screen);
                    assertThat(screen.find("#align-now")).containsText("Write ");
                    assertThat(screen.find("#align .samples")).isVisible();
                    screen.isAccessible().fitsItsWidth().picture("align-confirm");
                    screen.find("#align-now").press("Enter");

                    assertThat(screen.find("#messages")).containsText("brought in step");
                    assertThat(screen.find("#panel")).not().isVisible();
                });
        assertThat(api().get(MAPPINGS + "/" + id()).body().path("fill").asText())
                .isEqualTo("align");
        crms.until("/api/journal?object=contact&hubspotId=100045", "\"value\":\"Aligned\"");
    }

    @Test
    void customMapping_isDeletedAfterAQuestion() {
        String id = made();
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#delete-" + id).click();
                    assertThat(screen.find("#panel-title")).hasText("Delete this mapping?");
                    screen.isAccessible();
                    screen.find("#delete-now").click();

                    assertThat(screen.find("#row-" + id)).hasCount(0);
                    assertThat(screen.find("#messages")).containsText("is deleted");
                });
    }

    @Test
    void standardMapping_saysWhyItStays() {
        wide(
                screen -> {
                    screen.open(CONTACTS);
                    screen.find("#delete-contact-email").click();
                    assertThat(screen.find("#panel-title")).hasText("A standard mapping stays");
                    screen.find("#to-edit").click();

                    assertThat(screen.find("#panel-title")).hasText("Edit mapping");
                });
    }
}
