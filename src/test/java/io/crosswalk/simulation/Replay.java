package io.crosswalk.simulation;

import io.crosswalk.simulation.Schedule.Step;
import io.crosswalk.simulation.Simulation.Result;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One seed again, with its trace: {@code -Dseed=K}, and {@code -Dsteps=3,17} for some of it. */
final class Replay {
    private Replay() {}

    /** Prints the trace. Returns the violations, a line each. */
    static String asAsked(PrintStream out) {
        Soak.doNotTellOfInjectedFaults();
        Schedule schedule = Schedule.of(Long.getLong("seed"));
        String steps = System.getProperty("steps");
        if (steps != null) {
            List<Integer> numbers = Stream.of(steps.split(",")).map(Integer::valueOf).toList();
            schedule =
                    schedule.with(
                            schedule.steps().stream()
                                    .filter(step -> numbers.contains(step.number()))
                                    .toList());
        }
        Result result = Simulation.run(schedule, Planted.NONE, true);
        out.print(result.trace());
        return result.violations().stream().map(it -> it + "\n").collect(Collectors.joining());
    }

    /** The command that runs exactly this. */
    static String command(Schedule schedule) {
        String steps =
                schedule.steps().stream()
                        .map(Step::number)
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
        return "./mvnw -Psoak verify -Dseed=" + schedule.seed() + " -Dsteps=" + steps;
    }
}
