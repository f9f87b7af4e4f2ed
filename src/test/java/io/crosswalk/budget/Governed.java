package io.crosswalk.budget;

import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Processes with one budget between them, in the words of a test. */
final class Governed {
    final InMemoryBudgetStore store = new InMemoryBudgetStore();
    final MovingClock clock = new MovingClock();
    private final SplittableRandom random = new SplittableRandom(7);
    private Terms terms = terms(100, 100_000, 100_000, null);

    static Terms terms(int window, long hubspotDay, long salesforceDay, @Nullable ZoneId zone) {
        Terms shipped = ShippedTerms.terms();
        return new Terms(
                new Calls(window, 50, Terms.NO_LIMIT),
                new Terms.Days(hubspotDay, salesforceDay),
                zone,
                shipped.slots(),
                shipped.windowShare(),
                shipped.dayReserve());
    }

    Governed with(Terms newTerms) {
        terms = newTerms;
        return this;
    }

    Governor process() {
        return process(clock);
    }

    Governor process(Clock its) {
        return new Governor(store, terms, its, random);
    }

    /** Asks for calls of HubSpot and makes all that were granted. Returns how many. */
    static int call(Governor governor, Priority priority, int calls) {
        return call(governor, priority, Lane.HUBSPOT, calls);
    }

    static int call(Governor governor, Priority priority, Lane lane, int calls) {
        try (Grant grant = governor.ask(priority, Calls.of(lane, calls))) {
            int granted = grant.calls().of(lane);
            for (int i = 0; i < granted; i++) {
                governor.made(lane);
            }
            return granted;
        }
    }

    /** As often as it is granted, one call at a time. */
    static int callUntilRefused(Governor governor, Priority priority) {
        int calls = 0;
        while (calls < 100_000 && call(governor, priority, 1) == 1) {
            calls++;
        }
        return calls;
    }

    void hubspotSays(Governor governor, long limit, long used) {
        governor.seen(Side.HUBSPOT, new DayUse.Seen(limit, used, clock.instant()));
    }

    void salesforceSays(Governor governor, long limit, long used) {
        governor.seen(Side.SALESFORCE, new DayUse.Seen(limit, used, clock.instant()));
    }

    void pass(Duration time) {
        clock.pass(time);
    }
}
