package io.crosswalk.mapping;

import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a mapping can be changed after it was made.
 *
 * @param fill what happens at first contact of a link with this mapping
 * @param optionPairs HubSpot option to Salesforce value, one to one, and of stages so in each
 *     pipeline; sorted. Options that it does not name are the same on both sides
 */
public record MappingChoice(SyncRule syncRule, Fill fill, Map<String, String> optionPairs) {

    public MappingChoice {
        optionPairs = Collections.unmodifiableMap(new TreeMap<>(optionPairs));
    }

    /**
     * Whether a mapping that becomes this aligns what it has left alone so far: it did not align
     * before, or did not sync.
     *
     * @param next what it becomes
     */
    public boolean beginsToAlign(MappingChoice next) {
        boolean leavesDontSync =
                syncRule == SyncRule.DONT_SYNC && next.syncRule != SyncRule.DONT_SYNC;
        return next.fill == Fill.ALIGN && (fill == Fill.NONE || leavesDontSync);
    }

    /** A short text that is another one when the rule or the pairs are, however it fills. */
    public String ruleStamp() {
        if (optionPairs.isEmpty()) {
            return syncRule.name();
        }
        StringBuilder pairs = new StringBuilder();
        optionPairs.forEach((option, value) -> pairs.append(option + '\t' + value + '\n'));
        return syncRule.name() + '~' + ShortDigest.of(pairs.toString());
    }
}
