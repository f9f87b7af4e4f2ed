package io.crosswalk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.simulation.Simulation.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many seeds; {@code -Dseeds=N} for more, {@code -Dseed=K} for one with its trace. */
class SimulationTest {
    /** Held here, because the log manager forgets loggers that nobody holds. */
    private static final Logger RECONCILE = Logger.getLogger("io.crosswalk.reconcile.Reconcile");

    @BeforeAll
    static void doNotTellOfInjectedFaults() {
        RECONCILE.setLevel(Level.OFF);
    }

    @Test
    void manySeeds_keepTheInvariants() {
        Long one = Long.getLong("seed");
        if (one != null) {
            show(one);
            return;
        }
        long seeds = Long.getLong("seeds", 2_000);
        List<Long> failed = new ArrayList<>();
        Map<String, Integer> classes = new TreeMap<>();
        Map<String, Long> first = new TreeMap<>();
        long began = System.nanoTime();
        long edits = 0;
        long writes = 0;
        long faults = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            Result result = Simulation.run(Schedule.of(seed), Planted.NONE, options(), false);
            edits += result.edits();
            writes += result.writes();
            faults += result.faults();
            if (!result.violations().isEmpty()) {
                failed.add(seed);
                String name = result.violations().get(0).split(":")[0];
                classes.merge(name, 1, Integer::sum);
                first.putIfAbsent(name, seed);
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%d seeds, %.0f seeds/s, %d changes, %d writes, %d faults, %d failed %s%n",
                seeds, seeds / seconds, edits, writes, faults, failed.size(), classes);
        assertThat(failed.stream().limit(20))
                .as(() -> Shrinking.explain(first, options()))
                .isEmpty();
    }

    private static Options options() {
        return new Options(!Boolean.getBoolean("strict"), Boolean.getBoolean("twoHands"));
    }

    private static void show(long seed) {
        Result result = Simulation.run(Schedule.of(seed), Planted.NONE, options(), true);
        System.out.println(result.trace());
        assertThat(result.violations()).isEmpty();
    }

    @Test
    void sameSeed_sameTrace() {
        for (long seed = 1; seed <= 100; seed++) {
            Schedule schedule = Schedule.of(seed);
            Result once = Simulation.run(schedule, Planted.NONE, options(), false);
            Result twice = Simulation.run(schedule, Planted.NONE, options(), true);
            assertThat(twice.hash()).as("seed %d", seed).isEqualTo(once.hash());
        }
    }
}
