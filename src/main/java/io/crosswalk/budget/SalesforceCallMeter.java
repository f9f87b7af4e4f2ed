package io.crosswalk.budget;

import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.CallBudget;
import io.crosswalk.salesforce.CallListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells the governor what became of calls to Salesforce. */
@ApplicationScoped
public class SalesforceCallMeter implements CallListener {
    private static final String REQUEST_LIMIT = "REQUEST_LIMIT_EXCEEDED";

    /** Too many long calls at a time: these are over soon, other than a day. */
    private static final Duration CONCURRENT_WAIT = Duration.ofSeconds(30);

    private final Governor governor;

    public SalesforceCallMeter(Governor governor) {
        this.governor = governor;
    }

    /** Logins are free. */
    @Override
    public void called(Kind kind, int records, int status, long millis) {
        if (kind != Kind.LOGIN) {
            governor.made(Lane.SALESFORCE);
        }
    }

    @Override
    public void seen(CallBudget budget) {
        if (budget.used() != null && budget.max() != null && budget.seenAt() != null) {
            governor.seen(
                    Side.SALESFORCE, new DayUse.Seen(budget.max(), budget.used(), budget.seenAt()));
        }
    }

    /**
     * One code stands for both limits; the header tells which of them it is. Before the first
     * header it is taken for the one that is over soon: if it is not, the next refusal says so.
     */
    @Override
    public void limited(Kind kind, String code, Duration after) {
        DayUse.Seen day = governor.seen(Side.SALESFORCE);
        boolean dayHasRoom = day == null || day.used() < day.limit();
        boolean concurrent = code.equals(REQUEST_LIMIT) && dayHasRoom;
        governor.close(Lane.SALESFORCE, concurrent ? CONCURRENT_WAIT : after, code);
    }
}
