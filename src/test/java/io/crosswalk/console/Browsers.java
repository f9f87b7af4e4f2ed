package io.crosswalk.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One browser for all tests: the one that {@code -Dcrosswalk.test.browser} or {@code
 * CROSSWALK_TEST_BROWSER} names, else Debian's, else Playwright's own.
 */
final class Browsers {
    private static final Path DEBIAN = Path.of("/usr/bin/chromium");

    /** A busy machine is slow, and no test waits for longer than it has to. */
    private static final double TIMEOUT_MILLIS = 30_000;

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** Started once; the process ends with the tests' own. */
    private static final class Started {
        static final Optional<Browser> BROWSER = start();
    }

    private Browsers() {}

    /** Empty where no browser can be started; why was printed then. */
    static Optional<Browser> one() {
        return Started.BROWSER;
    }

    private static Optional<Browser> start() {
        Playwright.CreateOptions create =
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try {
            BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setArgs(FLAGS);
            named().ifPresent(launch::setExecutablePath);
            Playwright playwright = Playwright.create(create);
            Browser browser = playwright.chromium().launch(launch);
            PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return Optional.of(browser);
        } catch (PlaywrightException e) {
            System.out.println(
                    "No browser, so the console is not tested in one. Install Debian's package"
                            + " 'chromium', or name another with -Dcrosswalk.test.browser=PATH. "
                            + e.getMessage().lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    private static Optional<Path> named() {
        String property = System.getProperty("crosswalk.test.browser");
        String named = property == null ? System.getenv("CROSSWALK_TEST_BROWSER") : property;
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Files.isExecutable(DEBIAN) ? Optional.of(DEBIAN) : Optional.empty();
    }
}
