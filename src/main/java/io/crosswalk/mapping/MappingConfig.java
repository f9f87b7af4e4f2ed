package io.crosswalk.mapping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What a new installation starts with. */
@ConfigMapping(prefix = "crosswalk.mapping")
public interface MappingConfig {

    /**
     * Objects that sync until somebody chooses otherwise; contacts do in any case. Whoever deploys
     * beside HubSpot's own integration has not asked for more.
     */
    @WithDefault("contact")
    Set<String> syncedAtFirst();
}
