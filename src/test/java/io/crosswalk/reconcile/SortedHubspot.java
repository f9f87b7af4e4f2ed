package io.crosswalk.reconcile;

import io.crosswalk.hubspot.RecordedHistories;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.ReadOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A HubSpot whose records changed one per millisecond, and that is only asked for them. */
class SortedHubspot extends RecordedHistories {
    final List<List<String>> searchedFor = new ArrayList<>();
    final Set<String> read = new HashSet<>();
    Duration updatedLater = Duration.ZERO;
    private final Instant first;
    private final int records;

    SortedHubspot(Instant first, int records) {
        this.first = first;
        this.records = records;
    }

    Instant last() {
        return first.plusMillis(records - 1);
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        read.addAll(ids);
        Map<String, CrmRecord> found = new HashMap<>();
        // By the time they are read they have changed again.
        ids.forEach(id -> found.put(id, new CrmRecord(id, id, Map.of(), last().plusSeconds(60))));
        return new ReadOutcome(found, Set.of(), Set.of(), null);
    }

    @Override
    public SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        searchedFor.add(List.copyOf(properties));
        long since = Long.parseLong(filters.get(0).values().get(0));
        int from = (int) Math.max(0, since - first.toEpochMilli());
        from += after == null ? 0 : Integer.parseInt(after);
        List<CrmRecord> page = new ArrayList<>();
        for (int i = from; i < records && page.size() < limit; i++) {
            String id = Integer.toString(i);
            Instant at = first.plusMillis(i);
            Map<String, String> values = new HashMap<>();
            properties.forEach(name -> values.put(name, ""));
            values.put(sortProperty, at.toString());
            page.add(new CrmRecord(id, id, values, at.plus(updatedLater)));
        }
        int next = (after == null ? 0 : Integer.parseInt(after)) + page.size();
        return new SearchPage(records, page, page.size() < limit ? null : Integer.toString(next));
    }
}
