/**
 * The only code that decides and writes: takes links that are due, reads both sides as they are
 * now, compares them with the base, writes, acknowledges.
 *
 * <p>Reading order: {@link io.crosswalk.sync.SyncBatch}, {@code LinkedSync}, {@code Observation},
 * {@code FieldTable}, {@code LinkDecisions}, {@code Breaker}, {@code Committing}, {@code Writes},
 * {@code Settlement}, {@code RecordProblems}; for edits between a look and its write {@code
 * UnseenEdits}, {@code ToldEdits}; for records without a partner {@code Linking}, {@code
 * FieldMatching}, {@code Creating}, {@code Waiters}, {@code Departures}.
 *
 * <p>Invariant: intent, then journal, then the CRM, then the acknowledgement. Whatever stops in
 * between, the link stays due and the next look recognises what was written.
 */
@NullMarked
package io.crosswalk.sync;

import org.jspecify.annotations.NullMarked;
