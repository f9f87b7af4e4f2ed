package io.crosswalk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Run by {@code ./mvnw -Psoak verify -Dseeds=1000000}, and by nothing else. */
class SimulationSoak {
    @Test
    void asManySeedsAsAsked_keepTheInvariants() {
        assertThat(SoakMain.failures()).isEmpty();
    }
}
