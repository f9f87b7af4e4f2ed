package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of the rules is what the evaluator decides. */
class RuleExampleTest {
    private static String told(SyncRule rule, RuleSituation situation) {
        RuleExample example =
                RuleExample.of(rule, "CTO", "CEO").stream()
                        .filter(it -> it.situation() == situation)
                        .findFirst()
                        .orElseThrow();
        return example.given() + ": " + example.outcome();
    }

    @Test
    void blankSalesforce_isFilled() {
        assertThat(
                        told(
                                SyncRule.PREFER_SALESFORCE_UNLESS_BLANK,
                                RuleSituation.HUBSPOT_EDITED_SALESFORCE_BLANK))
                .isEqualTo(
                        "Salesforce is blank, and HubSpot is changed to ‘CTO’: Salesforce becomes"
                                + " ‘CTO’");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PREFER_SALESFORCE_UNLESS_BLANK | HUBSPOT_EDITED                | HubSpot becomes ‘CEO’
                    PREFER_SALESFORCE_UNLESS_BLANK | SALESFORCE_CLEARED            | HubSpot is cleared
                    ALWAYS_USE_SALESFORCE | HUBSPOT_EDITED_SALESFORCE_BLANK        | nothing is written
                    ALWAYS_USE_SALESFORCE | ALIGNED_SALESFORCE_BLANK               | nothing is written
                    TWO_WAY               | HUBSPOT_CLEARED                        | Salesforce is cleared
                    TWO_WAY               | BOTH_EDITED_HUBSPOT_LATER              | Salesforce becomes ‘CTO’
                    TWO_WAY               | BOTH_EDITED_SALESFORCE_LATER           | HubSpot becomes ‘CEO’
                    TWO_WAY               | ALIGNED_BOTH_SET                       | HubSpot becomes ‘CEO’
                    PREFER_HUBSPOT_UNLESS_BLANK | SALESFORCE_EDITED                | Salesforce becomes ‘CTO’
                    DONT_SYNC             | HUBSPOT_EDITED                         | nothing is written
                    """)
    void everySituation_endsAsTheTablesSay(SyncRule rule, RuleSituation situation, String outcome) {
        assertThat(told(rule, situation)).endsWith(": " + outcome);
    }

    @ParameterizedTest
    @EnumSource
    void everyRule_isToldInEverySituation(SyncRule rule) {
        List<RuleExample> all = RuleExample.of(rule, "CTO", "CEO");

        assertThat(all).hasSize(RuleSituation.values().length);
        assertThat(all)
                .allSatisfy(it -> assertThat(it.given()).doesNotContain("{").isNotEmpty())
                .allSatisfy(it -> assertThat(it.decision()).isNotEqualTo(Decision.IN_STEP));
    }
}
