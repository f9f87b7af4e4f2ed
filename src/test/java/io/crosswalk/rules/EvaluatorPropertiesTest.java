package io.crosswalk.rules;

import static io.crosswalk.rules.Decision.BOTH_CHANGED_SALESFORCE_WINS_TIE;
import static io.crosswalk.rules.Decision.FIRST_CONTACT_SALESFORCE_WINS_TIE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every input: the input space is finite, so all of it is tried. */
class EvaluatorPropertiesTest {
    private static final boolean[] BOTH = {false, true};
    private static final String[] ALPHABET = {"", "a", "b"};

    /** One input of both functions; {@code changed} is what firstContact calls hinted. */
    private record Input(
            SyncRule rule,
            boolean inStep,
            boolean hubspotBlank,
            boolean salesforceBlank,
            Hinted changed,
            Later later) {

        Decision decide() {
            return Evaluator.decide(
                    rule,
                    inStep,
                    hubspotBlank,
                    salesforceBlank,
                    changed == Hinted.HUBSPOT || changed == Hinted.BOTH,
                    changed == Hinted.SALESFORCE || changed == Hinted.BOTH,
                    later);
        }

        Decision firstContact(Fill fill) {
            return Evaluator.firstContact(
                    rule, inStep, hubspotBlank, salesforceBlank, changed, fill, later);
        }

        Input mirrored() {
            return new Input(
                    rule.mirrored(),
                    inStep,
                    salesforceBlank,
                    hubspotBlank,
                    changed.mirrored(),
                    later.mirrored());
        }
    }

    @Test
    void wholeInputSpace_alwaysHasADecision() {
        assertThat(inputs()).hasSize(6 * 2 * 2 * 2 * 4 * 4);
        everyDecision((input, decision) -> assertThat(decision).as("%s", input).isNotNull());
    }

    @Test
    void inStep_writesNothing() {
        everyDecision(
                (input, decision) -> {
                    if (input.inStep) {
                        assertThat(decision.writes()).as("%s", input).isNull();
                    }
                });
    }

    @Test
    void nothingChanged_writesNothing() {
        for (Input input : inputs()) {
            if (input.changed == Hinted.NONE) {
                assertThat(input.decide().writes()).as("%s", input).isNull();
                assertThat(input.firstContact(Fill.NONE).writes()).as("%s", input).isNull();
            }
        }
    }

    @Test
    void dontSync_neverDoesAnything() {
        everyDecision(
                (input, decision) -> {
                    if (input.rule == SyncRule.DONT_SYNC) {
                        assertThat(decision).as("%s", input).isEqualTo(Decision.NOT_SYNCED);
                    }
                });
    }

    @Test
    void ruleSaysItMayNotWriteASide_neverWritesIt() {
        everyDecision(
                (input, decision) -> {
                    Side side = decision.writes();
                    if (side != null) {
                        assertThat(input.rule.mayWrite(side)).as("%s", input).isTrue();
                    }
                });
        assertThat(SyncRule.ALWAYS_USE_SALESFORCE.mayWrite(Side.SALESFORCE)).isFalse();
        assertThat(SyncRule.ALWAYS_USE_HUBSPOT.mayWrite(Side.HUBSPOT)).isFalse();
    }

    @Test
    void sidesSwapped_decideTheMirrorImageExceptTies() {
        everyDecision(
                (input, decision) -> {
                    if (isTie(decision)) {
                        assertThat(input.rule).as("%s", input).isEqualTo(SyncRule.TWO_WAY);
                        assertThat(decision.writes()).as("%s", input).isEqualTo(Side.HUBSPOT);
                    }
                });
        for (Input input : inputs()) {
            assertThat(input.mirrored().decide())
                    .as("%s", input)
                    .isEqualTo(input.decide().mirrored());
            for (Fill fill : Fill.values()) {
                assertThat(input.mirrored().firstContact(fill))
                        .as("%s %s", input, fill)
                        .isEqualTo(input.firstContact(fill).mirrored());
            }
        }
    }

    @Test
    void firstContactWithAHint_decidesAsIfThatSideHadChanged() {
        for (Input input : inputs()) {
            if (input.changed != Hinted.NONE) {
                for (Fill fill : Fill.values()) {
                    assertThat(input.firstContact(fill))
                            .as("%s %s", input, fill)
                            .isEqualTo(input.decide());
                }
            }
        }
    }

