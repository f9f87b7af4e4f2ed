package io.crosswalk.sync;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.util.HashSet;
import java.util.Set;

/** What a search for a record's partner came to. */
sealed interface Match {

    /** One on either side. */
    record One(MatchKey key, String hubspotId, String salesforceId) implements Match {

        String id(Side side) {
            return side == Side.HUBSPOT ? hubspotId : salesforceId;
        }
    }

    /** More than one on a side, the seeking one included; none of them has a partner. */
    record Several(MatchKey key, Set<String> hubspotIds, Set<String> salesforceIds)
            implements Match {
        public Several {
            hubspotIds = Set.copyOf(hubspotIds);
            salesforceIds = Set.copyOf(salesforceIds);
        }

        Set<RecordKey> keys(String object) {
            return Match.keys(object, hubspotIds, salesforceIds);
        }

        Set<RecordKey> inHubspot(String object) {
            return Match.keys(object, hubspotIds, Set.of());
        }
    }

    /**
     * Nobody that is free.
     *
     * @param hubspotIds of records that have the same values all the same, without the seeking one:
     *     on the other side they have another partner
     * @param salesforceIds likewise
     */
    record None(Set<String> hubspotIds, Set<String> salesforceIds) implements Match {
        public None {
            hubspotIds = Set.copyOf(hubspotIds);
            salesforceIds = Set.copyOf(salesforceIds);
        }

        Set<RecordKey> keys(String object) {
            return Match.keys(object, hubspotIds, salesforceIds);
        }

        boolean alone() {
            return hubspotIds.isEmpty() && salesforceIds.isEmpty();
        }
    }

    private static Set<RecordKey> keys(
            String object, Set<String> hubspotIds, Set<String> salesforceIds) {
        Set<RecordKey> keys = new HashSet<>();
        hubspotIds.forEach(id -> keys.add(RecordKey.hubspot(object, id)));
        salesforceIds.forEach(id -> keys.add(RecordKey.salesforce(object, id)));
        return keys;
    }
}
