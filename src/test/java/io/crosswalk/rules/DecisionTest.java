package io.crosswalk.rules;

import static io.crosswalk.rules.Decision.BOTH_CHANGED_SALESFORCE_WINS_TIE;
import static io.crosswalk.rules.Decision.FIRST_CONTACT_SALESFORCE_WINS_TIE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final EnumSet<Decision> TIES =
            EnumSet.of(BOTH_CHANGED_SALESFORCE_WINS_TIE, FIRST_CONTACT_SALESFORCE_WINS_TIE);

    @Test
    void mirrored_swapsTheSidesInEveryRespect() {
        for (Decision decision : Decision.values()) {
            Decision mirrored = decision.mirrored();
            assertThat(mirrored.mirrored()).isEqualTo(decision);
            assertThat(mirrored.note()).isEqualTo(decision.note());
            if (TIES.contains(decision)) {
                assertThat(mirrored).isEqualTo(decision);
            } else {
                Side writes = decision.writes();
                assertThat(mirrored.writes())
                        .as("%s", decision)
                        .isEqualTo(writes == null ? null : writes.other());
                assertThat(mirrored.name())
                        .isEqualTo(swapped(decision.name(), "HUBSPOT", "SALESFORCE"));
                assertThat(mirrored.reason())
                        .as("%s", decision)
                        .isEqualTo(swapped(decision.reason(), "HubSpot", "Salesforce"));
            }
        }
    }

    @Test
    void reason_isOneSentencePerDecisionAndNamesWhatIsWritten() {
        var seen = new HashSet<String>();
        for (Decision decision : Decision.values()) {
            assertThat(seen.add(decision.reason())).as("%s", decision).isTrue();
            assertThat(decision.reason()).matches("[A-Z][^.]+\\.").doesNotContain("  ");
            if (decision.writes() != null) {
                assertThat(decision.reason())
                        .as("%s", decision)
                        .containsPattern(
                                "so " + decision.writes().label() + " (takes|goes|is cleared)");
            }
        }
    }

    @Test
    void whatOverwritesAnEdit_saysSo() {
        for (Decision decision : Decision.values()) {
            assertThat(decision.note() == Note.REJECTED)
                    .as("%s", decision)
                    .isEqualTo(decision.name().endsWith("_REJECTED"));
        }
    }

    /** The journal keeps decisions that write, and no others. */
    @Test
    void whatSaysThatASideLost_writes() {
        for (Decision decision : Decision.values()) {
            if (decision.note() != Note.NONE) {
                assertThat(decision.writes()).as("%s", decision).isNotNull();
            }
        }
    }

    /** A decision that the evaluator never takes is a row that was forgotten, or a dead one. */
    @Test
    void everyDecision_isTakenForSomeInput() {
        var taken = EnumSet.noneOf(Decision.class);
        for (int bits = 0; bits < 8; bits++) {
            boolean inStep = (bits & 1) != 0;
            boolean hubspotBlank = (bits & 2) != 0;
            boolean salesforceBlank = (bits & 4) != 0;
            for (SyncRule rule : SyncRule.values()) {
                for (Later later : Later.values()) {
                    taken.add(
                            Evaluator.decide(
                                    rule,
                                    inStep,
                                    hubspotBlank,
                                    salesforceBlank,
                                    false,
                                    false,
                                    later));
                    for (Hinted hinted : Hinted.values()) {
                        for (Fill fill : Fill.values()) {
                            taken.add(
                                    Evaluator.firstContact(
                                            rule,
                                            inStep,
                                            hubspotBlank,
                                            salesforceBlank,
                                            hinted,
                                            fill,
                                            later));
                        }
                    }
                }
            }
        }
        assertThat(taken).containsExactlyInAnyOrder(Decision.values());
    }

    private static String swapped(String text, String one, String other) {
        return text.replace(one, "\0").replace(other, one).replace("\0", other);
    }

    /** People read in the journal which side had changed. */
    @Test
    void names_sayWhoHadChanged() {
        for (SyncRule rule : SyncRule.values()) {
            for (int bits = 0; bits < 16; bits++) {
                boolean hubspotBlank = (bits & 1) != 0;
                boolean salesforceBlank = (bits & 2) != 0;
                boolean hubspot = (bits & 4) != 0;
                boolean salesforce = (bits & 8) != 0;
                String name =
                        Evaluator.decide(
                                        rule,
                                        false,
                                        hubspotBlank,
                                        salesforceBlank,
                                        hubspot,
                                        salesforce,
                                        Later.TIE)
                                .name();
                if (name.startsWith("BOTH_CHANGED")) {
                    assertThat(hubspot && salesforce).as("%s %s", rule, name).isTrue();
                }
                if (name.matches("HUBSPOT_(EDIT|CLEAR)_REJECTED")) {
                    assertThat(hubspot && !salesforce).as("%s %s", rule, name).isTrue();
                    assertThat(name.contains("CLEAR")).as("%s", rule).isEqualTo(hubspotBlank);
                }
                if (name.equals("SALESFORCE_CHANGED")) {
                    assertThat(hubspot).as("%s", rule).isFalse();
                }
            }
        }
    }

    @Test
    void whatFills_isWhatFirstContactWrites() {
        var filling = EnumSet.noneOf(Decision.class);
        for (SyncRule rule : SyncRule.values()) {
            for (int bits = 0; bits < 4; bits++) {
                for (Later later : Later.values()) {
                    Decision met =
                            Evaluator.firstContact(
                                    rule,
                                    false,
                                    (bits & 1) != 0,
                                    (bits & 2) != 0,
                                    Hinted.NONE,
                                    Fill.ALIGN,
                                    later);
                    if (met.writes() != null) {
                        filling.add(met);
                    }
                }
            }
        }

        for (Decision decision : Decision.values()) {
            assertThat(decision.fills()).as("%s", decision).isEqualTo(filling.contains(decision));
        }
    }
}
