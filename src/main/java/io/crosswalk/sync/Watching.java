package io.crosswalk.sync;

import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.LinkPolicy;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Link;
import java.time.Duration;
import java.util.List;

/**
 * Holds everything back where Crosswalk only watches ({@link SyncConfig#watchOnly()}): nothing is
 * noted down, journalled or sent, and the differences say what would be written.
 */
final class Watching {
    private final boolean only;
    private final Duration pause;

    /**
     * @param pause until what it keeps for later is looked at again
     */
    Watching(boolean only, Duration pause) {
        this.only = only;
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }

    /** The plan to go by: no records are made while watching. */
    MappingPlan plan(MappingPlan plan) {
        return only ? plan.with(new LinkPolicy(plan.linking().matching(), Creation.OFF)) : plan;
    }

    /** Whether its partner is to be made once more, which is for later: nothing is made now. */
    boolean keeps(Link link) {
        return only && link.findings().retries().containsKey(MatchKey.PARTNER);
    }

    /**
     * @return whether all was held
     */
    boolean holds(List<LinkWork> works) {
        if (only) {
            works.forEach(Watching::hold);
        }
        return only;
    }

    private static void hold(LinkWork work) {
        for (FieldDecision decided : List.copyOf(work.decisions())) {
            if (decided.write() != null) {
                work.hold(decided, Difference.Reason.WATCHED);
            }
        }
    }
}
