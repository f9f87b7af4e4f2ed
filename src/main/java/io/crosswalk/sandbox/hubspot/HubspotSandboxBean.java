package io.crosswalk.sandbox.hubspot;

import io.crosswalk.sandbox.Dataset;
import io.crosswalk.sandbox.SandboxFeed;
import io.crosswalk.sandbox.SandboxRoutes;
import io.crosswalk.sandbox.hubspot.HubspotSettings.App;
import io.crosswalk.sandbox.hubspot.HubspotSettings.EventStyle;
import io.crosswalk.sandbox.hubspot.HubspotSettings.Limits;
import io.crosswalk.sandbox.hubspot.HubspotSettings.Subscriptions;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.LaunchMode;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The portal behind {@code /sandbox/hubspot} of the product's own HTTP server, filled with {@link
 * Dataset}. Everything has a default; see the keys below.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class HubspotSandboxBean {
    private static final String BASE_PATH = "/sandbox/hubspot";
    private static final String PREFIX = "crosswalk.sandbox.hubspot.";

    void routes(@Observes Router router, HubspotSandbox sandbox) {
        SandboxRoutes.mount(router, BASE_PATH, sandbox::handle);
    }

    @Produces
    @Singleton
    @IfBuildProfile(anyOf = {"dev", "test"})
    HubspotSandbox sandbox(Config config, SandboxFeed feed) {
        long seed = number(config, "crosswalk.sandbox.seed", 1);
        HubspotSandbox sandbox = new HubspotSandbox(Clock.systemUTC(), seed, settings(config));
        String salesforceIds = text(config, "salesforce-ids", "writable");
        if (!salesforceIds.equals("writable")) {
            sandbox.withoutSalesforceIds(salesforceIds.equals("read-only"));
        }
        sandbox.load(
                Dataset.generate(
                                seed,
                                (int) number(config, "crosswalk.sandbox.contacts", 200),
                                (int) number(config, "crosswalk.sandbox.companies", 60),
                                (int) number(config, "crosswalk.sandbox.deals", 80))
                        .hubspot());
        sandbox.onChange(feed::tell);
        return sandbox;
    }

    static HubspotSettings settings(Config config) {
        HubspotSettings defaults = HubspotSettings.defaults();
        String target = text(config, "webhook-target", defaultTarget(config));
        return new HubspotSettings(
                new App(
                        number(config, PREFIX + "portal-id", defaults.app().portalId()),
                        number(config, PREFIX + "app-id", defaults.app().appId()),
                        text(config, "client-id", defaults.app().clientId()),
                        text(config, "client-secret", defaults.app().clientSecret()),
                        text(config, "refresh-token", defaults.app().refreshToken()),
                        text(config, "private-token", defaults.app().privateToken())),
                new Subscriptions(
                        target,
                        text(config, "webhook-signed-uri", target),
                        EventStyle.valueOf(text(config, "webhook-style", "LEGACY")),
                        names(text(config, "webhook-properties", "")),
                        Duration.ofMillis(number(config, PREFIX + "webhook-window-millis", 50)),
                        Duration.ofMillis(number(config, PREFIX + "webhook-retry-millis", 1_000))),
                new Limits(
                        config.getOptionalValue(PREFIX + "limits", Boolean.class).orElse(true),
                        (int) number(config, PREFIX + "limit-ten-secondly", 190),
                        (int) number(config, PREFIX + "limit-daily", 650_000),
                        (int) number(config, PREFIX + "limit-search-secondly", 5)));
    }

    private static String defaultTarget(Config config) {
        boolean test = LaunchMode.current() == LaunchMode.TEST;
        String key = test ? "quarkus.http.test-port" : "quarkus.http.port";
        return "http://localhost:" + number(config, key, test ? 8081 : 8080) + "/webhooks/hubspot";
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The word {@code none} is an empty text, which configuration cannot hold. */
    private static String text(Config config, String key, String otherwise) {
        String text = config.getOptionalValue(PREFIX + key, String.class).orElse(otherwise);
        return text.equals("none") ? "" : text;
    }

    private static long number(Config config, String key, long otherwise) {
        return config.getOptionalValue(key, Long.class).orElse(otherwise);
    }
}
