package io.crosswalk.console;

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
     * @param filling what becomes of values that are there already
     */
    public record Choice(
            String object,
            @Nullable String mismatch,
            boolean chosen,
            boolean extended,
            List<RuleChoice> rules,
            List<Example> examples,
            Filling filling) {

        /** Whether the rule ever writes. */
        public boolean syncs() {
            return rules.stream().noneMatch(it -> it.checked() && it.rule().icon().equals("none"));
        }
    }

    /**
     * What is chosen for existing values.
     *
     * @param align whether they are brought in step
     * @param begins whether choosing that begins with all records, which a preview shows first;
     *     else the mapping does so already, and only records linked later are concerned
     * @param examples of how they are
     */
    public record Filling(boolean align, boolean begins, List<Example> examples) {}

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
