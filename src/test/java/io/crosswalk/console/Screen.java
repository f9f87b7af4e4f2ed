package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The console as a person has it before them, in a window of its own. */
final class Screen implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int TABS_MAX = 60;

    /**
     * What was refused or given up the console tells itself; that browser and htmx log it is no
     * fault.
     */
    private static final List<String> ANSWERED_WITH_AN_ERROR =
            List.of(
                    "Failed to load resource",
                    "Response Status Error Code",
                    // A later request takes the place of one that nobody waits for any more.
                    "htmx:afterRequest",
                    "htmx:sendAbort");

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> faults = new ArrayList<>();

    private Screen(BrowserContext context, URI base) {
        this.context = context;
        this.base = "http://localhost:" + base.getPort();
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        // The policy is heard of before anything of ours runs; violations name their directive.
        context.addInitScript(
                "addEventListener('securitypolicyviolation', e =>"
                        + " console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))");
        this.page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")
                            && ANSWERED_WITH_AN_ERROR.stream()
                                    .noneMatch(message.text()::startsWith)) {
                        faults.add(message.text());
                    }
                });
    }

    static Screen wide(Browser browser, URI base) {
        return new Screen(browser.newContext(sized(1280, 800)), base);
    }

    static Screen narrow(Browser browser, URI base) {
        return new Screen(browser.newContext(sized(390, 844).setHasTouch(true)), base);
    }

    static Screen dark(Browser browser, URI base) {
        return new Screen(
                browser.newContext(sized(1280, 800).setColorScheme(ColorScheme.DARK)), base);
    }

    private static Browser.NewContextOptions sized(int width, int height) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    Page page() {
        return page;
    }

    /** Shows a path of the console and waits until it stands there. */
    Screen open(String path) {
        page.navigate(base + path);
        return arrived();
    }

    /** Waits until nothing is being loaded. */
    Screen arrived() {
        page.waitForSelector("main:not([aria-busy])");
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Presses keys one after the other. */
    Screen press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Presses Tab until the element of this id has the focus. */
    Screen tabTo(String id) {
        for (int tabs = 0; tabs < TABS_MAX && !focused().equals(id); tabs++) {
            press("Tab");
        }
        assertThat(focused()).as("what Tab reached").isEqualTo(id);
        return this;
    }

    /** Chooses the first of what a picker finds. */
    Screen pick(String picker, String text) {
        find("#pick-" + picker).pressSequentially(text);
        PlaywrightAssertions.assertThat(find("#pick-" + picker + "-list [role=option]").first())
                .containsText(text);
        return press("ArrowDown", "Enter");
    }

    /** What has the focus: its id, or its text. */
    String focused() {
        return (String)
                page.evaluate(
                        "() => document.activeElement.id || document.activeElement.textContent.trim()");
    }

    /** axe-core's findings that keep people out: serious and critical ones. */
    Screen isAccessible() {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(axe());
        }
        Object found =
                page.evaluate(
                        "async () => (await axe.run(document, {resultTypes: ['violations']}))"
                                + ".violations.filter(v => ['serious', 'critical'].includes(v.impact))"
                                + ".flatMap(v => v.nodes.map(n => v.id + ': ' + n.html + ' '"
                                + " + n.failureSummary))");
        assertThat((List<?>) found).as("axe").isEmpty();
        return this;
    }

    /** Nothing sticks out to the right, whatever the machine's font, nor in larger letters. */
    Screen fitsItsWidth() {
        Fitting.check(page);
        return this;
    }

    /** The same in windows of all these widths, with texts as long as they may be. */
    Screen fitsWidths(int... widths) {
        Fitting.stretch(page);
        for (int width : widths) {
            page.setViewportSize(width, 800);
            Fitting.check(page);
        }
        return this;
    }

    Screen picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png"))
                        .setFullPage(false));
        return this;
    }

    /** A picture of the README, taken anew with {@code -Dscreenshots=true} only. */
    Screen documented(String name) {
        picture(name);
        if (Boolean.getBoolean("screenshots")) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("docs", "images", name + ".png")));
        }
        return this;
    }

    /** Fails if the page wrote an error, threw one, or broke its content security policy. */
    @Override
    public void close() {
        context.close();
        assertThat(faults).as("errors on the console's pages").isEmpty();
    }

    private static String axe() {
        try (InputStream in = Screen.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
