package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.budget.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the scheduled check asks for calls, and for how many. */
class HealthCheckTest {
    private final SettableClock clock = new SettableClock();
    private final Turns turns = new Turns();
    private final Refusing calls = new Refusing();
    private final HealthCheck check =
            new HealthCheck(
                    new FixedMappings(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    turns,
                    null,
                    null,
                    calls,
                    Shipped.config(ReconcileConfig.class),
                    clock);

    @Test
    void checkedALittleAgo_noCallsAreAskedFor() {
        turns.at = clock.instant();
        clock.pass(Duration.ofMinutes(4));

        check.run();

        assertThat(calls.asked).isEmpty();
    }

    @Test
    void timeToCheck_callsForMetadataAndPeopleAreAskedForAndTheTurnIsNotTakenWithoutThem() {
        turns.at = clock.instant();
        clock.pass(Duration.ofMinutes(5));

        check.run();

        assertThat(calls.asked).containsExactly(new Calls(6, 0, 2));
        assertThat(turns.claims).isZero();
    }

    /** Has no calls. */
    private static final class Refusing extends PageCalls {
        final List<Calls> asked = new ArrayList<>();

        Refusing() {
            super(null);
        }

        @Override
        <T> @Nullable T call(Calls wanted, Supplier<T> page) {
            asked.add(wanted);
            return null;
        }
    }

    private static final class Turns implements HealthState {
        @Nullable Instant at;
        int claims;

        @Override
        public boolean isTime(String object, Instant now, Duration every) {
            return at == null || !at.isAfter(now.minus(every));
        }

        @Override
        public boolean claim(String object, Instant now, Duration every) {
            claims++;
            return isTime(object, now, every);
        }

        @Override
        public Seen load(String object) {
            return new Seen(Map.of(), Map.of(), null);
        }

        @Override
        public void save(String object, Seen seen) {
            throw new AssertionError("nothing was checked");
        }
    }
}
