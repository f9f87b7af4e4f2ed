package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where neither CRM is connected yet, the console begins with what is left to do. */
@QuarkusTest
@TestProfile(EmptySystemTest.Unconnected.class)
class EmptySystemTest extends BrowserTest {
    /** As installed to watch first, before anybody has configured a login. */
    public static class Unconnected implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "crosswalk.sync.watch-only", "true",
                    "crosswalk.hubspot.client-id", "",
                    "crosswalk.hubspot.client-secret", "",
                    "crosswalk.hubspot.refresh-token", "",
                    "crosswalk.salesforce.client-id", "",
                    "crosswalk.salesforce.client-secret", "");
        }
    }

    @Test
    void emptySystem_greetsWithThreeStepsAndChecksThatRun() {
        wide(
                screen -> {
                    screen.open("/console/");

                    assertThat(screen.page()).hasURL(Pattern.compile(".*/console/setup"));
                    assertThat(screen.find("h1")).hasText("Welcome to Crosswalk");
                    assertThat(screen.find("header.page-head"))
                            .containsText("3 of 3 steps left until changed values follow");
                    assertThat(screen.find(".steps > li")).hasCount(3);
                    assertThat(screen.find("#check-HUBSPOT_CREDENTIALS"))
                            .containsText("crosswalk.hubspot.private-app-token");
                    screen.find("#run-SALESFORCE_CREDENTIALS").press("Enter");
                    assertThat(screen.find("#check-SALESFORCE_CREDENTIALS .chip"))
                            .containsText("To do");
                    screen.isAccessible().fitsItsWidth().picture("empty");
                });
        narrow(screen -> screen.open("/console/").isAccessible().fitsItsWidth());
    }

    @Test
    void mappingsOfAnEmptySystem_canBeSeenAndSayWhatIsMissing() {
        wide(
                screen -> {
                    screen.open("/console/objects/contact");

                    assertThat(screen.find("#row-contact-jobtitle")).containsText("jobtitle");
                    assertThat(screen.find(".notice.warning").last())
                            .containsText("Labels, types and statuses are missing until then");
                    screen.isAccessible().fitsItsWidth();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects/contact", "status"})
    void loginThatDoesNotWork_isToldInRedWherePeopleLook(String page) {
        wide(
                screen -> {
                    screen.open("/console/" + page);

                    assertThat(screen.find(".outage").first())
                            .containsText("until somebody mends this");
                    assertThat(screen.find(".outage").first())
                            .containsText("no credentials for HubSpot are configured");
                    assertThat(screen.find(".outage.issue")).hasCount(1);
                    screen.isAccessible().fitsItsWidth();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects/contact", "status", "problems"})
    void whereCrosswalkOnlyWatches_thePageSaysSo_andNotTheOpposite(String page) {
        wide(
                screen -> {
                    screen.open("/console/" + page);

                    assertThat(screen.find("#watching"))
                            .hasText(
                                    "Crosswalk only watches (crosswalk.sync.watch-only): nothing is"
                                            + " written.");
                    assertThat(screen.find("main")).not().containsText("follow within seconds");
                    assertThat(screen.find("main")).not().containsText("What still waits");
                });
    }
}
