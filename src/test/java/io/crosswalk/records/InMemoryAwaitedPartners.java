package io.crosswalk.records;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@link AwaitedPartners} in memory. */
public final class InMemoryAwaitedPartners implements AwaitedPartners {
    private final Map<String, Set<Waiting>> waiting = new TreeMap<>();

    @Override
    public void await(Map<RecordKey, Set<Waiting>> all) {
        all.forEach(
                (awaited, its) ->
                        waiting.computeIfAbsent(awaited.text(), key -> new LinkedHashSet<>())
                                .addAll(its));
    }

    @Override
    public Map<RecordKey, List<Waiting>> of(Collection<RecordKey> awaited, int limit) {
        Map<RecordKey, List<Waiting>> found = new LinkedHashMap<>();
        for (RecordKey key : awaited) {
            Set<Waiting> its = waiting.getOrDefault(key.text(), Set.of());
            if (!its.isEmpty()) {
                found.put(key, its.stream().limit(limit).toList());
            }
        }
        return found;
    }

    public List<Waiting> of(RecordKey awaited, int limit) {
        return of(List.of(awaited), limit).getOrDefault(awaited, List.of());
    }

    @Override
    public void release(RecordKey awaited, Collection<Waiting> its) {
        waiting.getOrDefault(awaited.text(), new LinkedHashSet<>()).removeAll(its);
    }
}
