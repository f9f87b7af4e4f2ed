/**
 * Secrets as they are kept outside of the code and its configuration: read from AWS Secrets
 * Manager, kept for minutes, read again when somebody refuses them.
 *
 * <p>Reading order: {@link io.crosswalk.secrets.SecretVault}, {@link io.crosswalk.secrets.Secret},
 * {@link io.crosswalk.secrets.KeptSecret}, {@link io.crosswalk.secrets.Secrets}. What the members
 * mean is known where they are used: in {@code hubspot}, {@code salesforce} and {@code records}.
 *
 * <p>Invariant: no text of this package, and no exception that it throws, holds a secret's value.
 */
@NullMarked
package io.crosswalk.secrets;

import org.jspecify.annotations.NullMarked;
