package io.crosswalk.bench;

import io.crosswalk.rules.Evaluator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All fields of one link: the evaluator, and a rule library that answers the same. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class EvaluatorBench {
    @Param({"50", "500"})
    public int mappings;

    @Param({"0", "1", "50", "100"})
    public int changedPercent;

    private Cells cells;
    private RuleLibrary library;

    @Setup
    public void prepare() {
        cells = new Cells(mappings, changedPercent);
        library = new RuleLibrary();
        library.mustAgree();
    }

    @Benchmark
    public int evaluator() {
        int sum = 0;
        for (int i = 0; i < cells.rules.length; i++) {
            sum +=
                    Evaluator.decide(
                                    cells.rules[i],
                                    cells.inStep[i],
                                    cells.hubspotBlank[i],
                                    cells.salesforceBlank[i],
                                    cells.hubspotChanged[i],
                                    cells.salesforceChanged[i],
                                    cells.later[i])
                            .ordinal();
        }
        return sum;
    }

    @Benchmark
    public int ruleLibrary() {
        int sum = 0;
        for (int i = 0; i < cells.rules.length; i++) {
            sum +=
                    library.decide(
                                    cells.rules[i],
                                    cells.inStep[i],
                                    cells.hubspotBlank[i],
                                    cells.salesforceBlank[i],
                                    cells.hubspotChanged[i],
                                    cells.salesforceChanged[i],
                                    cells.later[i])
                            .ordinal();
        }
        return sum;
    }
}
