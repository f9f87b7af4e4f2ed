package io.crosswalk.budget;

import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** The shared budget as shipped, of an account whose day is known to end at midnight in UTC. */
public final class BudgetOfDay {
    /** From when it begins. */
    public static final Duration UNTIL_MIDNIGHT = Duration.ofHours(15);

    private final Governed given =
            new Governed().with(Governed.terms(100, 250_000, 100_000, ZoneOffset.UTC));

    private final Governor governor = given.process();

    public Governor governor() {
        return governor;
    }

    public Clock clock() {
        return given.clock;
    }

    public void pass(Duration time) {
        given.pass(time);
    }

    /** How often storage was asked for the budget. */
    public int reads() {
        return given.store.loads;
    }

    /** A CRM's answer says how the day is. */
    public void says(Side side, long limit, long used) {
        try (Grant grant = governor.ask(Priority.EDIT, Calls.of(Lane.HUBSPOT, 1))) {
            governor.seen(side, new DayUse.Seen(limit, used, given.clock.instant()));
        }
    }
}
