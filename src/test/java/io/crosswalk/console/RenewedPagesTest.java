package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What renews itself. */
@QuarkusTest
class RenewedPagesTest extends BrowserTest {
    private static final String LIVE = "**/pages/status/live";
    private static final HasCountOptions SOON = new HasCountOptions().setTimeout(60_000);

    @Test
    void renewalThatFails_isSaidOnce_andNoMoreOnceItWorksAgain() {
        wide(
                screen -> {
                    screen.open("/console/status");
                    screen.page()
                            .route(
                                    LIVE,
                                    route -> route.fulfill(new FulfillOptions().setStatus(503)));
                    assertThat(screen.find("#messages .refused")).hasCount(1, SOON);
                    screen.page().waitForResponse(LIVE, () -> {});
                    screen.page().waitForResponse(LIVE, () -> {});

                    assertThat(screen.find("#messages .refused")).hasCount(1);
                    screen.page().unroute(LIVE);
                    assertThat(screen.find("#messages .refused")).hasCount(0, SOON);
                });
    }
}
