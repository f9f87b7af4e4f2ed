/**
 * The Lambda entry points: one class a function, an event in, one call, an answer out.
 *
 * <p>Reading order: {@link io.crosswalk.functions.HubspotWebhookFunction}, {@link
 * io.crosswalk.functions.SalesforceChangeFunction}, {@link io.crosswalk.functions.SyncFunction},
 * {@link io.crosswalk.functions.ReconcileFunction}, {@link io.crosswalk.functions.ApiFunction}; for
 * figures {@link io.crosswalk.functions.Metric}, for logs {@code ChangeLog}.
 *
 * <p>Invariant: an event is answered well only when what it tells is stored.
 */
@NullMarked
package io.crosswalk.functions;

import org.jspecify.annotations.NullMarked;
