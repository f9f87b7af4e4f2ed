package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class SyncRuleTest {

    @Test
    void labels_areThoseOfThePage() {
        assertThat(SyncRule.values())
                .extracting(SyncRule::label)
                .containsExactly(
                        "Prefer Salesforce unless blank",
                        "Always use Salesforce",
                        "Two-way",
                        "Don't sync",
                        "Prefer HubSpot unless blank",
                        "Always use HubSpot");
    }

    @Test
    void mirroredTwice_isTheRuleItself() {
        for (SyncRule rule : SyncRule.values()) {
            assertThat(rule.mirrored().mirrored()).isEqualTo(rule);
            for (Side side : Side.values()) {
                assertThat(rule.mirrored().mayWrite(side))
                        .as("%s %s", rule, side)
                        .isEqualTo(rule.mayWrite(side.other()));
                assertThat(rule.mirrored().mayClear(side))
                        .as("%s %s", rule, side)
                        .isEqualTo(rule.mayClear(side.other()));
            }
        }
    }

    @Test
    void mayWriteAndMayClear_areExactlyWhatTheEvaluatorDoes() {
        for (SyncRule rule : SyncRule.values()) {
            var written = EnumSet.noneOf(Side.class);
            var cleared = EnumSet.noneOf(Side.class);
            for (int bits = 0; bits < 16; bits++) {
                boolean hubspotBlank = (bits & 1) != 0;
                boolean salesforceBlank = (bits & 2) != 0;
                for (Later later : Later.values()) {
                    Side side =
                            Evaluator.decide(
                                            rule,
                                            false,
                                            hubspotBlank,
                                            salesforceBlank,
                                            (bits & 4) != 0,
                                            (bits & 8) != 0,
                                            later)
                                    .writes();
                    if (side != null) {
                        written.add(side);
                        if (side == Side.HUBSPOT ? salesforceBlank : hubspotBlank) {
                            cleared.add(side);
                        }
                    }
                }
            }
            for (Side side : Side.values()) {
                assertThat(rule.mayWrite(side))
                        .as("%s writes %s", rule, side)
                        .isEqualTo(written.contains(side));
                assertThat(rule.mayClear(side))
                        .as("%s clears %s", rule, side)
                        .isEqualTo(cleared.contains(side));
            }
        }
    }

    @Test
    void summaries_areASentenceEach() {
        assertThat(SyncRule.values())
                .extracting(SyncRule::summary)
                .doesNotHaveDuplicates()
                .allMatch(summary -> summary.matches("[A-Z][^.]+\\."));
    }
}
