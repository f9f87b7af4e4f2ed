package io.crosswalk.simulation;

import io.crosswalk.simulation.Schedule.Step;
import io.crosswalk.simulation.Simulation.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Leaves out steps of a failing schedule as long as the same invariant stays violated. */
final class Shrinking {
    private static final int EXPLAINED_MAX = 6;

    private Shrinking() {}

    static Schedule shrink(Schedule failing, Planted planted, String invariant) {
        List<Step> steps = new ArrayList<>(failing.steps());
        for (int size = Math.max(1, steps.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from < steps.size(); ) {
                List<Step> fewer = new ArrayList<>(steps);
                fewer.subList(from, Math.min(steps.size(), from + size)).clear();
                if (fails(failing.with(fewer), planted, invariant)) {
                    steps = fewer;
                } else {
                    from += size;
                }
            }
        }
        return failing.with(steps);
    }

    private static boolean fails(Schedule schedule, Planted planted, String invariant) {
        return Simulation.run(schedule, planted, false).violations().stream()
                .anyMatch(violation -> name(violation).equals(invariant));
    }

    static String name(String violation) {
        return violation.split(":")[0];
    }

    /** One shrunk schedule for each kind of violation, to read and to run again. */
    static String explain(Map<String, Long> firstSeeds) {
        return firstSeeds.entrySet().stream()
                .limit(EXPLAINED_MAX)
                .map(each -> explain(each.getKey(), Schedule.of(each.getValue())))
                .collect(Collectors.joining());
    }

    private static String explain(String invariant, Schedule failing) {
        Schedule small = shrink(failing, Planted.NONE, invariant);
        Result result = Simulation.run(small, Planted.NONE, true);
        return String.format(
                "%nSeed %d violates:%n  %s%nShrunk from %d steps to %d:%n%s%s%n",
                failing.seed(),
                String.join("\n  ", result.violations()),
                failing.steps().size(),
                small.steps().size(),
                Story.of(result),
                "All of it: " + Replay.command(small));
    }
}
