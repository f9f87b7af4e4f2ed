package io.crosswalk.sync;

import io.crosswalk.budget.Calls;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Link;
import io.crosswalk.rules.Side;
import java.util.List;

/**
 * How many calls a look at some links takes at most, as far as it can be foreseen. Rare calls on
 * top (property histories, a write that is sent again without the fields that were refused, values
 * of unusual length) are counted when they are made.
 *
 * @param pairs linked records: both sides are read, and either may be written
 * @param hubspotAlone HubSpot records without a partner: read, looked for, and made in Salesforce
 * @param salesforceAlone Salesforce records without a partner: likewise, and looked for by their id
 * @param keys what partners are looked for by, one after the other
 */
record LookCost(int pairs, int hubspotAlone, int salesforceAlone, List<MatchKey> keys) {
    static final LookCost NONE = new LookCost(0, 0, 0, List.of());

    /** Values that fit into one of Salesforce's queries, whose URIs are kept short. */
    private static final int QUERY_VALUES = 40;

    /** Texts that fit into one of HubSpot's searches. */
    private static final int SEARCH_TEXTS = 80;

    private static final int SALESFORCE_BATCH = 200;

    /**
     * @param link of the same object as the others
     */
    LookCost with(Link link) {
        boolean hubspotSide = link.key().side() == Side.HUBSPOT;
        if (link.partnerId() == null) {
            List<MatchKey> its = MatchKey.of(link.key().object());
            return hubspotSide
                    ? new LookCost(pairs, hubspotAlone + 1, salesforceAlone, its)
                    : new LookCost(pairs, hubspotAlone, salesforceAlone + 1, its);
        }
        // A pointer only passes its hints on.
        return hubspotSide ? new LookCost(pairs + 1, hubspotAlone, salesforceAlone, keys) : this;
    }

    Calls calls() {
        Calls oneWay = Calls.onBothSides(pairs);
        return oneWay.plus(oneWay).plus(alone()).plus(lookingFor());
    }

    /** To read those without a partner, and to make theirs. */
    private Calls alone() {
        return new Calls(
                Calls.ofHubspot(hubspotAlone) + Calls.ofHubspot(salesforceAlone),
                0,
                Calls.batches(salesforceAlone, SALESFORCE_BATCH)
                        + Calls.batches(hubspotAlone, SALESFORCE_BATCH));
    }

    private Calls lookingFor() {
        int seekers = hubspotAlone + salesforceAlone;
        // By the ids of Salesforce's, then by what the fields say.
        int searches = Calls.ofHubspot(salesforceAlone);
        int queries = 0;
        for (MatchKey key : keys) {
            queries += Calls.batches(seekers, QUERY_VALUES);
            if (salesforceAlone > 0 || !key.uniqueInHubspot()) {
                searches += Calls.batches(seekers * key.hubspotTextsMax(), SEARCH_TEXTS);
            } else {
                // Who names those that were found.
                searches += Calls.ofHubspot(hubspotAlone);
            }
        }
        return new Calls(0, searches, queries);
    }
}
