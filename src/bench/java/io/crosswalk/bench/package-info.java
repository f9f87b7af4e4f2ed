/**
 * Measurements of the product's own code, for docs/performance.md. Each prints its figure and the
 * floor or the peer beside it, from one run.
 *
 * <p>Reading order: {@link io.crosswalk.bench.Figures}, then one class per figure. Commands that
 * need a whole process and no code of ours stand beside this folder, one file each.
 */
@NullMarked
package io.crosswalk.bench;

import org.jspecify.annotations.NullMarked;
