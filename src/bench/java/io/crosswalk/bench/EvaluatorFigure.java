package io.crosswalk.bench;

import io.crosswalk.sync.LinkDecisionsBench;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Nanoseconds and bytes per field: the evaluator, sync's whole way, and a rule library. */
final class EvaluatorFigure {
    private EvaluatorFigure() {}

    /**
     * @param args "quick" for short runs with 50 mappings only
     */
    static void print(String[] args) throws Exception {
        boolean quick = Arrays.asList(args).contains("quick");
        System.out.printf(
                "The rule library decides all %d cells as the evaluator does.%n",
                new RuleLibrary().mustAgree());
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(EvaluatorBench.class.getSimpleName())
                        .include(LinkDecisionsBench.class.getSimpleName())
                        .forks(1)
                        .warmupIterations(quick ? 2 : 3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(quick ? 1 : 5)
                        .measurementTime(TimeValue.seconds(1))
                        .param("mappings", quick ? new String[] {"50"} : new String[] {"50", "500"})
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuTime.class)
                        .verbosity(VerboseMode.SILENT);
        Map<String, Map<Integer, double[]>> rows = new TreeMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            int fields = Integer.parseInt(result.getParams().getParam("mappings"));
            int changed = Integer.parseInt(result.getParams().getParam("changedPercent"));
            rows.computeIfAbsent(
                            "%-14s %3d".formatted(result.getPrimaryResult().getLabel(), fields),
                            row -> new TreeMap<>())
                    .put(
                            changed,
                            new double[] {
                                result.getSecondaryResults().get(CpuTime.LABEL).getScore() / fields,
                                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()
                                        / fields
                            });
        }
        table(rows);
    }

    private static void table(Map<String, Map<Integer, double[]>> rows) {
        System.out.println(
                "ns of processor time and bytes per field, at so many percent of changed fields");
        System.out.println(
                "               fields     0 % = unchanged      1 %               50 %"
                        + "              100 % = decided");
        rows.forEach(
                (name, cells) -> {
                    System.out.print(name);
                    cells.values()
                            .forEach(
                                    cell ->
                                            System.out.printf(
                                                    "  %9.1f ns %6.0f B", cell[0], cell[1]));
                    System.out.println();
                });
        System.out.println("Goals for the evaluator: < 20 ns and 0 B unchanged, < 100 ns decided.");
    }
}
