package io.crosswalk.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How drift is counted, and how links are looked at that nothing told of. */
@ConfigMapping(prefix = "crosswalk.drift")
public interface DriftConfig {

    /** How often a sweep over an object's links starts at most. */
    @WithDefault("PT15M")
    Duration every();

    /** Pages of 1,000 links that one reconcile run counts per object; the next run goes on. */
    @WithDefault("20")
    int pagesMax();

    /**
     * In what time both sides of every link of an object are read once, whether or not anything
     * told of a change; PT0S turns it off. Where nothing has changed it costs a call to each CRM a
     * run, and one more to HubSpot per 100 links.
     */
    @WithDefault("P1D")
    Duration auditPeriod();

    /** Links of an object that one reconcile run reads for the audit at most. */
    @WithDefault("2000")
    int auditMax();
}
