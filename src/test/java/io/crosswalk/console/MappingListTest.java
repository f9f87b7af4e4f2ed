package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of mappings, as people see it. */
@QuarkusTest
class MappingListTest {
    @TestHTTPResource("/")
    URI base;

    private Browser browser;

    @BeforeEach
    void browser() {
        Assumptions.assumeTrue(Browsers.one().isPresent(), "no browser");
        browser = Browsers.one().get();
    }

    @Test
    void list_showsMappingsWithLabels() {
        try (Screen screen = Screen.wide(browser, base)) {
            screen.open("/console/").documented("mappings").isAccessible().fitsItsWidth();

            assertThat(screen.page()).hasTitle("Contacts · Crosswalk");
            assertThat(screen.find("#row-contact-jobtitle")).containsText("Job Title");
        }
    }

    @Test
    void narrow() {
        try (Screen screen = Screen.narrow(browser, base)) {
            screen.open("/console/").picture("mappings-narrow").isAccessible().fitsItsWidth();
        }
    }

    @Test
    void dark() {
        try (Screen screen = Screen.dark(browser, base)) {
            screen.open("/console/").picture("mappings-dark").isAccessible();
        }
    }
}
