package io.crosswalk.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Pairs records unless either has another partner, one pair or many side by side. */
final class DynamoLinking {
    private static final int TRIES_MAX = 5;

    private final DynamoPairs pairs;
    private final DynamoBatches batches;
    private final String table;

    DynamoLinking(DynamoPairs pairs, DynamoBatches batches, String table) {
        this.pairs = pairs;
        this.batches = batches;
        this.table = table;
    }

    private record Two(RecordKey hubspot, RecordKey salesforce) {
        static Two of(String object, String hubspotId, String salesforceId) {
            return new Two(
                    RecordKey.hubspot(object, hubspotId),
                    RecordKey.salesforce(object, salesforceId));
        }

        boolean hasOthers(Map<RecordKey, Link> now) {
            return hasOther(now.get(hubspot), salesforce) || hasOther(now.get(salesforce), hubspot);
        }

        private static boolean hasOther(@Nullable Link link, RecordKey partner) {
            return link != null
                    && link.partnerId() != null
                    && !link.partnerId().equals(partner.recordId());
        }
    }

    boolean link(String object, String hubspotId, String salesforceId) {
        Two two = Two.of(object, hubspotId, salesforceId);
        return link(two, load(List.of(two)));
    }

    /**
     * @param salesforceIds by HubSpot id; where some name the same, the first of them gets it
     * @return the HubSpot ids of those that are pairs now
     */
    Set<String> link(String object, Map<String, String> salesforceIds) {
        Map<RecordKey, Two> first = new LinkedHashMap<>();
        List<Two> later = new ArrayList<>();
        salesforceIds.forEach(
                (hubspotId, salesforceId) -> {
                    Two two = Two.of(object, hubspotId, salesforceId);
                    if (first.putIfAbsent(two.salesforce(), two) != null) {
                        later.add(two);
                    }
                });
        Map<RecordKey, Link> now = load(first.values());
        List<Callable<Boolean>> calls = new ArrayList<>(first.size());
        Set<String> linked = ConcurrentHashMap.newKeySet();
        first.values()
                .forEach(
                        two ->
                                calls.add(
                                        () ->
                                                link(two, now)
                                                        && linked.add(two.hubspot().recordId())));
        if (!calls.isEmpty()) {
            batches.all(calls);
        }
        for (Two two : later) {
            if (link(two, load(List.of(two)))) {
                linked.add(two.hubspot().recordId());
            }
        }
        return linked;
    }

    /**
     * @param loaded as the two were a moment ago
     */
    private boolean link(Two two, Map<RecordKey, Link> loaded) {
        Map<RecordKey, Link> now = loaded;
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Link hubspot = now.get(two.hubspot());
            if (two.hasOthers(now) || hubspot != null && hubspot.isForgotten()) {
                return false;
            }
            Link salesforce = now.get(two.salesforce());
            if (pairs.link(two.hubspot(), two.salesforce(), hubspot, salesforce)) {
                return true;
            }
            now = load(List.of(two));
        }
        throw new IllegalStateException(
                "Could not link " + two.hubspot().text() + ": other functions keep changing it");
    }

    private Map<RecordKey, Link> load(Collection<Two> all) {
        Set<RecordKey> keys = new HashSet<>();
        all.forEach(two -> keys.addAll(List.of(two.hubspot(), two.salesforce())));
        return batches.links(table, keys);
    }
}
