package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.salesforce.SalesforceField;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped works on the metadata that both CRMs come with. */
@QuarkusTest
class StandardMappingsTest {
    @Inject CrmMetadata metadata;
    @Inject MappingPlans plans;
    @Inject MappingStore store;

    @ParameterizedTest
    @ValueSource(strings = {"contact", "company", "deal"})
    void everyStandardMapping_couldBeMadeByHandWithItsRule(String name) {
        ObjectPair object = ObjectPairs.named(name).orElseThrow();
        ObjectMetadata known = metadata.of(object);

        assertThat(StandardMappings.of(name))
                .allSatisfy(
                        mapping -> {
                            HubspotProperty property = known.property(mapping.hubspotProperty());
                            SalesforceField field = known.field(mapping.salesforceField());
                            assertThat(property).isNotNull();
                            assertThat(field).isNotNull();
                            if (!StandardMappings.isOwner(mapping)) {
                                assertThat(Compatibility.refusal(object, property, field)).isNull();
                            }
                            assertThat(Compatibility.refusal(property, field, mapping.syncRule()))
                                    .isNull();
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "company", "deal"})
    void everyMappingThatSyncs_isPlanned(String name) {
        MappingPlan plan = plans.plan(ObjectPairs.named(name).orElseThrow());

        assertThat(store.mappings(name))
                .filteredOn(mapping -> mapping.syncRule() != io.crosswalk.rules.SyncRule.DONT_SYNC)
                .allSatisfy(
                        mapping ->
                                assertThat(plan.ofProperty(mapping.hubspotProperty())).isNotNull());
    }

    @Test
    void idsAndNames_areUniquePerObject() {
        for (ObjectPair object : ObjectPairs.all()) {
            // The constructor refuses whatever repeats.
            assertThat(
                            new ObjectConfiguration(
                                    object.name(), true, 0, StandardMappings.of(object.name())))
                    .isNotNull();
        }
    }
}
