/**
 * Both CRMs, simulated over HTTP in dev mode and tests; never part of a deployed function.
 *
 * <p>Knows what the CRMs document about themselves, and nothing of Crosswalk. Read {@link
 * io.crosswalk.sandbox.SandboxRequest}, {@link io.crosswalk.sandbox.SandboxResponse}, {@link
 * io.crosswalk.sandbox.Dataset}, then the two packages below.
 *
 * <p>Invariant: no code is shared with the product, because what is shared with the thing under
 * test cannot find its bugs.
 */
@NullMarked
package io.crosswalk.sandbox;

import org.jspecify.annotations.NullMarked;
