package io.crosswalk.sync;

import io.crosswalk.records.RunCount;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Numbers per run. */
final class RunCounts {
    private final Map<String, Map<RunCount, Long>> byRun = new TreeMap<>();

    void add(String run, RunCount count) {
        byRun.computeIfAbsent(run, it -> new EnumMap<>(RunCount.class)).merge(count, 1L, Long::sum);
    }

    void forEach(BiConsumer<String, Map<RunCount, Long>> told) {
        byRun.forEach(told);
    }
}
