package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.salesforce.SalesforceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the HubSpot records that name Salesforce records. HubSpot's search shows late what has
 * changed, and who is gone, so what it finds is read again by id.
 */
final class NamingRecords {
    private final HubspotClient hubspot;
    private final SameValues sameValues;

    NamingRecords(HubspotClient hubspot, SameValues sameValues) {
        this.hubspot = hubspot;
        this.sameValues = sameValues;
    }

    /**
     * @param hubspotIds by Salesforce id; of several the one with the lowest id
     * @param unclear Salesforce ids of which it cannot be said now
     * @param failure why; null if there are none
     */
    record Named(
            Map<String, String> hubspotIds,
            Set<String> unclear,
            ReadOutcome.@Nullable Failure failure) {
        static final Named NONE = new Named(Map.of(), Set.of(), null);
    }

    /** None if the portal has no such property. */
    Named of(ObjectPair object, Set<String> salesforceIds) {
        Map<String, Set<String>> found = found(object, salesforceIds);
        if (found.isEmpty()) {
            return Named.NONE;
        }
        String property = object.salesforceIdProperty();
        Set<String> all = new LinkedHashSet<>();
        found.values().forEach(all::addAll);
        ReadOutcome read = hubspot.read(object.hubspotType(), all, List.of(property));
        Map<String, String> named = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        found.forEach(
                (salesforceId, hubspotIds) -> {
                    for (String id : hubspotIds) {
                        CrmRecord record = read.found().get(id);
                        if (record != null && names(record, property, salesforceId)) {
                            named.putIfAbsent(salesforceId, id);
                        } else if (read.notRead().contains(id)) {
                            unclear.add(salesforceId);
                        }
                    }
                });
        unclear.removeAll(named.keySet());
        return new Named(named, unclear, read.failure());
    }

    private static boolean names(CrmRecord record, String property, String salesforceId) {
        return record.currentId().equals(record.id())
                && salesforceId.equals(SalesforceId.named(record.values().get(property)));
    }

    /** By Salesforce id, in the order of their ids. */
    private Map<String, Set<String>> found(ObjectPair object, Set<String> salesforceIds) {
        String property = object.salesforceIdProperty();
        Map<String, Set<String>> found = new LinkedHashMap<>();
        boolean there =
                !salesforceIds.isEmpty()
                        && hubspot.properties(object.hubspotType()).stream()
                                .anyMatch(each -> each.name().equals(property));
        if (there) {
            // HubSpot compares IN on text in lower case (search guide).
            List<String> texts = new ArrayList<>();
            salesforceIds.forEach(id -> texts.add(id.toLowerCase(Locale.ROOT)));
            for (List<String> part : SameValues.parts(texts)) {
                for (CrmRecord record : sameValues.search(object, property, part)) {
                    String id = SalesforceId.named(record.values().get(property));
                    if (salesforceIds.contains(id)) {
                        found.computeIfAbsent(id, each -> new LinkedHashSet<>()).add(record.id());
                    }
                }
            }
        }
        return found;
    }
}
