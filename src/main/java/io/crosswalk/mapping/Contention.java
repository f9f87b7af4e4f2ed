package io.crosswalk.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tries a change again for as long as others are faster, but not for ever. */
@ApplicationScoped
public class Contention {
    private static final int TRIES_MAX = 20;
    private static final long FIRST_WAIT_MILLIS = 4;
    private static final long WAIT_MAX_MILLIS = 200;

    private final RandomGenerator random;

    public Contention(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param what is changed, for people
     * @param change loads, checks and saves; null if others were faster
     * @throws Refusal {@link RefusalCode#CHANGED_TOO_OFTEN}, and whatever the change refuses
     */
    <T> T untilSaved(String what, Supplier<@Nullable T> change) {
        long wait = FIRST_WAIT_MILLIS;
        for (int i = 0; i < TRIES_MAX; i++) {
            T done = change.get();
            if (done != null) {
                return done;
            }
            // Those who lost together do not come back together.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + random.nextLong(wait)));
            wait = Math.min(WAIT_MAX_MILLIS, wait * 2);
        }
        throw new Refusal(
                RefusalCode.CHANGED_TOO_OFTEN,
                "Others changed "
                        + what
                        + " "
                        + TRIES_MAX
                        + " times while this change was checked. Nothing was changed. Send it again.");
    }
}
