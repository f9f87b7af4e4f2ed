package io.crosswalk.functions;

import java.util.Map;

/**
 * A webhook as it came in.
 *
 * @param uri the whole URL as HubSpot called it
 * @param headers by lower-case name
 * @param body the bytes as received
 */
record WebhookRequest(String method, String uri, Map<String, String> headers, byte[] body) {}
