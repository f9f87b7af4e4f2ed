package io.crosswalk.records;

import io.crosswalk.records.Difference.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an object's mapped fields are in step, as a sweep over its links counted them page by
 * page. Links change meanwhile, so it is a figure and no balance.
 *
 * @param startedAt when the sweep began
 * @param sweptAt when it ended, or how far it is
 * @param links linked records
 * @param unmet those of them that no look has compared yet
 * @param compared mapped fields that the last looks at them compared
 * @param differing per mapping id and reason, how many of these differ
 * @param oldestUnexplained since when the oldest difference without a reason has been there; null
 *     when there is none
 * @param examples of differences without a reason, the oldest ones; at most {@link #EXAMPLES_MAX}
 */
public record DriftFigure(
        Instant startedAt,
        Instant sweptAt,
        long links,
        long unmet,
        long compared,
        Map<String, Map<Reason, Long>> differing,
        @Nullable Instant oldestUnexplained,
        List<Example> examples) {
    public static final int EXAMPLES_MAX = 10;

    public DriftFigure {
        Map<String, Map<Reason, Long>> copy = new HashMap<>();
        differing.forEach((id, reasons) -> copy.put(id, Map.copyOf(reasons)));
        differing = Map.copyOf(copy);
        examples = List.copyOf(examples);
    }

    /** One difference, without its values. */
    public record Example(String hubspotId, String salesforceId, String mappingId, Instant since) {}

    /** Nothing counted yet. */
    public static DriftFigure begun(Instant at) {
        return new DriftFigure(at, at, 0, 0, 0, Map.of(), null, List.of());
    }

    /** Differences of all mappings, by reason. */
    public Map<Reason, Long> byReason() {
        Map<Reason, Long> sums = new HashMap<>();
        differing
                .values()
                .forEach(
                        reasons ->
                                reasons.forEach(
                                        (reason, count) -> sums.merge(reason, count, Long::sum)));
        return sums;
    }

    public long inStep() {
        return compared - byReason().values().stream().mapToLong(Long::longValue).sum();
    }

    public long unexplained() {
        return byReason().entrySet().stream()
                .filter(sum -> !sum.getKey().explained())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The oldest of them, oldest first. */
    static List<Example> oldest(List<Example> examples) {
        List<Example> sorted = new ArrayList<>(examples);
        sorted.sort(
                Comparator.comparing(Example::since)
                        .thenComparing(Example::hubspotId)
                        .thenComparing(Example::mappingId));
        return sorted.subList(0, Math.min(sorted.size(), EXAMPLES_MAX));
    }
}
