/**
 * Salesforce: its REST API as far as Crosswalk calls it, and the change events that it sends.
 *
 * <p>Knows Salesforce's paths, limits, error codes and event headers; nothing of mappings or of
 * HubSpot. Read {@link io.crosswalk.salesforce.SalesforceClient}, {@link
 * io.crosswalk.salesforce.HttpSalesforceClient}, {@link io.crosswalk.salesforce.ChangeEvents}.
 *
 * <p>Invariant: every record that a call carried ends in exactly one outcome, no value reaches a
 * query but through {@link io.crosswalk.salesforce.SoqlLiteral}, and nothing in here waits or
 * repeats a call, but for the one repeat with a new session after a 401.
 */
@NullMarked
package io.crosswalk.salesforce;

import org.jspecify.annotations.NullMarked;
