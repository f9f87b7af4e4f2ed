package io.crosswalk.backfill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs go about their work. */
@ConfigMapping(prefix = "crosswalk.backfill")
public interface BackfillConfig {

    /** A run marks no more while this many of its links are due, so that edits are not drowned. */
    @WithDefault("2000")
    int dueMax();

    /** Links that are marked at a time; one save of the run each. At most 1,000. */
    @WithDefault("200")
    int markedAtATime();

    /** Links that are previewed at a time. */
    @WithDefault("100")
    int previewedAtATime();

    /** How long one call works on all runs; shorter than the function's timeout. */
    @WithDefault("PT20S")
    Duration workFor();

    /** Runs that have not ended, at most. */
    @WithDefault("10")
    int openMax();

    /** How long sample values are kept, and a preview may still be run. */
    @WithDefault("P1D")
    Duration previewKept();

    /** A run whose CRM is away for so long fails. */
    @WithDefault("PT12H")
    Duration patience();
}
