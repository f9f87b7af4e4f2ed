package io.crosswalk.bench;

import io.crosswalk.rules.Later;
import io.crosswalk.rules.SyncRule;
import java.util.SplittableRandom;

/**
 * What the evaluator is asked about the fields of one link: 85 % prefer Salesforce unless blank, 13
 * % two-way, 2 % always use Salesforce. Of unchanged fields nine of ten say the same on both sides.
 */
final class Cells {
    final SyncRule[] rules;
    final boolean[] inStep;
    final boolean[] hubspotBlank;
    final boolean[] salesforceBlank;
    final boolean[] hubspotChanged;
    final boolean[] salesforceChanged;
    final Later[] later;

    /**
     * @param changedPercent how many of the fields differ from their base
     */
    Cells(int fields, int changedPercent) {
        rules = new SyncRule[fields];
        inStep = new boolean[fields];
        hubspotBlank = new boolean[fields];
        salesforceBlank = new boolean[fields];
        hubspotChanged = new boolean[fields];
        salesforceChanged = new boolean[fields];
        later = new Later[fields];
        SplittableRandom random = new SplittableRandom(fields);
        // At least one changed field where any shall be, spread evenly.
        int changed = changedPercent == 0 ? 0 : Math.max(1, fields * changedPercent / 100);
        for (int i = 0; i < fields; i++) {
            rules[i] = rule(random.nextInt(100));
            boolean moves = (long) i * changed / fields != (long) (i + 1) * changed / fields;
            fill(i, moves, random);
        }
    }

    static SyncRule rule(int percent) {
        if (percent < 85) {
            return SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;
        }
        return percent < 98 ? SyncRule.TWO_WAY : SyncRule.ALWAYS_USE_SALESFORCE;
    }

    private void fill(int i, boolean moves, SplittableRandom random) {
        later[i] = Later.values()[random.nextInt(Later.values().length)];
        inStep[i] = !moves && random.nextInt(10) > 0;
        int blank = random.nextInt(10);
        hubspotBlank[i] = blank == 0;
        salesforceBlank[i] = blank == 1;
        int who = random.nextInt(10);
        hubspotChanged[i] = moves && (who < 4);
        salesforceChanged[i] = moves && (who > 2);
    }
}
