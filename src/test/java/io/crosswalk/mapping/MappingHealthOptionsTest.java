package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered against missing options is what mends them. */
class MappingHealthOptionsTest {
    private static HubspotProperty property(String options) {
        List<HubspotProperty.Option> all =
                Stream.of(options.split(";"))
                        .map(it -> new HubspotProperty.Option(it, it, false, 0))
                        .toList();
        return new HubspotProperty(
                "prop", "Prop", "enumeration", "select", false, false, false, false, null, all);
    }

    private static SalesforceField field(String values) {
        List<PicklistValue> all =
                Stream.of(values.split(",")).map(it -> new PicklistValue(it, it, true)).toList();
        return new SalesforceField(
                "Field__c",
                "Field",
                "picklist",
                true,
                255,
                0,
                0,
                true,
                true,
                false,
                true,
                false,
                false,
                null,
                List.of(),
                all);
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
                                property(options),
                                HubspotType.SELECT,
                                field(values),
                                SalesforceType.PICKLIST);

        assertThat(findings).extracting(ProblemCause::action).containsExactly(action);
    }
}
