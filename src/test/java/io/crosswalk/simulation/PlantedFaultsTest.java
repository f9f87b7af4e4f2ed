package io.crosswalk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants bite: each planted fault is found within as many seeds as the build runs. */
class PlantedFaultsTest {
    private static final int SEEDS_MAX = 2_000;
    private static final Logger RECONCILE = Logger.getLogger("io.crosswalk.reconcile.Reconcile");

    @BeforeAll
    static void doNotTellOfInjectedFaults() {
        RECONCILE.setLevel(Level.OFF);
    }

    @ParameterizedTest
    @EnumSource
    void plantedFault_isFound(PlantedFaults planted) {
        List<String> violations = List.of();
        int seed = 0;
        while (violations.isEmpty() && seed < SEEDS_MAX) {
            seed++;
            violations =
                    Simulation.run(Schedule.of(seed), planted, Options.STREAM_ORDER, false)
                            .violations();
        }
        System.out.println(planted + " found by seed " + seed + ": " + violations);
        assertThat(violations).isNotEmpty();
    }
}
