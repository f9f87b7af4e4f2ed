package io.crosswalk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants bite: each planted fault is found within as many seeds as the build runs. */
class PlantedFaultsTest {
    private static final int SEEDS_MAX = 2_000;

    @BeforeAll
    static void doNotTellOfInjectedFaults() {
        Soak.doNotTellOfInjectedFaults();
    }

    @ParameterizedTest
    @EnumSource
    void plantedFault_isFound(PlantedFaults planted) {
        List<String> violations = List.of();
        int seed = 0;
        while (violations.isEmpty() && seed < SEEDS_MAX) {
            seed++;
            Schedule schedule = Schedule.of(seed);
            violations = Simulation.run(schedule, planted, false).violations();
            if (!violations.isEmpty()
                    && !Simulation.run(schedule, Planted.NONE, false).violations().isEmpty()) {
                // The engine alone fails here: that proves nothing.
                violations = List.of();
            }
        }
        System.out.println(planted + " found by seed " + seed + ": " + violations);
        assertThat(violations).isNotEmpty();
    }
}
