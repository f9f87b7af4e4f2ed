package io.crosswalk.budget;

import io.crosswalk.hubspot.CallBudget;
import io.crosswalk.hubspot.CallListener;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells the governor what became of calls to HubSpot. */
@ApplicationScoped
public class HubspotCallMeter implements CallListener {
    private final Governor governor;

    public HubspotCallMeter(Governor governor) {
        this.governor = governor;
    }

    /** Logins are free. */
    @Override
    public void called(Kind kind, int records, int status, long millis) {
        if (kind != Kind.LOGIN) {
            governor.made(lane(kind));
        }
    }

    @Override
    public void seen(CallBudget budget) {
        if (budget.max() != null) {
            governor.seenWindowMax((int) Math.min(budget.max(), Terms.NO_LIMIT));
        }
        Long max = budget.dailyMax();
        Long left = budget.dailyRemaining();
        if (max != null && left != null && budget.seenAt() != null) {
            governor.seen(Side.HUBSPOT, new DayUse.Seen(max, max - left, budget.seenAt()));
        }
    }

    /** A limit of searches, or of ten seconds, is over soon and concerns only its own lane. */
    @Override
    public void limited(Kind kind, String code, Duration after) {
        switch (code) {
            case "SECONDLY", "TEN_SECONDLY_ROLLING" -> governor.close(lane(kind), after, code);
            case "DAILY" -> closeAll(governor.untilDayEnds(Side.HUBSPOT), code);
            default -> closeAll(after, code);
        }
    }

    private void closeAll(Duration after, String code) {
        governor.close(Lane.HUBSPOT, after, code);
        governor.close(Lane.HUBSPOT_SEARCH, after, code);
    }

    private static Lane lane(Kind kind) {
        return kind == Kind.SEARCH ? Lane.HUBSPOT_SEARCH : Lane.HUBSPOT;
    }
}
