package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.rules.Side;
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

    @Test
    void planOfHints_knowsWhatIsMappedAndAsksNobodyWhoIsWho() throws Exception {
        Configured its = new Configured();
        its.text(1);

        MappingPlan plan = its.plans.planOfHints(Configured.CONTACT);

        assertThat(plan.ofProperty("text1")).isNotNull();
        assertThat(plan.ofProperty("hubspot_owner_id")).isNotNull();
        assertThat(its.salesforce.usersAsked).isZero();
        assertThat(its.plans.latest(Configured.CONTACT)).isEqualTo(plan);
    }

    @Test
    void planOfHints_isTheOneInForceWhereThereIsOne_andMovesWithTheMappings() throws Exception {
        Configured its = new Configured();
        its.plans.planInForce(Configured.CONTACT);
        int before = its.hubspot.metadataCalls;

        its.plans.planOfHints(Configured.CONTACT);
        assertThat(its.hubspot.metadataCalls).isEqualTo(before);

        its.text(2);
        assertThat(its.plans.planOfHints(Configured.CONTACT).ofProperty("text2")).isNotNull();
        assertThat(its.salesforce.usersAsked).isEqualTo(1);
    }

    @Test
    void planInForce_neverIsOneOfHints() throws Exception {
        Configured its = new Configured();
        its.plans.planOfHints(Configured.CONTACT);

        its.plans.planInForce(Configured.CONTACT);

        assertThat(its.salesforce.usersAsked).isEqualTo(1);
    }

    @Test
    void scopeForOwnersIsMissing_onlyOwnersAreNotInThePlan() throws Exception {
        Configured its = new Configured();
        its.text(1);
        its.hubspot.lacksScopes = true;

        MappingPlan plan = its.plans.plan(Configured.CONTACT);

        assertThat(plan.ofProperty("text1")).isNotNull();
        assertThat(plan.ofProperty("hubspot_owner_id")).isNull();
        assertThat(plan.mayPlan(Side.HUBSPOT, "hubspot_owner_id")).isTrue();
        assertThat(plan.unplanned())
                .extracting(Mapping::hubspotProperty)
                .contains("hubspot_owner_id")
                .doesNotContain("text1");
        its.hubspot.lacksScopes = false;
        its.plans.forget(Configured.CONTACT);
        assertThat(its.plans.plan(Configured.CONTACT).ofProperty("hubspot_owner_id")).isNotNull();
    }

    @Test
    void ownersCannotBeReadForNow_thereIsNoPlan() throws Exception {
        Configured its = new Configured();
        its.hubspot.ownersAway = true;

        assertThatThrownBy(() -> its.plans.plan(Configured.CONTACT))
                .isInstanceOf(CrmUnavailable.class);
    }
}
