package io.crosswalk.hubspot;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Where and how HubSpot is called; no secrets.
 *
 * @param baseUrl without a slash at its end; a path is kept as a prefix
 * @param tokenPath the OAuth token endpoint's path, with a leading slash
 * @param callTimeout from sending a request to the last byte of its answer
 * @param metadataTtl how long property definitions are kept in memory
 * @param appId our app; without it no change is known to be ours
 */
public record HubspotSettings(
        URI baseUrl,
        String tokenPath,
        Duration callTimeout,
        Duration metadataTtl,
        OptionalLong appId) {

    public HubspotSettings {
        String text = baseUrl.toString();
        if (text.endsWith("/")) {
            baseUrl = URI.create(text.substring(0, text.length() - 1));
        }
    }

    static HubspotSettings of(HubspotConfig config) {
        return new HubspotSettings(
                config.baseUrl(),
                config.tokenPath(),
                config.callTimeout(),
                config.metadataTtl(),
                config.appId());
    }
}
