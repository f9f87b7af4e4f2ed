package io.crosswalk.records;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What DynamoRunTallies keeps. */
public final class InMemoryRunTallies implements RunTallies {
    private final Map<String, Map<RunCount, Long>> byRun = new HashMap<>();

    @Override
    public void add(String run, Map<RunCount, Long> counts) {
        Map<RunCount, Long> its = byRun.computeIfAbsent(run, it -> new EnumMap<>(RunCount.class));
        counts.forEach((count, by) -> its.merge(count, by, Long::sum));
    }

    @Override
    public Map<RunCount, Long> of(String run) {
        return Map.copyOf(byRun.getOrDefault(run, Map.of()));
    }

    @Override
    public Map<String, Map<RunCount, Long>> of(Collection<String> runs) {
        Map<String, Map<RunCount, Long>> counts = new HashMap<>(byRun);
        counts.keySet().retainAll(runs);
        return counts;
    }
}
