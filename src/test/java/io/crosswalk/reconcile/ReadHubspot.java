package io.crosswalk.reconcile;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.RecordedHistories;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.ReadOutcome.Failure;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A HubSpot with phones, that is only read. */
final class ReadHubspot extends RecordedHistories {
    final Map<String, String> phones = new HashMap<>();

    /** Ids of records that were merged into 9000: twenty of a read are answered by that one. */
    final Set<String> merged = new LinkedHashSet<>();

    @Override
    public List<HubspotProperty> properties(String type) {
        return List.of(
                new HubspotProperty(
                        "phone",
                        "Phone",
                        "string",
                        "phonenumber",
                        false,
                        false,
                        true,
                        false,
                        null,
                        List.of()));
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        asked.add(String.join(" ", ids));
        if (away != null) {
            Failure failure = new Failure(away, "RATE_LIMIT", "HubSpot is away");
            return new ReadOutcome(Map.of(), Set.of(), Set.copyOf(ids), failure);
        }
        Map<String, CrmRecord> found = new HashMap<>();
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(phones.keySet());
        Set<String> notRead = new HashSet<>();
        int answered = 0;
        for (String id : ids) {
            if (merged.contains(id) && answered++ >= 20) {
                notRead.add(id);
            } else if (phones.containsKey(id)) {
                String current = merged.contains(id) ? "9000" : id;
                found.put(id, new CrmRecord(id, current, Map.of("phone", phones.get(id)), null));
            }
        }
        Failure several =
                notRead.isEmpty()
                        ? null
                        : new Failure(Duration.ZERO, UNCLEAR, "Several are merged");
        return new ReadOutcome(found, missing, notRead, several);
    }
}
