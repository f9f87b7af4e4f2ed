package io.crosswalk.simulation;

import io.crosswalk.simulation.Schedule.Step;
import io.crosswalk.simulation.Simulation.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Leaves out steps of a failing schedule as long as the same invariant stays violated. */
final class Shrinking {
    private static final int EXPLAINED_MAX = 6;

    private Shrinking() {}

    static Schedule shrink(Schedule failing, Planted planted, Options options, String invariant) {
        List<Step> steps = new ArrayList<>(failing.steps());
        for (int size = Math.max(1, steps.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from < steps.size(); ) {
                List<Step> fewer = new ArrayList<>(steps);
                fewer.subList(from, Math.min(steps.size(), from + size)).clear();
                if (fails(failing.with(fewer), planted, options, invariant)) {
                    steps = fewer;
                } else {
                    from += size;
                }
            }
        }
        return failing.with(steps);
    }

    private static boolean fails(
            Schedule schedule, Planted planted, Options options, String invariant) {
        return Simulation.run(schedule, planted, options, false).violations().stream()
                .anyMatch(violation -> name(violation).equals(invariant));
    }

    static String name(String violation) {
        return violation.split(":")[0];
    }

    /** One shrunk schedule for each kind of violation, and how to see it again. */
    static String explain(Map<String, Long> firstByInvariant, Options options) {
        StringBuilder text = new StringBuilder();
        firstByInvariant.entrySet().stream()
                .limit(EXPLAINED_MAX)
                .forEach(
                        each -> {
                            Schedule small =
                                    shrink(
                                            Schedule.of(each.getValue()),
                                            Planted.NONE,
                                            options,
                                            each.getKey());
                            Result result = Simulation.run(small, Planted.NONE, options, true);
                            text.append("\nseed ")
                                    .append(each.getValue())
                                    .append(" violates ")
                                    .append(result.violations())
                                    .append("\nshrunk to ")
                                    .append(small.steps().size())
                                    .append(" steps\n")
                                    .append(result.trace())
                                    .append("replay: ./mvnw -q test -Dtest=SimulationTest -Dseed=")
                                    .append(each.getValue())
                                    .append('\n');
                        });
        return text.toString();
    }
}
