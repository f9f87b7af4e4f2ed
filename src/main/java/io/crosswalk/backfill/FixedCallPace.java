package io.crosswalk.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Half of HubSpot's calls within ten seconds; the CRMs' own limits hold a run up, if they must. */
@ApplicationScoped
public class FixedCallPace implements CallPace {
    private static final long HUBSPOT_PER_SECOND = 5;
    private static final long SALESFORCE_PER_SECOND = 10;

    @Override
    public <T> Optional<T> made(Calls calls, Supplier<T> work) {
        return Optional.of(work.get());
    }

    @Override
    public Duration lasts(Calls calls) {
        return Duration.ofSeconds(
                Math.max(
                        calls.hubspot() / HUBSPOT_PER_SECOND,
                        calls.salesforce() / SALESFORCE_PER_SECOND));
    }
}
