package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.BreakerStore;
import io.crosswalk.records.MassChange;
import io.crosswalk.rules.Side;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mapping that was paused before it changed too many records writes again by a button. */
@QuarkusTest
class ReleaseTest extends BrowserTest {
    @Inject BreakerStore breaker;

    private String mapping = "";

    private void pause(String mapping) {
        this.mapping = mapping;
        MassChange why =
                new MassChange(Instant.now(), Side.SALESFORCE, 120, 3, 150L, Duration.ofHours(1));
        assertThat(breaker.pause("contact", mapping, why)).isTrue();
        api().send("POST", "/api/objects/contact/health-check", "");
    }

    private boolean paused() {
        return breaker.of("contact").stream()
                .anyMatch(it -> it.mappingId().equals(mapping) && it.paused() != null);
    }

    @AfterEach
    void writesAgain() {
        if (paused()) {
            api().send("POST", "/api/objects/contact/mappings/" + mapping + "/release", "");
        }
    }

    @Test
    void problem_asksAndThenReleases() {
        pause("contact-city");
        wide(
                screen -> {
                    screen.open("/console/problems?object=contact&code=MASS_CHANGE");
                    screen.find("#act-contact_contact-city_MASS_CHANGE").press("Enter");
                    assertThat(screen.find("#panel-title")).isFocused();
                    assertThat(screen.find("#panel")).containsText("Let the mapping write again?");
                    screen.isAccessible().fitsItsWidth();
                    screen.find("#panel [data-close]").press("Enter");
                    assertThat(screen.find("#panel")).not().isVisible();
                    assertThat(paused()).isTrue();
                    screen.find("#act-contact_contact-city_MASS_CHANGE").press("Enter");
                    screen.find("#panel button[type=submit]").press("Enter");

                    assertThat(screen.find("#messages")).containsText("The problem is closed");
                    assertThat(screen.find("#act-contact_contact-city_MASS_CHANGE")).hasCount(0);
                });
        assertThat(paused()).isFalse();
    }

    @Test
    void status_releasesFromItsPanel() {
        pause("contact-state");
        narrow(
                screen -> {
                    screen.open("/console/objects/contact?status=issue&search=state");
                    screen.find("#status-contact-state").click();
                    assertThat(screen.find("#panel")).containsText("MASS_CHANGE");
                    screen.isAccessible().fitsItsWidth();
                    screen.find("#mend-release").click();

                    assertThat(screen.find("#messages")).containsText("The mapping writes again");
                    assertThat(screen.find("#mend-release")).hasCount(0);
                });
        assertThat(paused()).isFalse();
    }
}
