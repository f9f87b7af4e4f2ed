package io.crosswalk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.simulation.Simulation.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many seeds; {@code -Dseeds=N} for more, {@code -Dseed=K} for one with its trace. {@link
 * SimulationSoak} takes millions.
 */
class SimulationTest {
    @BeforeAll
    static void doNotTellOfInjectedFaults() {
        Soak.doNotTellOfInjectedFaults();
    }

    @Test
    void manySeeds_keepTheInvariants() {
        Options options = Options.asAsked();
        if (Long.getLong("seed") != null) {
            assertThat(Replay.asAsked(options, System.out)).isEmpty();
            return;
        }
        Tally tally = Soak.run(1, Long.getLong("seeds", 2_000), 1, options, System.out);
        assertThat(tally.firstSeeds)
                .as(() -> Shrinking.explain(tally.firstSeeds, options))
                .isEmpty();
    }

    @Test
    void sameSeed_sameTrace() {
        for (long seed = 1; seed <= 100; seed++) {
            Schedule schedule = Schedule.of(seed);
            Result once = Simulation.run(schedule, Planted.NONE, Options.STREAM_ORDER, false);
            Result twice = Simulation.run(schedule, Planted.NONE, Options.STREAM_ORDER, true);
            assertThat(twice.hash()).as("seed %d", seed).isEqualTo(once.hash());
        }
    }
}
