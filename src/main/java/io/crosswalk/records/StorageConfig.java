package io.crosswalk.records;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where things are kept. */
@ConfigMapping(prefix = "crosswalk.storage")
public interface StorageConfig {

    @WithDefault("crosswalk-configuration")
    String configurationTable();

    @WithDefault("crosswalk-records")
    String recordsTable();

    @WithDefault("crosswalk-journal")
    String journalTable();

    @WithDefault("crosswalk-problems")
    String problemsTable();

    /** How long journal entries are kept. */
    @WithDefault("P400D")
    Duration journalRetention();

    /** Whether the journal keeps fingerprints instead of values. */
    @WithDefault("false")
    boolean journalHashesOnly();

    /** The key of the bases' fingerprints, 16 bytes or more. Secret; deployed, a secret has it. */
    Optional<String> fingerprintKey();
}
