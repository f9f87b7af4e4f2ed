/**
 * Catching up with what no hint told of, and driving again what stayed due. Only marks links due;
 * it never writes to a CRM.
 *
 * <p>Reading order: {@link io.crosswalk.reconcile.Reconcile}, {@code HubspotCatchUp}, {@code
 * SalesforceCatchUp}, {@code Differences}, {@code Cursors}.
 *
 * <p>Invariant: a cursor moves only after everything up to it was marked.
 */
@NullMarked
package io.crosswalk.reconcile;

import org.jspecify.annotations.NullMarked;
