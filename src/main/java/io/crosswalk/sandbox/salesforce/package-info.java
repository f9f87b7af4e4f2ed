/**
 * Salesforce, simulated: REST API, SOQL, describes, OAuth and change events, with faults on
 * request.
 *
 * <p>Knows Salesforce's documents (REST API, SOQL, Change Data Capture, Event Relay) and nothing of
 * Crosswalk. Read {@link io.crosswalk.sandbox.salesforce.SalesforceSandbox}, then {@code RestApi}
 * and what it calls; {@code Transaction} for writing, {@code ChangeEvents} and {@code EventQueue}
 * for what goes out.
 *
 * <p>Invariant: everything happens under the sandbox's one lock, and the same calls at the same
 * times with the same seed give the same answers and events.
 */
@NullMarked
package io.crosswalk.sandbox.salesforce;

import org.jspecify.annotations.NullMarked;
