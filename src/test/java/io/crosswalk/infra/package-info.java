/**
 * The scripts in {@code infra/}, run as people run them: against a pretended AWS CLI and a server
 * on loopback.
 */
@NullMarked
package io.crosswalk.infra;

import org.jspecify.annotations.NullMarked;
