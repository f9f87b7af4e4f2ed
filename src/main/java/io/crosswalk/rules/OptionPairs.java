package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Refused;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot options and the Salesforce values that they stand for. Never maps two options of a group
 * to one: an option that would not come back as itself has no counterpart, else a round trip would
 * turn it into another one.
 */
public final class OptionPairs {
    private final Map<String, String> toSalesforce = new HashMap<>();

    /** By value and group, the preferred group first. */
    private final Map<String, Map<String, String>> toHubspot = new HashMap<>();

    private final OptionGroups groups;
    private final UnaryOperator<String> form;

    /**
     * @param pairs HubSpot option to Salesforce value; of two of a group with the same value the
     *     first in order counts
     * @param form the Salesforce form of a value that no pair names; idempotent
     */
    OptionPairs(Map<String, String> pairs, OptionGroups groups, UnaryOperator<String> form) {
        this.groups = groups;
        this.form = form;
        groups.of().keySet().stream()
                .filter(pairs::containsKey)
                .forEach(option -> pair(option, pairs.get(option)));
        new TreeMap<>(pairs).forEach(this::pair);
    }

    /** Of two lists of options, which are compared as they are spelled. */
    public static OptionPairs ofLists(Map<String, String> pairs, OptionGroups groups) {
        return new OptionPairs(pairs, groups, UnaryOperator.identity());
    }

    private void pair(String hubspot, String salesforce) {
        // A blank is not an option, so it cannot be a counterpart.
        if (!hubspot.isEmpty() && !salesforce.isEmpty()) {
            toSalesforce.put(hubspot, form.apply(salesforce));
            toHubspot
                    .computeIfAbsent(form.apply(salesforce), value -> new LinkedHashMap<>())
                    .putIfAbsent(groups.of(hubspot), hubspot);
        }
    }

    /** The counterpart, or null if that stands for another HubSpot option. */
    public @Nullable String toSalesforce(String hubspot) {
        String option = toSalesforce.containsKey(hubspot) ? hubspot : form.apply(hubspot);
        String salesforce = toSalesforce.getOrDefault(option, option);
        Map<String, String> owners = toHubspot.get(salesforce);
        return owners == null || option.equals(owners.get(groups.of(option))) ? salesforce : null;
    }

    /** The preferred counterpart, or null if that stands for another Salesforce value. */
    public @Nullable String toHubspot(String salesforce) {
        return toHubspot(salesforce, "");
    }

    /**
     * The counterpart, or null if that stands for another Salesforce value.
     *
     * @param group of the option that is wanted; where it has none, it is the preferred one
     */
    @Nullable String toHubspot(String salesforce, String group) {
        String formed = form.apply(salesforce);
        Map<String, String> paired = toHubspot.get(formed);
        if (paired != null) {
            return paired.getOrDefault(group, paired.values().iterator().next());
        }
        return toSalesforce.containsKey(formed) ? null : formed;
    }

    boolean inStep(String hubspot, String salesforce) {
        String counterpart = toSalesforce(hubspot);
        return counterpart != null && counterpart.equals(form.apply(salesforce));
    }

    static Refused ambiguous(Side side) {
        return new Refused(
                Code.OPTION_AMBIGUOUS,
                "The option of the same name in "
                        + side.label()
                        + " is paired with another option.");
    }
}
