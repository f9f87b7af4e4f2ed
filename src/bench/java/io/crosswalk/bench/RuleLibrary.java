package io.crosswalk.bench;

import static io.crosswalk.rules.Decision.*;
import static io.crosswalk.rules.SyncRule.ALWAYS_USE_SALESFORCE;
import static io.crosswalk.rules.SyncRule.DONT_SYNC;
import static io.crosswalk.rules.SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;
import static io.crosswalk.rules.SyncRule.TWO_WAY;

import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Evaluator;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.SyncRule;
import java.util.List;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/**
 * The tables of HubSpot's own four rules (docs/semantics.md) as Easy Rules would have them: a rule
 * per row, in order, the first that fits decides. What a user would write without Crosswalk.
 */
final class RuleLibrary {
    private static final List<SyncRule> RULES =
            List.of(PREFER_SALESFORCE_UNLESS_BLANK, ALWAYS_USE_SALESFORCE, TWO_WAY, DONT_SYNC);

    private final Rules rules = new Rules();
    private final DefaultRulesEngine engine =
            new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
    private int priority;

    /** One question; a plain class, so that the library is not made slower than it needs to be. */
    private static final class Cell {
        private final SyncRule rule;
        private final boolean inStep;
        private final boolean hubspotBlank;
        private final boolean salesforceBlank;
        private final boolean hubspotChanged;
        private final boolean salesforceChanged;
        private final Later later;
        private Decision decision = NOT_SYNCED;

        Cell(SyncRule rule, boolean[] is, Later later) {
            this.rule = rule;
            this.inStep = is[0];
            this.hubspotBlank = is[1];
            this.salesforceBlank = is[2];
            this.hubspotChanged = is[3];
            this.salesforceChanged = is[4];
            this.later = later;
        }

        boolean onlyHubspot() {
            return hubspotChanged && !salesforceChanged;
        }

        boolean onlySalesforce() {
            return salesforceChanged && !hubspotChanged;
        }

        boolean both() {
            return hubspotChanged && salesforceChanged;
        }

        boolean isTwoWayBoth(Later expected) {
            return rule == TWO_WAY && both() && later == expected;
        }
    }

    RuleLibrary() {
        row(NOT_SYNCED, c -> c.rule == DONT_SYNC);
        row(IN_STEP, c -> c.inStep || c.hubspotBlank && c.salesforceBlank);
        row(NOTHING_CHANGED, c -> !c.hubspotChanged && !c.salesforceChanged);
        twoWay();
        salesforceHasValue();
        row(SALESFORCE_CLEARED, c -> c.onlySalesforce() && c.salesforceBlank);
        row(HUBSPOT_KEEPS_ITS_VALUE, c -> c.rule == ALWAYS_USE_SALESFORCE && !c.salesforceChanged);
        row(SALESFORCE_CLEARED_HUBSPOT_EDIT_REJECTED, c -> c.rule == ALWAYS_USE_SALESFORCE);
        row(HUBSPOT_FILLS_BLANK_SALESFORCE, c -> !c.salesforceChanged);
        row(BOTH_CHANGED_SALESFORCE_CLEARED_LATER, c -> c.later == Later.SALESFORCE);
        row(BOTH_CHANGED_HUBSPOT_LATER, c -> c.later == Later.HUBSPOT);
        row(BOTH_CHANGED_HUBSPOT_VALUE_WINS, c -> true);
    }

    private void twoWay() {
        row(SALESFORCE_CLEARED, c -> c.rule == TWO_WAY && c.onlySalesforce() && c.salesforceBlank);
        row(SALESFORCE_CHANGED, c -> c.rule == TWO_WAY && c.onlySalesforce());
        row(HUBSPOT_CLEARED, c -> c.rule == TWO_WAY && c.onlyHubspot() && c.hubspotBlank);
        row(HUBSPOT_CHANGED, c -> c.rule == TWO_WAY && c.onlyHubspot());
        row(
                BOTH_CHANGED_HUBSPOT_CLEARED_LATER,
                c -> c.isTwoWayBoth(Later.HUBSPOT) && c.hubspotBlank);
        row(BOTH_CHANGED_HUBSPOT_LATER, c -> c.isTwoWayBoth(Later.HUBSPOT));
        row(
                BOTH_CHANGED_SALESFORCE_CLEARED_LATER,
                c -> c.isTwoWayBoth(Later.SALESFORCE) && c.salesforceBlank);
        row(BOTH_CHANGED_SALESFORCE_LATER, c -> c.isTwoWayBoth(Later.SALESFORCE));
        row(BOTH_CHANGED_HUBSPOT_VALUE_WINS, c -> c.rule == TWO_WAY && c.salesforceBlank);
        row(BOTH_CHANGED_SALESFORCE_VALUE_WINS, c -> c.rule == TWO_WAY && c.hubspotBlank);
        row(BOTH_CHANGED_SALESFORCE_WINS_TIE, c -> c.rule == TWO_WAY);
    }

    private void salesforceHasValue() {
        row(SALESFORCE_CHANGED, c -> !c.salesforceBlank && !c.hubspotChanged);
        row(BOTH_CHANGED_HUBSPOT_EDIT_REJECTED, c -> !c.salesforceBlank && c.both());
        row(HUBSPOT_CLEAR_REJECTED, c -> !c.salesforceBlank && c.hubspotBlank);
        row(HUBSPOT_EDIT_REJECTED, c -> !c.salesforceBlank);
    }

    private void row(Decision decision, Predicate<Cell> when) {
        priority++;
        rules.register(
                new RuleBuilder()
                        .name(priority + " " + decision)
                        .priority(priority)
                        .when(facts -> when.test(facts.get("cell")))
                        .then(facts -> facts.<Cell>get("cell").decision = decision)
                        .build());
    }

    Decision decide(
            SyncRule rule,
            boolean inStep,
            boolean hubspotBlank,
            boolean salesforceBlank,
            boolean hubspotChanged,
            boolean salesforceChanged,
            Later later) {
        boolean[] is = {inStep, hubspotBlank, salesforceBlank, hubspotChanged, salesforceChanged};
        return decide(new Cell(rule, is, later));
    }

    private Decision decide(Cell cell) {
        Facts facts = new Facts();
        facts.put("cell", cell);
        engine.fire(rules, facts);
        return cell.decision;
    }

    /**
     * Every cell of the four rules, so that the two are comparable.
     *
     * @return how many cells were compared
     * @throws IllegalStateException at the first that is decided differently
     */
    int mustAgree() {
        int cells = 0;
        for (SyncRule rule : RULES) {
            for (int bits = 0; bits < 32; bits++) {
                for (Later later : Later.values()) {
                    boolean[] is = new boolean[5];
                    for (int i = 0; i < is.length; i++) {
                        is[i] = (bits >> i & 1) == 1;
                    }
                    Decision expected =
                            Evaluator.decide(rule, is[0], is[1], is[2], is[3], is[4], later);
                    Decision answered = decide(new Cell(rule, is, later));
                    if (answered != expected) {
                        throw new IllegalStateException(
                                rule
                                        + " "
                                        + List.of(is[0], is[1], is[2], is[3], is[4])
                                        + " "
                                        + later
                                        + ": "
                                        + expected
                                        + ", but the library says "
                                        + answered);
                    }
                    cells++;
                }
            }
        }
        return cells;
    }
}
