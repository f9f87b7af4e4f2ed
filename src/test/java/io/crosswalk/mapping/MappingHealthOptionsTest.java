package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.SyncRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered against missing options is what mends them. */
class MappingHealthOptionsTest {
    /** Such an option is refused (OPTION_AMBIGUOUS), whatever else the picklist takes. */
    @Test
    void optionWhoseValueIsAnothers_isSaidToHaveNone() {
        MappingHealthOptions options =
                new MappingHealthOptions(
                        SyncRule.ALWAYS_USE_HUBSPOT, "'prop'", "'Field__c'", Map.of("low", "Cold"));

        List<ProblemCause> findings =
                options.findings(
                        Crm.property("prop", "enumeration", "select", "low", "Cold"),
                        HubspotType.SELECT,
                        Crm.field("Field__c", "picklist", "Cold"),
                        SalesforceType.PICKLIST);

        assertThat(findings)
                .extracting(ProblemCause::code, ProblemCause::action)
                .containsExactly(
                        tuple(ProblemCode.SALESFORCE_VALUES_MISSING, ProblemAction.EDIT_MAPPING));
        assertThat(findings.get(0).text()).contains("offers 'Cold'", "paired with another");
    }

    /** What HubSpot has, nobody can tell: so nothing can be said to be missing there. */
    @Test
    void optionsThatHubspotDoesNotTell_areNotMissing() {
        List<ProblemCause> findings =
                new MappingHealthOptions(SyncRule.TWO_WAY, "'prop'", "'Field__c'", Map.of())
                        .findings(
                                Crm.property("prop", "enumeration", "select", false, true, null),
                                HubspotType.SELECT,
                                Crm.field("Field__c", "picklist", "Cold"),
                                SalesforceType.PICKLIST);

        assertThat(findings).isEmpty();
    }

    /** The picklist would take them, but an id is nothing that anybody wants there. */
    @Test
    void stageThatIsNotPaired_isSaidNotToBeWritten() {
        HubspotProperty stages =
                Crm.withOptions(
                        Crm.property("prop", "enumeration", "radio"),
                        List.of(new HubspotProperty.Option("17", "New", false, 0, "default")));

        List<ProblemCause> findings =
                new MappingHealthOptions(
                                SyncRule.ALWAYS_USE_HUBSPOT, "'prop'", "'Field__c'", Map.of())
                        .findings(
                                stages,
                                HubspotType.RADIO,
                                Crm.field("Field__c", "picklist", "Cold"),
                                SalesforceType.PICKLIST);

        assertThat(findings)
                .extracting(ProblemCause::code)
                .containsExactly(ProblemCode.SALESFORCE_VALUES_MISSING);
        assertThat(findings.get(0).text()).contains("17").doesNotContain("inactive value");
    }

    /** HubSpot's options are internal names, which nobody wants to see in Salesforce. */
    @Test
    void optionThatAnUnrestrictedPicklistLacks_isSaidToBecomeAValue() {
        MappingHealthOptions options =
                new MappingHealthOptions(
                        SyncRule.ALWAYS_USE_HUBSPOT, "'prop'", "'Field__c'", Map.of("low", "Cold"));

        List<ProblemCause> findings =
                options.findings(
                        Crm.property("prop", "enumeration", "select", "low", "Cold", "SOFTWARE"),
                        HubspotType.SELECT,
                        Crm.field("Field__c", "picklist", "Cold"),
                        SalesforceType.PICKLIST);

        assertThat(findings)
                .extracting(ProblemCause::code, ProblemCause::action)
                .containsExactly(
                        tuple(ProblemCode.SALESFORCE_VALUES_MISSING, ProblemAction.EDIT_MAPPING),
                        tuple(ProblemCode.SALESFORCE_VALUES_MISSING, ProblemAction.EDIT_MAPPING));
        assertThat(findings.get(0).text())
                .contains("no value for 'SOFTWARE' of", "an inactive value");
        assertThat(findings.get(1).text()).contains("offers 'Cold'", "paired with another");
    }

    @ParameterizedTest(name = "{0} and {1}, {2} = {3}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # options | values   | option | its value | mended by
                    A         | A,B      | A      | A         | REFRESH_OPTIONS
                    A         | A,B,C    | A      | B         | REFRESH_OPTIONS
                    A         | A,B      | gone   | B         | EDIT_MAPPING
                    A;B       | A,B,C    | B      | C         | EDIT_MAPPING
                    A         | A,B;C    | A      | A         | EDIT_MAPPING
                    A         | A,B;C,D  | A      | A         | REFRESH_OPTIONS
                    """)
    void missingOptions_areRefreshedOnlyWhereThatAddsOne(
            String options, String values, String option, String value, ProblemAction action) {
        List<ProblemCause> findings =
                new MappingHealthOptions(
                                SyncRule.TWO_WAY, "'prop'", "'Field__c'", Map.of(option, value))
                        .findings(
                                Crm.property("prop", "enumeration", "select", options.split(";")),
                                HubspotType.SELECT,
                                Crm.field("Field__c", "picklist", values.split(",")),
                                SalesforceType.PICKLIST);

        assertThat(findings).extracting(ProblemCause::action).containsExactly(action);
    }
}
