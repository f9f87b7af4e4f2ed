package io.crosswalk.reconcile;

import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Salesforce with phones, that is only read. */
final class ReadSalesforce extends UnaskedSalesforce {
    final Map<String, String> phones = new HashMap<>();
    int asked;

    @Override
    public List<SalesforceField> fields(String type) {
        return List.of(
                new SalesforceField(
                        "Phone", "Phone", "phone", false, 40, 0, 0, true, false, true, false,
                        List.of(), List.of()));
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> fields) {
        asked++;
        Map<String, CrmRecord> found = new HashMap<>();
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(phones.keySet());
        for (String id : ids) {
            if (phones.containsKey(id)) {
                found.put(id, new CrmRecord(id, id, Map.of("Phone", phones.get(id)), null));
            }
        }
        return new ReadOutcome(found, missing, Set.of(), null);
    }
}
