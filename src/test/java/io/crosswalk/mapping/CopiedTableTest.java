package io.crosswalk.mapping;

import static io.crosswalk.mapping.Configured.CONTACT;
import static io.crosswalk.mapping.Configured.edit;
import static io.crosswalk.rules.SyncRule.ALWAYS_USE_HUBSPOT;
import static io.crosswalk.rules.SyncRule.ALWAYS_USE_SALESFORCE;
import static io.crosswalk.rules.SyncRule.DONT_SYNC;
import static io.crosswalk.rules.SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;
import static io.crosswalk.rules.SyncRule.TWO_WAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswalk.mapping.ConfigurationPlan.MappingChange;
import io.crosswalk.mapping.ConfigurationPlan.RefusedPart;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.mapping.WantedConfiguration.WantedObject;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.rules.SyncRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HubSpot's list of mappings, as it is copied: not all of it can be done here. */
@ExtendWith(DynamoLocal.class)
class CopiedTableTest {
    private static final String OWNER = "contact-hubspot-owner-id";

    private Configured it;

    @BeforeEach
    void installation() throws Exception {
        it = new Configured();
    }

    /** The first row stands below the names of the columns. */
    private static WantedConfiguration table(WantedMapping... rows) {
        List<WantedMapping> all = new ArrayList<>();
        for (WantedMapping row : rows) {
            all.add(
                    new WantedMapping(
                            row.hubspotProperty(),
                            row.salesforceField(),
                            row.syncRule(),
                            row.fill(),
                            row.optionPairs(),
                            all.size() + 2));
        }
        return new WantedConfiguration(
                List.of(new WantedObject("contact", null, all)), true, true, Map.of());
    }

    private static WantedMapping row(String property, String field, SyncRule rule) {
        return new WantedMapping(property, field, rule, null, null);
    }

    private static List<RefusedPart> refusals(ConfigurationPlan plan) {
        return plan.objects().get(0).refusals();
    }

    private static List<MappingChange> changes(ConfigurationPlan plan) {
        return plan.objects().get(0).changes();
    }

    private boolean isMapped(String property) {
        return it.mappings.of(CONTACT).ofProperty(property).isPresent();
    }

    @Test
    void rowsThatAreNotRefused_areAppliedIfThatIsWanted_andTheOthersAreListed() {
        WantedConfiguration table =
                table(
                        row("text1", "Status", TWO_WAY),
                        row("text2", "Text2__c", TWO_WAY),
                        row("nowhere", "Text3__c", TWO_WAY));

        ConfigurationPlan whole = it.configurations.apply(table);
        assertThat(whole.applied()).isFalse();
        assertThat(isMapped("text2")).isFalse();

        ConfigurationPlan others = it.configurations.applyOthers(table);

        assertThat(others.applied()).isTrue();
        assertThat(isMapped("text1")).isFalse();
        assertThat(isMapped("text2")).isTrue();
        assertThat(refusals(others))
                .extracting(RefusedPart::code, RefusedPart::line)
                .containsExactly(
                        tuple(RefusalCode.FIELD_NOT_FOUND, 2),
                        tuple(RefusalCode.PROPERTY_NOT_FOUND, 4));
        assertThat(others.versions()).containsEntry("contact", 1L);
    }

    @Test
    void rowsThatCannotBeRead_areRefusedToo() {
        RefusedPart unread = new RefusedPart(RefusalCode.MEMBER_MISSING, "No.", null, "A", 3);
        WantedConfiguration table =
                new WantedConfiguration(
                        table(row("text1", "Text1__c", TWO_WAY)).objects(),
                        true,
                        true,
                        Map.of(),
                        List.of(unread));

        assertThat(it.configurations.apply(table).applied()).isFalse();
        assertThat(it.configurations.plan(table).refusalCount()).isEqualTo(1);
        ConfigurationPlan others = it.configurations.applyOthers(table.expecting(Map.of()));

        assertThat(others.unread()).containsExactly(unread);
        assertThat(isMapped("text1")).isTrue();
    }

    @Test
    void versionThatMovedSinceThePlan_appliesNoneOfTheOthers() {
        WantedConfiguration table =
                table(row("text1", "Text1__c", TWO_WAY), row("nowhere", "Text3__c", TWO_WAY));
        WantedConfiguration expecting = table.expecting(it.configurations.plan(table).versions());
        it.text(2);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> it.configurations.applyOthers(expecting));

