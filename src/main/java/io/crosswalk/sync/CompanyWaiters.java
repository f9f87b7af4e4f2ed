package io.crosswalk.sync;

import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.AwaitedPartners.Waiting;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has those looked at again that wait for companies; costs one read where nobody does. */
final class CompanyWaiters {
    private static final int PAGE = 100;

    private final RecordStore store;
    private final AwaitedPartners awaited;

    CompanyWaiters(RecordStore store, AwaitedPartners awaited) {
        this.store = store;
        this.awaited = awaited;
    }

    /**
     * @param max of each company
     * @return those for which more are waiting
     */
    Set<RecordKey> wake(Collection<RecordKey> companies, int max) {
        Set<RecordKey> open = new HashSet<>(companies);
        for (int woken = 0; woken < max && !open.isEmpty(); woken += PAGE) {
            Map<RecordKey, List<Waiting>> waiting = awaited.of(open, PAGE);
            waiting.forEach(this::release);
            open.removeIf(company -> waiting.getOrDefault(company, List.of()).size() < PAGE);
        }
        return open;
    }

    private void release(RecordKey company, Collection<Waiting> waiting) {
        Map<String, List<RecordKey>> byMapping = new HashMap<>();
        for (Waiting each : waiting) {
            byMapping.computeIfAbsent(each.mappingId(), id -> new ArrayList<>()).add(each.link());
        }
        byMapping.forEach((id, links) -> store.retryAll(links, id));
        awaited.release(company, waiting);
    }
}
