/**
 * The governor: how many calls each CRM may still be sent, by all functions together, and who comes
 * first. Everybody that is about to call a CRM for many records asks {@link
 * io.crosswalk.budget.Governor} before; calls that nobody asked for are counted after.
 *
 * <p>Reading order: {@link io.crosswalk.budget.Lane}, {@link io.crosswalk.budget.Calls}, {@link
 * io.crosswalk.budget.Terms}, {@link io.crosswalk.budget.SharedBudget}, {@code Leasing}, {@code
 * Ledger}, {@code Lease}, {@code Untold}, {@link io.crosswalk.budget.Governor}; then {@code
 * DynamoBudgetStore} and the two call meters.
 *
 * <p>Invariant: what all processes were granted for three slots in a row is never more than the
 * lane's limit, whichever of them crash and whatever their clocks show.
 */
@NullMarked
package io.crosswalk.budget;

import org.jspecify.annotations.NullMarked;
