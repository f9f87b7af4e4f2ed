/**
 * Knows what a value means and which side wins: values, types, conversions, sync rules, decisions.
 *
 * <p>Read {@link io.crosswalk.rules.SyncRule}, {@link io.crosswalk.rules.Evaluator} and {@link
 * io.crosswalk.rules.Decision} first, then {@link io.crosswalk.rules.TypeMatrix}, {@link
 * io.crosswalk.rules.Canonical} and {@link io.crosswalk.rules.Conversion}.
 *
 * <p>Invariant: everything here is a pure, total function of its arguments: no I/O, no clock, no
 * framework, no exception for whatever text a CRM sends. docs/semantics.md is the specification.
 */
@NullMarked
package io.crosswalk.rules;

import org.jspecify.annotations.NullMarked;
