package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A record that is gone in HubSpot is forgotten on its page. */
@QuarkusTest
class ForgettingTest extends BrowserTest {

    @Test
    void recordThatIsGoneInHubspot_isForgottenOnceThatWasAskedTwice() {
        Crms crms = new Crms(base);
        crms.untilLinked("100047");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100047");
                    assertThat(screen.find("#forget")).hasCount(0);
                });
        crms.delete("/sandbox/hubspot/crm/v3/objects/contacts/100047");
        crms.until("/api/problems?object=contact&hubspotId=100047", "RECORD_GONE");
        wide(
                screen -> {
                    screen.open("/console/records/contact/100047");
                    screen.find("#forget").press("Enter");
                    assertThat(screen.find("#panel-title")).hasText("Forget it for good?");
                    screen.isAccessible().fitsItsWidth();
                    screen.find("#forget-now").press("Enter");

                    assertThat(screen.find("#messages")).containsText("forgotten within moments");
                });
        crms.until("/api/links/contact/100047", "\"salesforceId\":null");
    }
}
