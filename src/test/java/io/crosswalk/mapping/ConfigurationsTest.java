package io.crosswalk.mapping;

import static io.crosswalk.mapping.Configured.CONTACT;
import static io.crosswalk.mapping.Configured.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.ConfigurationPlan.Action;
import io.crosswalk.mapping.ConfigurationPlan.MappingChange;
import io.crosswalk.mapping.ConfigurationPlan.RefusedPart;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.mapping.WantedConfiguration.WantedObject;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents: what they would change, and that they are applied as a whole or not at all. */
@ExtendWith(DynamoLocal.class)
class ConfigurationsTest {
    private Configured it;

    @BeforeEach
    void installation() throws Exception {
        it = new Configured();
    }

    static WantedConfiguration partial(String object, List<WantedMapping> mappings) {
        return new WantedConfiguration(
                List.of(new WantedObject(object, null, mappings)), true, false, Map.of());
    }

    private static WantedConfiguration whole(WantedObject... objects) {
        return new WantedConfiguration(List.of(objects), false, false, Map.of());
    }

    private static WantedMapping wanted(String property, String field, SyncRule rule) {
        return new WantedMapping(property, field, rule, null, null);
    }

    private static WantedMapping text(int number) {
        return wanted("text" + number, "Text" + number + "__c", SyncRule.TWO_WAY);
    }

    /** What is there, as a document says it. */
    private WantedObject exported(String object) {
        ObjectConfiguration now = it.store.load(object);
        List<WantedMapping> all = new ArrayList<>();
        for (Mapping each : now.mappings()) {
            all.add(
                    new WantedMapping(
                            each.hubspotProperty(),
                            each.salesforceField(),
                            each.syncRule(),
                            each.fill(),
                            each.optionPairs()));
        }
        return new WantedObject(object, now.syncEnabled(), all);
    }

    private static List<MappingChange> changes(ConfigurationPlan plan) {
        return plan.objects().stream().flatMap(each -> each.changes().stream()).toList();
    }

    private static List<RefusedPart> refusals(ConfigurationPlan plan) {
        return plan.objects().stream().flatMap(each -> each.refusals().stream()).toList();
    }

    @Test
    void exportedDocument_changesNothing() {
        it.text(1);
        it.mappings.update(CONTACT, "contact-email", edit(SyncRule.DONT_SYNC), null);

        ConfigurationPlan plan =
                it.configurations.plan(
                        whole(exported("contact"), exported("company"), exported("deal")));

        assertThat(plan.changeCount()).isZero();
        assertThat(plan.refusalCount()).isZero();
        assertThat(plan.versions()).containsEntry("contact", 2L).containsEntry("deal", 0L);
    }

    @Test
    void documentOfAnObjectThatIsOff_isAppliedToAFreshInstallation() {
        WantedObject off = new WantedObject("deal", false, List.of(text(1)));

        ConfigurationPlan first = it.configurations.apply(whole(off));
        ConfigurationPlan again = it.configurations.apply(whole(off));

        assertThat(refusals(first)).isEmpty();
        assertThat(it.store.load("deal").syncEnabled()).isFalse();
        assertThat(it.store.load("deal").ofProperty("text1")).isPresent();
        assertThat(again.changeCount()).isZero();
    }

