package io.crosswalk.sandbox.hubspot;

/**
 * Who made a change, as property history and webhooks tell it.
 *
 * @param type {@code CRM_UI}, {@code INTEGRATION}, {@code IMPORT}
 * @param id {@code userId:...}, or an app's id
 */
record Source(String type, String id) {}
