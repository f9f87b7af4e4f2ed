package io.crosswalk.budget;

import io.crosswalk.rules.Side;

/** Calls that a CRM limits together. */
public enum Lane {
    /** Everything but searches: so many within ten seconds, and within a day. */
    HUBSPOT(Side.HUBSPOT),
    /** Limited per second, on its own; counts in HubSpot's day like the others. */
    HUBSPOT_SEARCH(Side.HUBSPOT),
    /** So many within 24 hours, and so many at a time. */
    SALESFORCE(Side.SALESFORCE);

    private final Side side;

    Lane(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }
}
