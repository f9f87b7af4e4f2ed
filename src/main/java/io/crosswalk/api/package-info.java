/**
 * The REST API under {@code /api}.
 *
 * <p>Reading order: {@link io.crosswalk.api.ObjectsResource}, {@link
 * io.crosswalk.api.MappingsResource}, {@link io.crosswalk.api.MetadataResource}, {@link
 * io.crosswalk.api.ConfigResource}, {@link io.crosswalk.api.JournalResource}, {@link
 * io.crosswalk.api.BackfillsResource}, {@link io.crosswalk.api.StatusResource}, {@link
 * io.crosswalk.api.Problem}; for requests {@code Parameters}, {@code Members} and {@code Trees}.
 *
 * <p>Invariant: lists answer {@code {"items":[…],"next":…}}; errors answer problem+json (RFC 9457)
 * with a stable {@code code}, and then nothing was changed. Parameters and bodies are read by hand,
 * so that what is not understood is refused.
 */
@NullMarked
package io.crosswalk.api;

import org.jspecify.annotations.NullMarked;
