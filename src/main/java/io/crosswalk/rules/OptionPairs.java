package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot options and the Salesforce values that they stand for. Never maps two options to one: an
 * option that would not come back as itself has no counterpart, else a round trip would turn it
 * into another one.
 */
public final class OptionPairs {
    private final Map<String, String> toSalesforce = new HashMap<>();
    private final Map<String, String> toHubspot = new HashMap<>();
    private final UnaryOperator<String> form;

    /**
     * @param pairs HubSpot option to Salesforce value; of two with the same value the first in
     *     order counts
     * @param form the Salesforce form of a value that no pair names; idempotent
     */
    OptionPairs(Map<String, String> pairs, UnaryOperator<String> form) {
        this.form = form;
        new TreeMap<>(pairs).forEach(this::pair);
    }

    /** Of two lists of options, which are compared as they are spelled. */
    public static OptionPairs ofLists(Map<String, String> pairs) {
        return new OptionPairs(pairs, UnaryOperator.identity());
    }

    private void pair(String hubspot, String salesforce) {
        // A blank is not an option, so it cannot be a counterpart.
        if (!hubspot.isEmpty() && !salesforce.isEmpty()) {
            toSalesforce.put(hubspot, form.apply(salesforce));
            toHubspot.putIfAbsent(form.apply(salesforce), hubspot);
        }
    }

    /** The counterpart, or null if that stands for another HubSpot option. */
    public @Nullable String toSalesforce(String hubspot) {
        String option = toSalesforce.containsKey(hubspot) ? hubspot : form.apply(hubspot);
        String salesforce = toSalesforce.getOrDefault(option, option);
        String owner = toHubspot.get(salesforce);
        return owner == null || owner.equals(option) ? salesforce : null;
    }

    /** The counterpart, or null if that stands for another Salesforce value. */
    public @Nullable String toHubspot(String salesforce) {
        String formed = form.apply(salesforce);
        String paired = toHubspot.get(formed);
        if (paired != null) {
            return paired;
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
