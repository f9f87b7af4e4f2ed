/**
 * HubSpot: its API as far as Crosswalk calls it, and the webhooks that it sends.
 *
 * <p>Knows HubSpot's paths, limits, error shapes and event fields; nothing of mappings or of
 * Salesforce. Read {@link io.crosswalk.hubspot.HubspotClient}, {@link
 * io.crosswalk.hubspot.HttpHubspotClient}, {@link io.crosswalk.hubspot.WebhookEvents}.
 *
 * <p>Invariant: every record that a call carried ends in exactly one outcome, and nothing in here
 * waits or repeats a call, but for one repeat with a new token after a 401, and for searches that
 * came too soon: up to five tries, a second apart.
 */
@NullMarked
package io.crosswalk.hubspot;

import org.jspecify.annotations.NullMarked;