    @Test
    void leftOutOfAWholeDocument_customIsDeletedAndStandardIsResetToWhatWasShipped() {
        it.text(1);
        it.mappings.update(CONTACT, "contact-phone", edit(SyncRule.DONT_SYNC), null);

        ConfigurationPlan plan =
                it.configurations.apply(whole(new WantedObject("contact", null, List.of())));

        assertThat(plan.applied()).isTrue();
        assertThat(changes(plan))
                .extracting(MappingChange::action, MappingChange::hubspotProperty)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Action.DELETE, "text1"),
                        org.assertj.core.groups.Tuple.tuple(Action.UPDATE, "phone"));
        Mapping phone = it.mappings.get(CONTACT, "contact-phone");
        assertThat(phone.syncRule()).isEqualTo(SyncRule.TWO_WAY);
        assertThat(phone.version()).isEqualTo(3);
        assertThat(it.mappings.versions(CONTACT, "contact-phone", null, 10)).hasSize(3);
    }

    @Test
    void leftOutOfAPartialDocument_stays() {
        it.text(1);

        it.configurations.apply(partial("contact", List.of(text(2))));

        assertThat(it.mappings.of(CONTACT).ofProperty("text1")).isPresent();
        assertThat(it.mappings.of(CONTACT).ofProperty("text2")).isPresent();
    }

    @Test
    void documentWithoutObjects_changesNothing() {
        assertThat(it.configurations.apply(whole()).changeCount()).isZero();
    }

    @Test
    void plan_writesNothing() {
        ConfigurationPlan plan = it.configurations.plan(partial("contact", List.of(text(1))));

        assertThat(plan.changeCount()).isEqualTo(1);
        assertThat(plan.applied()).isFalse();
        assertThat(it.store.settings("contact").version()).isZero();
    }

    @Test
    void oneRefusal_keepsEverythingOfAllObjectsAsItWas() {
        WantedConfiguration document =
                whole(
                        new WantedObject("company", false, null),
                        new WantedObject(
                                "contact",
                                null,
                                List.of(text(1), wanted("text2", "Nowhere__c", SyncRule.TWO_WAY))));

        ConfigurationPlan plan = it.configurations.apply(document);

        assertThat(plan.applied()).isFalse();
        assertThat(refusals(plan))
                .extracting(RefusedPart::code)
                .containsExactly(RefusalCode.FIELD_NOT_FOUND);
        assertThat(it.store.settings("company").syncEnabled()).isTrue();
        assertThat(it.store.settings("contact").version()).isZero();
    }

    @Test
    void everyRefusal_isSaidAtOnce() {
        ConfigurationPlan plan =
                it.configurations.plan(
                        partial(
                                "contact",
                                List.of(
                                        wanted("email", "Text1__c", SyncRule.TWO_WAY),
                                        wanted("text1", "Level__c", SyncRule.TWO_WAY),
                                        wanted("text2", "Text2__c", SyncRule.TWO_WAY),
                                        wanted("text2", "Text3__c", SyncRule.TWO_WAY),
                                        wanted("text4", "Text2__c", SyncRule.TWO_WAY),
                                        wanted("nowhere", "Text5__c", SyncRule.TWO_WAY),
                                        wanted(
                                                "hubspot_owner_id",
                                                "OwnerId",
                                                SyncRule.ALWAYS_USE_HUBSPOT))));

        assertThat(refusals(plan))
                .extracting(RefusedPart::code)
                .containsExactlyInAnyOrder(
                        RefusalCode.PROPERTY_NOT_FOUND,
                        RefusalCode.PROPERTY_ALREADY_MAPPED,
                        RefusalCode.FIELD_ALREADY_MAPPED,
                        RefusalCode.PROPERTY_NOT_FOUND,
                        RefusalCode.OWNER_MAPPING_TWO_WAY_ONLY);
    }

    @Test
    void propertyThatMovesToAnotherField_isDeletedAndMadeAnew() {
        String old = it.text(1).id();
        List<WantedMapping> all = new ArrayList<>(exported("contact").mappings());
        all.removeIf(each -> each.hubspotProperty().equals("text1"));
        all.add(wanted("text1", "Text9__c", SyncRule.TWO_WAY));

        ConfigurationPlan plan =
                it.configurations.apply(whole(new WantedObject("contact", true, all)));

        assertThat(changes(plan))
                .extracting(MappingChange::action)
                .containsExactly(Action.DELETE, Action.CREATE);
        Mapping now = it.mappings.of(CONTACT).ofProperty("text1").orElseThrow();
        assertThat(now.salesforceField()).isEqualTo("Text9__c");
        assertThat(now.id()).isNotEqualTo(old);
    }

    @Test
    void versionsThatMovedSinceThePlan_areAConflict() {
        ConfigurationPlan plan = it.configurations.plan(partial("contact", List.of(text(1))));
        it.text(2);
        WantedConfiguration expecting =
                new WantedConfiguration(
                        List.of(new WantedObject("contact", null, List.of(text(1)))),
                        true,
                        false,
                        plan.versions());

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> it.configurations.apply(expecting));

        assertThat(refusal.code()).isEqualTo(RefusalCode.VERSION_CONFLICT);
        assertThat(it.mappings.of(CONTACT).ofProperty("text1")).isEmpty();
    }

    @Test
    void threeObjects_areSavedTogether() {
        ConfigurationPlan plan =
                it.configurations.apply(
                        new WantedConfiguration(
                                List.of(
                                        new WantedObject("contact", null, List.of(text(1))),
                                        new WantedObject("company", false, null),
                                        new WantedObject("deal", null, List.of(text(1)))),
                                true,
                                false,
                                Map.of()));

        assertThat(plan.applied()).isTrue();
        assertThat(plan.versions()).isEqualTo(Map.of("contact", 1L, "company", 1L, "deal", 1L));
        assertThat(it.store.settings("company").syncEnabled()).isFalse();
        assertThat(it.configurations.plan(whole(exported("contact"), exported("deal"))))
                .satisfies(again -> assertThat(again.changeCount()).isZero());
    }

    private WantedConfiguration making(Creation create) {
        return whole(new WantedObject("deal", null, null, null, create));
    }

    @Test
    void partnersAreToBeMade_countsFromTheDocumentThatWantsItFirst() {
        it.configurations.apply(making(Creation.IN_SALESFORCE));
        it.configurations.apply(making(Creation.IN_SALESFORCE));
        Map<Side, Instant> one = it.store.settings("deal").linking().createSince();
        it.configurations.apply(making(Creation.OFF));

        assertThat(one).isEqualTo(Map.of(Side.SALESFORCE, Configured.NOW));
        assertThat(it.store.settings("deal").version())
                .as("the second changed nothing")
                .isEqualTo(2);
        assertThat(it.store.settings("deal").linking()).isEqualTo(LinkPolicy.SHIPPED);
    }

    @Test
    void labelWithBlanksAroundIt_standsForItsNameToo() {
        it.hubspot.with(labelled(Crm.property("text7", "string", "text"), " Seven  "));
        WantedMapping byLabel = wanted("Seven", "Text7__c", SyncRule.ALWAYS_USE_HUBSPOT);

        ConfigurationPlan plan =
                it.configurations.plan(
                        new WantedConfiguration(
                                List.of(new WantedObject("contact", null, List.of(byLabel))),
                                true,
                                true,
                                Map.of()));

        assertThat(plan.refusalCount()).isZero();
        assertThat(plan.objects().get(0).changes().get(0).hubspotProperty()).isEqualTo("text7");
    }

    private static HubspotProperty labelled(HubspotProperty property, String label) {
        return new HubspotProperty(
                property.name(),
                label,
                property.type(),
                property.fieldType(),
                property.readOnly(),
                property.readOnlyOptions(),
                property.hubspotDefined(),
                property.hidden(),
                property.referencedObjectType(),
                property.options());
    }

    @Test
    void labels_standForTheNamesTheyBelongTo() {
        WantedMapping byLabel =
                wanted("Label of text7", "Label of Text7__c", SyncRule.ALWAYS_USE_HUBSPOT);

        ConfigurationPlan plan =
                it.configurations.plan(
                        new WantedConfiguration(
                                List.of(new WantedObject("contact", null, List.of(byLabel))),
                                true,
                                true,
                                Map.of()));

        assertThat(changes(plan))
                .extracting(MappingChange::hubspotProperty, MappingChange::salesforceField)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("text7", "Text7__c"));
    }
}
