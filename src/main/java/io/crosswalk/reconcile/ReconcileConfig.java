package io.crosswalk.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reconcile goes about its work. */
@ConfigMapping(prefix = "crosswalk.reconcile")
public interface ReconcileConfig {

    /**
     * How far before its cursor a run looks again: HubSpot's search shows changes late, and both
     * CRMs' stamps are coarse.
     */
    @WithDefault("PT5M")
    Duration overlap();

    /** How long a due link is left to the stream before it is driven again. */
    @WithDefault("PT2M")
    Duration redriveAfter();

    /** Pages per object and side in one run; the next run goes on at the cursor. */
    @WithDefault("50")
    int pagesMax();
}
