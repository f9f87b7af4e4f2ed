package io.crosswalk.sandbox.hubspot;

import java.util.Map;

/**
 * A batch of events to be POSTed within 5 seconds; whoever sends it reports the outcome by {@link
 * HubspotSandbox#delivered}.
 *
 * @param id the batch; the same at every attempt
 * @param headers signatures and content type
 * @param body a JSON array of 1 to 100 events, which is signed byte by byte
 */
public record WebhookDelivery(
        long id, String target, Map<String, String> headers, byte[] body, int attemptNumber) {}
