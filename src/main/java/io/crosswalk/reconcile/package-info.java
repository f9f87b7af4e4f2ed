/**
 * Catching up with what no hint told of, and driving again what stayed due; mapping health; drift
 * as a figure. Only marks links due; it never writes to a CRM.
 *
 * <p>Reading order: {@link io.crosswalk.reconcile.Reconcile}, {@link
 * io.crosswalk.reconcile.CatchUp}, {@code HubspotCatchUp}, {@code SalesforceCatchUp}, {@code
 * Differences}, {@code Cursors}; {@link io.crosswalk.reconcile.HealthCheck}, {@code HealthRetries},
 * {@code RetryAll}; {@code BreakerRelease}, {@code HeldLinks}, {@code DriftSweep}, {@code
 * LinkAudit}, {@code UntoldChanges}.
 *
 * <p>Invariant: a cursor moves only after everything up to it was marked.
 */
@NullMarked
package io.crosswalk.reconcile;

import org.jspecify.annotations.NullMarked;
