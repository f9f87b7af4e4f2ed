package io.crosswalk.console;

import com.microsoft.playwright.Browser;
import io.crosswalk.journey.Http;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** What the tests in a browser share. Without a browser they are skipped. */
abstract class BrowserTest {
    @TestHTTPResource("/")
    URI base;

    private Browser browser;

    @BeforeEach
    void startBrowser() {
        Assumptions.assumeTrue(Browsers.one().isPresent(), "there is no browser");
        browser = Browsers.one().get();
    }

    void wide(Consumer<Screen> use) {
        try (Screen screen = Screen.wide(browser, base)) {
            use.accept(screen);
        }
    }

    void narrow(Consumer<Screen> use) {
        try (Screen screen = Screen.narrow(browser, base)) {
            use.accept(screen);
        }
    }

    void dark(Consumer<Screen> use) {
        try (Screen screen = Screen.dark(browser, base)) {
            use.accept(screen);
        }
    }

    Http api() {
        return new Http("http://localhost:" + base.getPort());
    }
}
