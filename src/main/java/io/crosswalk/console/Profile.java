package io.crosswalk.console;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the console runs. */
@ApplicationScoped
class Profile {

    /** Whether the two CRMs are simulated by this process, as in dev mode and in tests. */
    boolean isSimulated() {
        return LaunchMode.current() != LaunchMode.NORMAL;
    }
}
