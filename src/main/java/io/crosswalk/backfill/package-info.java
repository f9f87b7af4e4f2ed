/**
 * Runs: backfills, and the taking back of writes. A person asks, sees a preview, lets it run. A run
 * only marks links due and notes on them what is asked; {@code sync} decides and writes.
 *
 * <p>Reading order: {@link io.crosswalk.backfill.Run}, {@link io.crosswalk.backfill.RunState},
 * {@link io.crosswalk.backfill.RunOrder}, {@link io.crosswalk.backfill.Runs}, {@code RunChecks},
 * {@code UndoChecks}, {@link io.crosswalk.backfill.RunAdvance}, {@code Previewing}, {@code
 * Marking}, {@code RunSources}, {@link io.crosswalk.backfill.RunStore}.
 *
 * <p>Invariant: a cursor is stored after what it covers was done, and on condition of the version
 * that it was read at; so a run that stops anywhere goes on where it was, and repeats a page at
 * most.
 */
@NullMarked
package io.crosswalk.backfill;

import org.jspecify.annotations.NullMarked;
