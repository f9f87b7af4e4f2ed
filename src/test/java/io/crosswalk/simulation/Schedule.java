package io.crosswalk.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens in a run: each step has its own seed, so that one can be left out and the others
 * stay as they are.
 *
 * @param setup seeds records, mappings and rules
 */
record Schedule(long seed, long setup, List<Step> steps) {

    enum Act {
        EDIT(30),
        EDIT_BOTH_SIDES(7),
        EDIT_AND_TAKE_BACK(4),
        DELIVER(24),
        SYNC(24),
        RECONCILE(6),
        PASS(9),
        DELETE(1),
        RESTORE(2),
        THROTTLE(2),
        CHANGE_OPTIONS(2),
        BACKFILL(2),
        NEWCOMER(3),
        MERGE(1),
        UNDO(2),
        FORGET(1);

        private static final Act[] ALL = values();

        final int weight;

        Act(int weight) {
            this.weight = weight;
        }
    }

    record Step(int number, Act act, long seed) {}

    static Schedule of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long setup = random.nextLong();
        int total = 0;
        for (Act act : Act.ALL) {
            total += act.weight;
        }
        int count = 50 + random.nextInt(40);
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(total);
            for (Act act : Act.ALL) {
                at -= act.weight;
                if (at < 0) {
                    steps.add(new Step(i, act, random.nextLong()));
                    break;
                }
            }
        }
        return new Schedule(seed, setup, steps);
    }

    Schedule with(List<Step> fewer) {
        return new Schedule(seed, setup, List.copyOf(fewer));
    }
}
