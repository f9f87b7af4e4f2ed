/**
 * The REST API under {@code /api}.
 *
 * <p>Reading order: {@link io.crosswalk.api.ObjectsResource}, {@link
 * io.crosswalk.api.JournalResource}, {@link io.crosswalk.api.Problem}.
 *
 * <p>Invariant: lists answer {@code {"items":[…],"next":…}}; errors answer problem+json (RFC 9457)
 * with a stable {@code code}, and then nothing was changed.
 */
@NullMarked
package io.crosswalk.api;

import org.jspecify.annotations.NullMarked;
