package io.crosswalk.mapping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a mapping is paused because it would change too many records. */
@ConfigMapping(prefix = "crosswalk.breaker")
public interface BreakerConfig {

    /** Whether mappings are paused at all. Those that are paused stay so until released. */
    @WithDefault("true")
    boolean enabled();

    /** In what time records are counted; up to a sixth longer. */
    @WithDefault("PT1H")
    Duration window();

    /** Above this share of the object's linked records a mapping is paused. */
    @WithDefault("0.2")
    double share();

    /**
     * Below as many records a mapping is never paused. While nobody has counted the linked records
     * yet, this is all that counts.
     */
    @WithDefault("100")
    int records();

    /**
     * A function tells the others of as many writes of a mapping at once: fewer cost no call to
     * storage, and as many per function may be missing in the count.
     */
    @WithDefault("5")
    int countFrom();

    /**
     * How long after a release the held links are gone through once more: until then a sync may
     * still hold some back because it began before. Longer than a sync's turn.
     */
    @WithDefault("PT3M")
    Duration settledAfter();

    /** Links that one reconcile run lets look at again after a release. */
    @WithDefault("2000")
    int releasesMax();
}
