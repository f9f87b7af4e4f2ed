package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MappingPlansTest {
    @Test
    void objectSwitchedOff_costsNoCall() throws Exception {
        Configured its = new Configured();
        its.mappings.toggle(Configured.DEAL, false);
        int before = its.hubspot.metadataCalls;

        assertThat(its.plans.planInForce(Configured.DEAL)).isNull();

        assertThat(its.hubspot.metadataCalls).isEqualTo(before);
    }

    @Test
    void objectSwitchedOn_hasItsPlan() throws Exception {
        Configured its = new Configured();
        its.text(1);

        MappingPlan plan = its.plans.planInForce(Configured.CONTACT);

        assertThat(plan).isNotNull();
        assertThat(plan.ofProperty("text1")).isNotNull();
    }
}
