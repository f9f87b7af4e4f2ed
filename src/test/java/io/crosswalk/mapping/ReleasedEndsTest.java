package io.crosswalk.mapping;

import static io.crosswalk.mapping.Configured.CONTACT;
import static io.crosswalk.mapping.Configured.edit;
import static io.crosswalk.mapping.Configured.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswalk.mapping.ConfigurationPlan.RefusedPart;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.mapping.WantedConfiguration.WantedObject;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.rules.SyncRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A standard mapping that is set to Don't sync has neither its property nor its field. */
@ExtendWith(DynamoLocal.class)
class ReleasedEndsTest {
    private static final String STANDARD = "contact-mobilephone";

    private Configured it;

    @BeforeEach
    void installation() throws Exception {
        it = new Configured();
        it.hubspot.with("mobilephone", "string", "text");
        it.hubspot.with("private_mobile", "string", "text");
        it.salesforce.with("MobilePhone", "string");
        it.salesforce.with("WhatsApp__c", "string");
    }

    private void release() {
        it.mappings.update(CONTACT, STANDARD, edit(SyncRule.DONT_SYNC), null);
    }

    private Mapping create(String property, String field) {
        return it.mappings.create(CONTACT, property, field, rule(SyncRule.TWO_WAY));
    }

    private static void refused(RefusalCode code, String sentence, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .withMessageContaining(sentence)
                .extracting(Refusal::code)
                .isEqualTo(code);
    }

    private ConfigurationPlan applied(boolean partial, WantedMapping... mappings) {
        return it.configurations.apply(
                new WantedConfiguration(
                        List.of(new WantedObject("contact", null, List.of(mappings))),
                        partial,
                        false,
                        Map.of()));
    }

    private static WantedMapping wanted(String property, String field, SyncRule rule) {
        return new WantedMapping(property, field, rule, null, null);
    }

    private List<Mapping> ofMobile() {
        return it.mappings.of(CONTACT).mappings().stream()
                .filter(
                        each ->
                                each.hubspotProperty().equals("mobilephone")
                                        || each.salesforceField().equals("MobilePhone"))
                .toList();
    }

    @Test
    void fieldOfAStandardMappingThatSyncs_isRefusedAndSaysHowToFreeIt() {
        refused(
                RefusalCode.FIELD_ALREADY_MAPPED,
                "It is a standard mapping: set it to 'Don't sync' first",
                () -> create("private_mobile", "MobilePhone"));
    }

    @Test
    void bothEndsOfOneThatDoesNotSync_goToOtherMappings() {
        release();

        Mapping ofField = create("private_mobile", "MobilePhone");
        Mapping ofProperty = create("mobilephone", "WhatsApp__c");

        assertThat(it.mappings.of(CONTACT).ofField("MobilePhone")).contains(ofField);
        assertThat(it.mappings.of(CONTACT).ofProperty("mobilephone")).contains(ofProperty);
        assertThat(it.plans.plan(CONTACT).fields())
                .extracting(PlannedField::mapping)
                .contains(ofField, ofProperty)
                .extracting(Mapping::id)
                .doesNotContain(STANDARD);
        assertThat(ofMobile()).hasSize(3).element(0).extracting(Mapping::id).isEqualTo(STANDARD);
    }

    @Test
    void standardMapping_getsNoRuleWhileAnotherHasItsField() {
        release();
        Mapping other = create("private_mobile", "MobilePhone");

        refused(
                RefusalCode.FIELD_ALREADY_MAPPED,
                "the field is mapped to property 'private_mobile' already, by mapping '"
                        + other.id()
                        + "'. Delete that mapping first",
                () -> it.mappings.update(CONTACT, STANDARD, edit(SyncRule.TWO_WAY), null));

        it.mappings.delete(CONTACT, other.id(), null);
        it.mappings.update(CONTACT, STANDARD, edit(SyncRule.TWO_WAY), null);

        assertThat(it.mappings.get(CONTACT, STANDARD).syncRule()).isEqualTo(SyncRule.TWO_WAY);
    }

    @Test
    void standardMapping_getsNoRuleWhileAnotherHasItsProperty() {
        release();
        create("mobilephone", "WhatsApp__c");

        refused(
                RefusalCode.PROPERTY_ALREADY_MAPPED,
                "the property is mapped to field 'WhatsApp__c' already",
                () -> it.mappings.update(CONTACT, STANDARD, edit(SyncRule.TWO_WAY), null));
    }

    /** One that people made can be deleted, so it keeps what it has. */
    @Test
    void mappingOfOnesOwn_holdsItsEndsAlsoWhenItDoesNotSync() {
        release();
        Mapping own = create("private_mobile", "MobilePhone");
        it.mappings.update(CONTACT, own.id(), edit(SyncRule.DONT_SYNC), null);

        refused(
                RefusalCode.FIELD_ALREADY_MAPPED,
                own.id(),
                () -> it.mappings.update(CONTACT, STANDARD, edit(SyncRule.TWO_WAY), null));
    }

