/**
 * The whole engine in one thread under one seed: production classes between in-memory ends.
 *
 * <p>Reading order: {@code Simulation}, {@code Schedule}, {@code World}, {@code Checkers}, then the
 * ends ({@code SimulatedHubspot}, {@code SimulatedSalesforce}, {@code InMemoryRecordStore}).
 *
 * <p>Invariant: nothing here reads a clock, a random source or a hash order other than the run's
 * own, so a seed replays byte for byte. {@code Checkers} know the specification and no engine
 * class.
 */
@NullMarked
package io.crosswalk.simulation;

import org.jspecify.annotations.NullMarked;
