package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A status opens a panel that says what happened, and mends it where a button can. */
@QuarkusTest
class StatusPanelTest extends BrowserTest {
    @Test
    void missingOptions_areRefreshedByAButton() {
        wide(
                screen -> {
                    screen.open("/console/objects/contact?search=leadsource");
                    screen.find("#status-contact-leadsource").click();
                    assertThat(screen.find("#panel")).containsText("HUBSPOT_OPTIONS_MISSING");
                    screen.isAccessible().picture("status");
                    screen.find("#mend-refresh").click();

                    assertThat(screen.find("#panel .finding")).hasCount(0);
                    assertThat(screen.find("#panel [role=status]"))
                            .containsText("leadsource has new options");
                    assertThat(screen.find("#messages")).containsText("leadsource has new options");
                    assertThat(screen.find("#status-contact-leadsource")).containsText("OK");
                });
    }

    @Test
    void okMapping_saysSoAndCanBeCheckedAgain() {
        dark(
                screen -> {
                    screen.open("/console/objects/contact?search=jobtitle");
                    screen.find("#status-contact-jobtitle").click();
                    assertThat(screen.find("#panel"))
                            .containsText("Property and field fit each other");
                    screen.isAccessible();
                    screen.find("#mend-check").click();

                    assertThat(screen.find("#messages"))
                            .containsText("Checked against what both CRMs say now");
                });
    }
}
