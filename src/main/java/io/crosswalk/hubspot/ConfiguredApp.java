package io.crosswalk.hubspot;

import java.util.OptionalLong;

/**
 * The account and the app that the configuration names; both may be left out.
 *
 * @param portalId whose webhooks are taken
 * @param appId whose changes are taken for our own
 */
public record ConfiguredApp(OptionalLong portalId, OptionalLong appId) {}
