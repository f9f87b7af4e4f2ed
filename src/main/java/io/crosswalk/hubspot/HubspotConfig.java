package io.crosswalk.hubspot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is configured about the HubSpot portal and the app that Crosswalk is there. */
@ConfigMapping(prefix = "crosswalk.hubspot")
interface HubspotConfig {

    @WithDefault("https://api.hubapi.com")
    URI baseUrl();

    /** HubSpot turns {@code /oauth/v1/token} off in February 2027. */
    @WithDefault("/oauth/v3/token")
    String tokenPath();

    /** A private app's access token. Without it the three OAuth keys are used. */
    Optional<String> privateAppToken();

    Optional<String> clientId();

    Optional<String> clientSecret();

    Optional<String> refreshToken();

    /** The app's id; recognises our own changes in webhooks. */
    OptionalLong appId();

    /**
     * The account's time zone (Settings, Account Defaults), such as {@code Europe/Berlin}. Without
     * it days are those of UTC.
     */
    Optional<String> timeZone();

    /** From sending a request to the last byte of its answer. */
    @WithDefault("PT20S")
    Duration callTimeout();

    /** How long property definitions are kept in memory. */
    @WithDefault("PT5M")
    Duration metadataTtl();

    Webhook webhook();

    /** What concerns the webhooks that HubSpot sends. */
    interface Webhook {

        /**
         * The URL exactly as HubSpot calls it; a part of what it signs. Who takes the requests
         * reads it; without it here the key would be refused as unknown.
         */
        Optional<String> targetUrl();

        /** The app's client secrets, several while one is replaced; else {@code client-secret}. */
        Optional<List<String>> clientSecrets();

        /** Events of other portals are ignored. */
        OptionalLong portalId();

        /** The old signatures v1 and v2 carry no time, so that a request can be replayed. */
        @WithDefault("false")
        boolean acceptOldSignatures();
    }
}