    /** Applies a decision, acknowledges both sides, and decides again: twice is once. */
    @Test
    void decisionApplied_leavesNothingToDecide() {
        for (SyncRule rule : SyncRule.values()) {
            for (String hubspot : ALPHABET) {
                for (String salesforce : ALPHABET) {
                    for (Hinted changed : Hinted.values()) {
                        for (Later later : Later.values()) {
                            var first = input(rule, hubspot, salesforce, changed, later);
                            settles(first, first.decide(), hubspot, salesforce);
                            for (Fill fill : Fill.values()) {
                                settles(first, first.firstContact(fill), hubspot, salesforce);
                            }
                        }
                    }
                }
            }
        }
    }

    /**
     * Random walks: edits on either side, a sync after each, and only values that someone typed.
     */
    @Test
    void randomEditsAndSyncs_neverInventAValue() {
        long seed = 20_261_124L;
        var random = new SplittableRandom(seed);
        for (int walk = 0; walk < 5_000; walk++) {
            var rule = SyncRule.values()[random.nextInt(SyncRule.values().length)];
            String[] now = {pick(random), pick(random)};
            String[] base = now.clone();
            for (int step = 0; step < 6; step++) {
                String as = "seed %d walk %d step %d %s".formatted(seed, walk, step, rule);
                for (int side = 0; side < 2; side++) {
                    now[side] = random.nextInt(3) == 0 ? pick(random) : now[side];
                }
                var changed = Hinted.of(!now[0].equals(base[0]), !now[1].equals(base[1]));
                var later = Later.values()[random.nextInt(Later.values().length)];
                String[] before = now.clone();
                Side writes = input(rule, now[0], now[1], changed, later).decide().writes();
                if (writes != null) {
                    now[writes.ordinal()] = now[writes.other().ordinal()];
                    assertThat(changed).as(as).isNotEqualTo(Hinted.NONE);
                    assertThat(now[0]).as(as).isEqualTo(now[1]);
                }
                assertThat(now[0]).as(as).isIn(before[0], before[1]);
                assertThat(now[1]).as(as).isIn(before[0], before[1]);
                if (rule == SyncRule.TWO_WAY && changed != Hinted.NONE) {
                    assertThat(now[0]).as(as).isEqualTo(now[1]);
                }
                base = now.clone();
            }
        }
    }

    private static void settles(Input input, Decision decision, String hubspot, String salesforce) {
        String hubspotAfter = decision.writes() == Side.HUBSPOT ? salesforce : hubspot;
        String salesforceAfter = decision.writes() == Side.SALESFORCE ? hubspot : salesforce;
        var again =
                input(input.rule, hubspotAfter, salesforceAfter, Hinted.NONE, input.later).decide();
        assertThat(again.writes()).as("%s after %s", input, decision).isNull();
        if (decision.writes() != null && input.rule != SyncRule.DONT_SYNC) {
            assertThat(again).as("%s after %s", input, decision).isEqualTo(Decision.IN_STEP);
        }
    }

    private static Input input(
            SyncRule rule, String hubspot, String salesforce, Hinted changed, Later later) {
        return new Input(
                rule,
                hubspot.equals(salesforce),
                hubspot.isEmpty(),
                salesforce.isEmpty(),
                changed,
                later);
    }

    private static String pick(SplittableRandom random) {
        return ALPHABET[random.nextInt(ALPHABET.length)];
    }

    private static boolean isTie(Decision decision) {
        return decision == BOTH_CHANGED_SALESFORCE_WINS_TIE
                || decision == FIRST_CONTACT_SALESFORCE_WINS_TIE;
    }

    private static void everyDecision(BiConsumer<Input, Decision> check) {
        for (Input input : inputs()) {
            check.accept(input, input.decide());
            check.accept(input, input.firstContact(Fill.NONE));
            check.accept(input, input.firstContact(Fill.ALIGN));
        }
    }

    private static List<Input> inputs() {
        var all = new ArrayList<Input>();
        for (SyncRule rule : SyncRule.values()) {
            for (boolean inStep : BOTH) {
                for (boolean hubspotBlank : BOTH) {
                    for (boolean salesforceBlank : BOTH) {
                        for (Hinted changed : Hinted.values()) {
                            for (Later later : Later.values()) {
                                all.add(
                                        new Input(
                                                rule,
                                                inStep,
                                                hubspotBlank,
                                                salesforceBlank,
                                                changed,
                                                later));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }
}
