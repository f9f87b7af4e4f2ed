package io.crosswalk.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a link waits before the next try: growing, spread, bounded. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration MAX = Duration.ofMinutes(30);
    private static final int DOUBLINGS_MAX = 10;
    private static final Duration SPREAD_MIN = Duration.ofSeconds(1);
    private static final Duration SPREAD_MAX = Duration.ofMinutes(1);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** A wait that is nobody's failure, a bit longer for each. */
    Duration spread(Duration wait) {
        Duration half = wait.dividedBy(2);
        Duration more = half.compareTo(SPREAD_MAX) > 0 ? SPREAD_MAX : half.plus(SPREAD_MIN);
        return wait.plusMillis((long) (more.toMillis() * random.nextDouble()));
    }

    /**
     * @param attempts how often it failed in a row before
     * @param atLeast what the CRM asked for
     */
    Duration delay(int attempts, Duration atLeast) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        Duration bounded = grown.compareTo(MAX) > 0 ? MAX : grown;
        Duration wanted = bounded.compareTo(atLeast) > 0 ? bounded : atLeast;
        // Up to a half more, so that what failed together does not come back together.
        return wanted.plusMillis((long) (wanted.toMillis() * 0.5 * random.nextDouble()));
    }
}
