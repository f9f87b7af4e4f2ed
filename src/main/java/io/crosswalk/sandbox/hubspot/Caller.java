package io.crosswalk.sandbox.hubspot;

/**
 * Who calls.
 *
 * @param app whether it is the app under test: limits, faults and its own count apply
 * @param oauth whether it came with an OAuth access token, not with a private app's
 */
record Caller(Source source, boolean app, boolean oauth) {}
