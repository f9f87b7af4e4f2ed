package io.crosswalk.simulation;

import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.InMemoryAwaitedPartners;
import io.crosswalk.records.RecordKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What waits for companies, and where a function can die about it. */
final class SimulatedAwaitedPartners implements AwaitedPartners {
    private final InMemoryAwaitedPartners store = new InMemoryAwaitedPartners();
    private final Faults faults;
    private final Trace trace;

    SimulatedAwaitedPartners(Faults faults, Trace trace) {
        this.faults = faults;
        this.trace = trace;
    }

    @Override
    public void await(Map<RecordKey, Set<Waiting>> waiting) {
        faults.point("before await");
        store.await(waiting);
        trace.add("await", texts(waiting.keySet()));
        faults.point("after await");
    }

    @Override
    public Map<RecordKey, List<Waiting>> of(Collection<RecordKey> awaited, int limit) {
        faults.point("before waiting");
        Map<RecordKey, List<Waiting>> sorted = new LinkedHashMap<>();
        store.of(awaited, limit).entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().text()))
                .forEach(each -> sorted.put(each.getKey(), sorted(each.getValue())));
        return sorted;
    }

    private static List<Waiting> sorted(List<Waiting> waiting) {
        return waiting.stream().sorted(Comparator.comparing(each -> each.link().text())).toList();
    }

    @Override
    public void release(RecordKey awaited, Collection<Waiting> waiting) {
        faults.point("before release");
        store.release(awaited, waiting);
        trace.add("waits no more", awaited.text(), waiting.size());
        faults.point("after release");
    }

    private static String texts(Collection<RecordKey> keys) {
        return keys.stream().map(RecordKey::text).sorted().collect(Collectors.joining(" "));
    }
}
