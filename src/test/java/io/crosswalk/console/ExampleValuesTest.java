package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.rules.RuleExample;
import io.crosswalk.rules.RuleSituation;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Examples of a paired list say of each side what that side has. */
class ExampleValuesTest {
    private static final HubspotProperty STAGE =
            new HubspotProperty(
                    "stage",
                    "Stage",
                    "enumeration",
                    "select",
                    false,
                    false,
                    false,
                    false,
                    null,
                    Stream.of("appointment", "qualified", "bought")
                            .map(ExampleValuesTest::stage)
                            .toList());
    private static final SalesforceField FIELD =
            new SalesforceField(
                    "StageName",
                    "Stage",
                    "picklist",
                    true,
                    255,
                    0,
                    0,
                    true,
                    false,
                    true,
                    false,
                    List.of(),
                    List.of(
                            new PicklistValue("Prospecting", "Prospecting now", true),
                            new PicklistValue("Closed Won", "", true),
                            new PicklistValue("Old", "Old", false)));

    private static HubspotProperty.Option stage(String value) {
        String pipeline = value.equals("qualified") ? "second" : "first";
        return new HubspotProperty.Option(value, "My " + value, false, 0, pipeline);
    }

    private static String told(Map<String, String> pairs, RuleSituation situation) {
        ExampleValues values = ExampleValues.of(STAGE, FIELD, pairs);
        RuleExample example =
                RuleExample.of(SyncRule.TWO_WAY, values.hubspot(), values.salesforce()).stream()
                        .filter(it -> it.situation() == situation)
                        .findFirst()
                        .orElseThrow();
        return example.given() + ": " + example.outcome();
    }

    @Test
    void pairedOptions_becomeWhatTheyStandFor() {
        Map<String, String> pairs =
                Map.of("appointment", "Old", "qualified", "Prospecting", "bought", "Closed Won");

        assertThat(told(pairs, RuleSituation.HUBSPOT_EDITED))
                .isEqualTo(
                        "Salesforce says ‘Closed Won’, and HubSpot is changed to ‘My qualified’:"
                                + " Salesforce becomes ‘Prospecting now’");
        assertThat(told(pairs, RuleSituation.SALESFORCE_EDITED))
                .isEqualTo(
                        "HubSpot says ‘My qualified’, and Salesforce is changed to ‘Closed Won’:"
                                + " HubSpot becomes ‘My bought’");
    }

    @Test
    void optionsThatNothingStandsFor_areToldAsHubspotHasThem() {
        assertThat(told(Map.of(), RuleSituation.HUBSPOT_EDITED))
                .endsWith("Salesforce becomes ‘My appointment’");
    }

    @Test
    void stagesOfTwoPipelinesThatStandForOneValue_areNotToldAsTwo() {
        Map<String, String> pairs =
                Map.of(
                        "appointment", "Prospecting",
                        "qualified", "Prospecting",
                        "bought", "Closed Won");

        assertThat(told(pairs, RuleSituation.HUBSPOT_EDITED))
                .isEqualTo(
                        "Salesforce says ‘Closed Won’, and HubSpot is changed to ‘My appointment’:"
                                + " Salesforce becomes ‘Prospecting now’");
    }
}
