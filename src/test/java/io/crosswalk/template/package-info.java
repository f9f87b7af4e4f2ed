/**
 * What {@code template.yaml} and {@code infra/} promise, held against the code: tables, functions,
 * permissions, environment, metrics.
 *
 * <p>Reading order: {@link io.crosswalk.template.Template}, {@link
 * io.crosswalk.template.StorageUse}, then the tests.
 */
@NullMarked
package io.crosswalk.template;

import org.jspecify.annotations.NullMarked;
