package io.crosswalk.sync;

import io.crosswalk.budget.Calls;
import io.crosswalk.records.Link;
import io.crosswalk.rules.Side;

/**
 * How many calls a look at some links takes at most, as far as it can be foreseen. Rare calls on
 * top (property histories, a write that is sent again without the fields that were refused) are
 * counted when they are made.
 *
 * @param pairs linked records: both sides are read, and either may be written
 * @param hubspotAlone HubSpot records without a partner: read
 * @param salesforceAlone Salesforce records without a partner: searched for in HubSpot
 */
record LookCost(int pairs, int hubspotAlone, int salesforceAlone) {
    static final LookCost NONE = new LookCost(0, 0, 0);

    LookCost with(Link link) {
        boolean hubspotSide = link.key().side() == Side.HUBSPOT;
        if (link.partnerId() == null) {
            return hubspotSide
                    ? new LookCost(pairs, hubspotAlone + 1, salesforceAlone)
                    : new LookCost(pairs, hubspotAlone, salesforceAlone + 1);
        }
        // A pointer only passes its hints on.
        return hubspotSide ? new LookCost(pairs + 1, hubspotAlone, salesforceAlone) : this;
    }

    Calls calls() {
        Calls oneWay = Calls.onBothSides(pairs);
        Calls alone = new Calls(Calls.ofHubspot(hubspotAlone), Calls.ofHubspot(salesforceAlone), 0);
        return oneWay.plus(oneWay).plus(alone);
    }
}
