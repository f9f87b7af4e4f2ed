package io.crosswalk.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who may call the HTTP server. */
@ConfigMapping(prefix = "crosswalk.http")
interface HttpConfig {
    /**
     * The names, without a port, under which the server may be called. It listens on loopback, so a
     * request for any other name comes from a page whose name was made to point here.
     */
    @WithDefault("localhost,127.0.0.1,[::1]")
    Set<String> hosts();
}
