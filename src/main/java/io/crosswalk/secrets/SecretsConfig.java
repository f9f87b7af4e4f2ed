package io.crosswalk.secrets;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which secrets there are, by name or ARN. Where one is named, configured values do not count. */
@ConfigMapping(prefix = "crosswalk.secrets")
public interface SecretsConfig {

    /** The login to HubSpot, and what signs its webhooks. */
    Optional<String> hubspot();

    /** The login to Salesforce. */
    Optional<String> salesforce();

    /** The key of the fingerprints. */
    Optional<String> storage();
}