        assertThat(refusal.code()).isEqualTo(RefusalCode.VERSION_CONFLICT);
        assertThat(isMapped("text1")).isFalse();
    }

    @Test
    void fieldThatContactsDoNotHave_isAskedAfterAsOneOfLead() {
        assertThat(refusedField("contact"))
                .endsWith("or is it a field of Lead? Leads are not synced.");
        assertThat(refusedField("deal")).endsWith("give that user access to it.");
    }

    private String refusedField(String object) {
        List<WantedMapping> rows = List.of(row("text1", "Status", TWO_WAY));
        RefusedPart refused =
                refusals(it.configurations.plan(ConfigurationsTest.partial(object, rows))).get(0);
        assertThat(refused.code()).isEqualTo(RefusalCode.FIELD_NOT_FOUND);
        return refused.message();
    }

    @Test
    void ownerAsHubspotShowsIt_isTwoWayAsHubspotDoesIt() {
        it.mappings.update(CONTACT, OWNER, edit(SyncRule.DONT_SYNC), null);

        ConfigurationPlan plan =
                it.configurations.apply(
                        table(
                                row(
                                        "Label of hubspot_owner_id",
                                        "Label of OwnerId",
                                        PREFER_SALESFORCE_UNLESS_BLANK)));

        assertThat(plan.applied()).isTrue();
        assertThat(it.mappings.get(CONTACT, OWNER).syncRule()).isEqualTo(TWO_WAY);
    }

    @Test
    void otherRulesOfOwners_andTheirsInADocument_areRefused() {
        WantedMapping hubspot = row("hubspot_owner_id", "OwnerId", ALWAYS_USE_HUBSPOT);
        WantedMapping shown = row("hubspot_owner_id", "OwnerId", PREFER_SALESFORCE_UNLESS_BLANK);

        assertThat(refusals(it.configurations.plan(table(hubspot))))
                .extracting(RefusedPart::code)
                .containsExactly(RefusalCode.OWNER_MAPPING_TWO_WAY_ONLY);
        assertThat(
                        refusals(
                                it.configurations.plan(
                                        ConfigurationsTest.partial("contact", List.of(shown)))))
                .extracting(RefusedPart::code)
                .containsExactly(RefusalCode.OWNER_MAPPING_TWO_WAY_ONLY);
    }

    @Test
    void propertyThatStandsTwice_goesWhereItStandsFirst() {
        ConfigurationPlan plan =
                it.configurations.applyOthers(
                        table(
                                row("text1", "Text1__c", TWO_WAY),
                                row("text1", "Text2__c", TWO_WAY),
                                row("text3", "Text1__c", TWO_WAY)));

        assertThat(changes(plan)).extracting(MappingChange::salesforceField).hasSize(1);
        assertThat(it.mappings.of(CONTACT).ofProperty("text1").orElseThrow().salesforceField())
                .isEqualTo("Text1__c");
        assertThat(refusals(plan))
                .extracting(RefusedPart::code, RefusedPart::line)
                .containsExactly(
                        tuple(RefusalCode.PROPERTY_ALREADY_MAPPED, 3),
                        tuple(RefusalCode.FIELD_ALREADY_MAPPED, 4));
    }

    /** A standard mapping that does not sync holds neither end, but is a row all the same. */
    @Test
    void pairThatStandsTwice_goesAsItStandsFirst() {
        it.hubspot.with("jobtitle", "string", "text");
        it.salesforce.with("Title", "string");

        ConfigurationPlan plan =
                it.configurations.applyOthers(
                        table(
                                row("jobtitle", "Title", ALWAYS_USE_SALESFORCE),
                                row("jobtitle", "Title", DONT_SYNC)));

        assertThat(changes(plan)).hasSize(1);
        assertThat(it.mappings.of(CONTACT).ofProperty("jobtitle").orElseThrow().syncRule())
                .isEqualTo(ALWAYS_USE_SALESFORCE);
        assertThat(refusals(plan))
                .extracting(RefusedPart::code, RefusedPart::line)
                .containsExactly(tuple(RefusalCode.PROPERTY_ALREADY_MAPPED, 3));
    }

    /** HubSpot lists a property with its field of Lead, and again with its field of Contact. */
    @Test
    void propertyWhoseFirstFieldIsNotThere_goesWithItsSecond() {
        ConfigurationPlan plan =
                it.configurations.applyOthers(
                        table(
                                row("text1", "City", TWO_WAY),
                                row("text1", "Text1__c", TWO_WAY),
                                row("text1", "Text2__c", TWO_WAY)));

        assertThat(changes(plan))
                .extracting(MappingChange::salesforceField)
                .containsExactly("Text1__c");
        assertThat(refusals(plan))
                .extracting(RefusedPart::code, RefusedPart::line)
                .containsExactly(
                        tuple(RefusalCode.FIELD_NOT_FOUND, 2),
                        tuple(RefusalCode.PROPERTY_ALREADY_MAPPED, 4));
    }

    /** The first is to be made, the second is there: that is no reason to take the second. */
    @Test
    void propertyThatIsMappedAlready_goesWithTheFieldThatItHas() {
        it.text(1);

        ConfigurationPlan plan =
                it.configurations.applyOthers(
                        table(
                                row("text1", "Text2__c", ALWAYS_USE_HUBSPOT),
                                row("text1", "Text1__c", ALWAYS_USE_HUBSPOT)));

        assertThat(refusals(plan)).extracting(RefusedPart::line).containsExactly(2);
        assertThat(it.mappings.of(CONTACT).ofProperty("text1").orElseThrow().syncRule())
                .isEqualTo(ALWAYS_USE_HUBSPOT);
    }
}
