package io.crosswalk.simulation;

import io.crosswalk.simulation.Simulation.Result;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What many runs come to. Its size does not grow with their number. */
final class Tally {
    final FaultCounts faults = new FaultCounts();

    private static final int SEEDS_KEPT = 20;

    /** By invariant: how many seeds violate it, and the smallest of them. */
    final Map<String, Integer> violations = new TreeMap<>();

    private final Map<String, SortedSet<Long>> firstSeeds = new TreeMap<>();
    long seeds;
    long failed;
    long steps;
    long edits;
    long writes;
    long cpuNanos;

    /** The same for the same seeds, whatever order they ran in. */
    long traces;

    void add(Result result) {
        seeds++;
        steps += result.schedule().steps().size();
        edits += result.edits();
        writes += result.writes();
        faults.add(result.faults());
        traces += result.hash() * (2 * result.schedule().seed() + 1);
        if (!result.violations().isEmpty()) {
            failed++;
            String invariant = Shrinking.name(result.violations().get(0));
            violations.merge(invariant, 1, Integer::sum);
            keep(invariant, List.of(result.schedule().seed()));
        }
    }

    private void keep(String invariant, Collection<Long> seeds) {
        SortedSet<Long> kept = firstSeeds.computeIfAbsent(invariant, name -> new TreeSet<>());
        kept.addAll(seeds);
        while (kept.size() > SEEDS_KEPT) {
            kept.remove(kept.last());
        }
    }

    /** The smallest seed that violates each invariant. */
    Map<String, Long> firstSeeds() {
        Map<String, Long> first = new TreeMap<>();
        firstSeeds.forEach((invariant, seeds) -> first.put(invariant, seeds.first()));
        return first;
    }

    void add(Tally more) {
        seeds += more.seeds;
        failed += more.failed;
        steps += more.steps;
        edits += more.edits;
        writes += more.writes;
        cpuNanos += more.cpuNanos;
        traces += more.traces;
        faults.add(more.faults);
        more.violations.forEach((name, count) -> violations.merge(name, count, Integer::sum));
        more.firstSeeds.forEach(this::keep);
    }

    String summary(double seconds) {
        return String.format(
                "%,d seeds of %.0f steps in %.0f s: %.0f seeds/s, %.0f per second of CPU time%n"
                        + "%,d changes, %,d writes, %,d faults: %s%n"
                        + "%,d seeds with violations %s; all traces %016x%n%s",
                seeds,
                (double) steps / Math.max(1, seeds),
                seconds,
                seeds / seconds,
                seeds * 1e9 / Math.max(1, cpuNanos),
                edits,
                writes,
                faults.total(),
                faults,
                failed,
                violations,
                traces,
                seedsToLookAt());
    }

    private String seedsToLookAt() {
        StringBuilder text = new StringBuilder();
        firstSeeds.forEach(
                (name, seeds) ->
                        text.append(name)
                                .append(": ")
                                .append(seeds)
                                .append(System.lineSeparator()));
        return text.toString();
    }
}
