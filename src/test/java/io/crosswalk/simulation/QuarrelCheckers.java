package io.crosswalk.simulation;

import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.util.List;

/**
 * Invariant 12: a quarrel ends, with a problem; and nobody is told of one where our writes were
 * left alone.
 */
final class QuarrelCheckers {
    /** As shipped. */
    private static final int ANSWERS_MAX = 12;

    private QuarrelCheckers() {}

    /** Whether people were told that the field is left alone. */
    static boolean isToldOf(FieldFacts field) {
        return field.world().problems.all().stream()
                .anyMatch(
                        problem ->
                                problem.cause().code() == ProblemCode.OSCILLATES
                                        && field.pair()
                                                .hubspotId()
                                                .equals(problem.place().hubspotId())
                                        && field.mapped()
                                                .mapping()
                                                .id()
                                                .equals(problem.place().mappingId()));
    }

    static void check(FieldFacts field, List<String> violations) {
        int answers = answers(field, Side.HUBSPOT) + answers(field, Side.SALESFORCE);
        if (isToldOf(field) && answers < ANSWERS_MAX) {
            violations.add(
                    field.violated("12 quarrels end", "left alone after " + answers + " answers"));
        }
    }

    static void check(World world, List<String> violations) {
        if (world.answering.isPending()) {
            violations.add("12 quarrels end: it goes on and on");
        }
    }

    /** How often somebody has changed what we had written. */
    private static int answers(FieldFacts field, Side side) {
        List<Change> changes = field.changes(side);
        int answers = 0;
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i - 1).ours() && !changes.get(i).ours()) {
                answers++;
            }
        }
        return answers;
    }
}
