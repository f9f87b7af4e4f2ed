package io.crosswalk.console;

import io.crosswalk.rules.Fill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The panel in which a mapping is made or changed.
 *
 * @param mapping null while a new one is made
 */
public record Editor(
        MappingsPage.ObjectView object,
        @Nullable Existing mapping,
        Choice choice,
        Pairing pairing) {

    /** The mapping that is changed. */
    public record Existing(
            String id,
            MappingRow.End property,
            MappingRow.End field,
            long version,
            boolean standard) {}

    /**
     * What can be chosen for a pair, and what it would do.
     *
     * @param object the object's name
     * @param mismatch why the pair cannot be mapped; null if it can, or is not chosen yet
     * @param chosen whether both ends are
     * @param extended whether the types go beyond HubSpot's own pairs
     * @param fill what happens when a record is seen for the first time
     */
    public record Choice(
            String object,
            @Nullable String mismatch,
            boolean chosen,
            boolean extended,
            List<RuleChoice> rules,
            List<Example> examples,
            List<Example> aligned,
            Fill fill) {
        public boolean align() {
            return fill == Fill.ALIGN;
        }

        /** Whether the rule ever writes. */
        public boolean syncs() {
            return rules.stream().noneMatch(it -> it.checked() && it.rule().icon().equals("none"));
        }
    }

    /**
     * @param why why it cannot be used for this pair; null if it can
     */
    public record RuleChoice(
            MappingRow.Rule rule, String summary, @Nullable String why, boolean checked) {}

    /**
     * @param given the situation
     * @param side that is written: {@code hubspot}, {@code salesforce}, or empty
     * @param note {@code rejected}, {@code conflict}, or empty
     */
    public record Example(String given, String outcome, String side, String note) {}
}
