package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.SearchFilter;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.salesforce.SalesforceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds partners for due records that have none, by the Salesforce id on the HubSpot record. A pair
 * that is found becomes due itself; a record without a partner is left in peace until it is hinted
 * again.
 */
final class Linking {
    /** HubSpot refuses search bodies over 3,000 characters. */
    private static final int IDS_PER_SEARCH = 100;

    private final RecordStore store;
    private final HubspotClient hubspot;
    private final Settlement settlement;

    Linking(RecordStore store, HubspotClient hubspot, Settlement settlement) {
        this.store = store;
        this.hubspot = hubspot;
        this.settlement = settlement;
    }

    /** HubSpot records without a partner. */
    void ofHubspot(ObjectPair object, Map<String, Link> byId) {
        if (byId.isEmpty()) {
            return;
        }
        String property = object.salesforceIdProperty();
        ReadOutcome read = hubspot.read(object.hubspotType(), byId.keySet(), Set.of(property));
        for (CrmRecord record : read.found().values()) {
            Link link = byId.get(record.id());
            String salesforceId = SalesforceId.canonical(record.values().get(property));
            boolean linked =
                    !salesforceId.isEmpty()
                            && record.currentId().equals(record.id())
                            && store.link(object.name(), record.id(), salesforceId);
            if (!linked) {
                settlement.quiet(link);
            }
        }
        read.missing().forEach(id -> settlement.quiet(byId.get(id)));
        read.notRead().forEach(id -> settlement.postpone(byId.get(id), read.failure()));
    }

    /** Salesforce records without a partner. */
    void ofSalesforce(ObjectPair object, Map<String, Link> byId) {
        List<String> ids = List.copyOf(byId.keySet());
        String property = object.salesforceIdProperty();
        for (int from = 0; from < ids.size(); from += IDS_PER_SEARCH) {
            List<String> chunk = ids.subList(from, Math.min(ids.size(), from + IDS_PER_SEARCH));
            Map<String, String> found = new HashMap<>();
            hubspot.search(
                            object.hubspotType(),
                            List.of(new SearchFilter(property, "IN", searched(chunk))),
                            "hs_object_id",
                            Set.of(property),
                            200,
                            null)
                    .records()
                    .forEach(
                            record ->
                                    found.put(
                                            SalesforceId.canonical(record.values().get(property)),
                                            record.id()));
            for (String id : chunk) {
                String hubspotId = found.get(id);
                if (hubspotId == null || !store.link(object.name(), hubspotId, id)) {
                    settlement.quiet(byId.get(id));
                }
            }
        }
    }

    /** HubSpot compares IN on text in lower case (search guide). */
    private static List<String> searched(List<String> ids) {
        return ids.stream().map(id -> id.toLowerCase(java.util.Locale.ROOT)).toList();
    }

    /**
     * Whether the HubSpot record names another Salesforce record by now. Then the old pair is
     * dissolved, bases included, and the new one is due for its first contact.
     */
    boolean hasMoved(ObjectPair object, Observation seen) {
        String named =
                SalesforceId.canonical(seen.hubspot().values().get(object.salesforceIdProperty()));
        if (named.isEmpty() || named.equals(seen.salesforce().id())) {
            return false;
        }
        String hubspotId = seen.hubspot().id();
        store.unlink(object.name(), hubspotId, seen.salesforce().id());
        if (!store.link(object.name(), hubspotId, named)) {
            // The other one has a partner already; the next look finds this record without any.
            store.wake(List.of(seen.link().key()));
        }
        return true;
    }

    /** A Salesforce record that has a link by now: what was hinted belongs there. */
    void forward(Link pointer) {
        RecordKey link = RecordKey.hubspot(pointer.key().object(), pointer.partnerId());
        List<Noted> hints = pointer.due().hints();
        store.mark(Map.of(link, hints));
        settlement.quiet(pointer);
    }
}