    @Test
    void pairOfTheStandardMappingItself_isItsOwn() {
        release();

        refused(
                RefusalCode.PROPERTY_ALREADY_MAPPED,
                "Give that one another rule",
                () -> create("mobilephone", "MobilePhone"));
    }

    @Test
    void oneThatIsShippedAsDontSync_givesItsFieldAwayAtOnce() {
        it.salesforce.with("AccountId", "string");

        Mapping own = create("private_mobile", "AccountId");

        assertThat(it.mappings.of(CONTACT).ofField("AccountId")).contains(own);
        assertThat(it.mappings.get(CONTACT, "contact-associatedcompanyid").syncRule())
                .isEqualTo(SyncRule.DONT_SYNC);
    }

    @Test
    void documentThatReleasesAndMaps_isAppliedAndItsExportChangesNothing() {
        ConfigurationPlan plan =
                applied(
                        true,
                        wanted("private_mobile", "MobilePhone", SyncRule.TWO_WAY),
                        wanted("mobilephone", "MobilePhone", SyncRule.DONT_SYNC));

        assertThat(plan.refusalCount()).isZero();
        assertThat(plan.changeCount()).isEqualTo(2);
        WantedMapping[] exported =
                it.mappings.of(CONTACT).mappings().stream()
                        .map(
                                each ->
                                        new WantedMapping(
                                                each.hubspotProperty(),
                                                each.salesforceField(),
                                                each.syncRule(),
                                                each.fill(),
                                                each.optionPairs()))
                        .toArray(WantedMapping[]::new);
        ConfigurationPlan again = applied(false, exported);
        assertThat(again.refusalCount()).isZero();
        assertThat(again.changeCount()).isZero();
    }

    @Test
    void wholeDocumentWithoutTheStandardMapping_wantsItsRuleBackAndIsRefused() {
        release();
        create("private_mobile", "MobilePhone");

        ConfigurationPlan plan =
                applied(false, wanted("private_mobile", "MobilePhone", SyncRule.TWO_WAY));

        assertThat(plan.applied()).isFalse();
        assertThat(plan.objects().get(0).refusals())
                .extracting(RefusedPart::code, RefusedPart::hubspotProperty)
                .containsExactly(tuple(RefusalCode.FIELD_ALREADY_MAPPED, "mobilephone"));
    }

    @Test
    void wholeDocumentThatLeavesOutBoth_deletesTheOneAndResetsTheOther() {
        release();
        create("private_mobile", "MobilePhone");

        ConfigurationPlan plan = applied(false);

        assertThat(plan.applied()).isTrue();
        assertThat(ofMobile()).extracting(Mapping::id).containsExactly(STANDARD);
        assertThat(it.mappings.get(CONTACT, STANDARD).syncRule()).isEqualTo(SyncRule.TWO_WAY);
    }

    @Test
    void documentThatMapsTheFieldTwice_isRefusedAsBefore() {
        ConfigurationPlan plan =
                applied(
                        true,
                        wanted("mobilephone", "MobilePhone", SyncRule.TWO_WAY),
                        wanted("private_mobile", "MobilePhone", SyncRule.TWO_WAY));

        assertThat(plan.objects().get(0).refusals())
                .extracting(RefusedPart::code)
                .containsExactly(RefusalCode.FIELD_ALREADY_MAPPED);
    }

    @Test
    void releasedMapping_countsTowardsTheLimit() {
        release();
        List<WantedMapping> many = new ArrayList<>();
        int standard = it.mappings.of(CONTACT).mappings().size();
        for (int i = 0; i < MappingRules.MAPPINGS_MAX - standard; i++) {
            many.add(wanted("text" + i, "Text" + i + "__c", SyncRule.TWO_WAY));
        }
        assertThat(applied(true, many.toArray(WantedMapping[]::new)).applied()).isTrue();

        refused(
                RefusalCode.MAPPING_LIMIT_REACHED,
                "500",
                () -> create("private_mobile", "MobilePhone"));
    }

    @Test
    void configuration_neverHoldsTwoMappingsOfOneField() {
        Mapping standard = StandardMappings.of("contact").get(0);
        Mapping other =
                Mapping.custom(
                        "contact-x-1",
                        "contact",
                        "x",
                        standard.salesforceField(),
                        rule(SyncRule.TWO_WAY),
                        Configured.NOW,
                        2);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                new ObjectConfiguration(
                                        "contact", true, 1, Stream.of(standard, other).toList()));
    }
}
