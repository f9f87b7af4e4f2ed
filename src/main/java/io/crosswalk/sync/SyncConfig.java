package io.crosswalk.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sync goes about its work. */
@ConfigMapping(prefix = "crosswalk.sync")
public interface SyncConfig {

    /**
     * How long one sync keeps a link to itself. Longer than the function's timeout, so that two
     * never work on the same link.
     */
    @WithDefault("PT90S")
    Duration turn();

    /**
     * How long HubSpot's search may hide a record that was made or changed: "a few moments" (search
     * guide). Before that, what it does not show is not believed to be missing.
     */
    @WithDefault("PT30S")
    Duration searchSettled();

    /** How long links of an object whose sync is off, or whose CRM has no metadata, wait. */
    @WithDefault("PT5M")
    Duration pause();

    /**
     * How often one field of one record may be set back within {@link #answersWindow} to what was
     * written there before, because somebody else has changed that. After that two systems quarrel
     * over it: it is left alone until a person says who is right. A write that nobody answers never
     * counts. Values that never come back count by their pace, from three times as many in a sixth
     * of the window. More than {@link io.crosswalk.records.RecentWrites#KEPT_MAX} is as many.
     */
    @WithDefault("12")
    int answersMax();

    /** Long enough for whoever answers once in a quarter of an hour. */
    @WithDefault("PT6H")
    Duration answersWindow();

    /**
     * Whether everything is looked at and decided, and nothing is written to a CRM: to see what
     * Crosswalk would do beside an integration that still does the work.
     */
    @WithDefault("false")
    boolean watchOnly();
}
