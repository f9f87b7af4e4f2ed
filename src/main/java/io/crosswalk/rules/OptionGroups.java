package io.crosswalk.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options of which several mean the same, each in a group of its own: deals of every pipeline can
 * be won, and each pipeline has its own stage for it.
 *
 * @param of the group of each option, in the order in which options are preferred
 */
public record OptionGroups(Map<String, String> of) {

    /** All options are of one kind, and no two mean the same. */
    public static final OptionGroups NONE = new OptionGroups(Map.of());

    public OptionGroups {
        of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
    }

    /** The group of an option; empty if it is of none. */
    public String of(String option) {
        return of.getOrDefault(option, "");
    }
}
