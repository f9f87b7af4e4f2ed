package io.crosswalk.sandbox.hubspot;

import java.time.Duration;
import java.util.Set;

/** What the simulated portal and the app that is installed in it are set to. */
public record HubspotSettings(App app, Subscriptions webhooks, Limits limits) {
    /**
     * The app under test.
     *
     * @param privateToken an access token that never expires
     */
    public record App(
            long portalId,
            long appId,
            String clientId,
            String clientSecret,
            String refreshToken,
            String privateToken) {}

    /** How events are named. */
    public enum EventStyle {
        /** {@code subscriptionType: contact.propertyChange}. */
        LEGACY,
        /** {@code subscriptionType: object.propertyChange} with {@code objectTypeId}. */
        GENERIC,
        /** {@code eventType: contact.propertyChange}, as HubSpot's guide has it. */
        EVENT_TYPE_ONLY
    }

    /**
     * @param target where batches are sent; empty sends none
     * @param signedUri what the signature is made over; HubSpot signs the target
     * @param properties {@code contact.email}; empty for every property that can be subscribed to
     * @param window how long events are collected before a batch is sent
     * @param retryBase delay before the first retry, doubled at each further one, halved to
     *     1.5-fold at random
     */
    public record Subscriptions(
            String target,
            String signedUri,
            EventStyle style,
            Set<String> properties,
            Duration window,
            Duration retryBase) {}

    /**
     * Limits of the app under test; nobody else has any.
     *
     * @param tenSecondly calls within any ten seconds
     * @param daily calls per UTC day
     * @param searchSecondly searches within any second
     */
    public record Limits(boolean on, int tenSecondly, int daily, int searchSecondly) {}

    public static HubspotSettings defaults() {
        String target = "http://localhost:8080/webhooks/hubspot";
        return new HubspotSettings(
                new App(
                        4_242_001L,
                        7_001L,
                        "crosswalk-app",
                        "sandbox-client-secret",
                        "sandbox-refresh-token",
                        "pat-crosswalk"),
                new Subscriptions(
                        target,
                        target,
                        EventStyle.LEGACY,
                        Set.of(),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(1)),
                new Limits(true, 190, 650_000, 5));
    }

    public HubspotSettings with(App newApp) {
        return new HubspotSettings(newApp, webhooks, limits);
    }

    public HubspotSettings with(Subscriptions newWebhooks) {
        return new HubspotSettings(app, newWebhooks, limits);
    }

    public HubspotSettings with(Limits newLimits) {
        return new HubspotSettings(app, webhooks, newLimits);
    }
}
