package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Several options, compared as sets. All of them are carried over, or none. */
final class OptionSetLens implements Lens {
    private final OptionPairs pairs;
    private final Set<String> hubspotOptions;
    private final Set<String> salesforceOptions;
    private final int salesforceLength;

    OptionSetLens(Limits hubspotLimits, Limits salesforceLimits, Map<String, String> optionPairs) {
        pairs = OptionPairs.ofLists(optionPairs, OptionGroups.NONE);
        hubspotOptions = hubspotLimits.options();
        salesforceOptions = salesforceLimits.restricted() ? salesforceLimits.options() : Set.of();
        salesforceLength = salesforceLimits.length();
    }

    @Override
    public Converted toSalesforce(Value hubspot) {
        Set<String> options = each(OptionSet.parse(hubspot.text()), pairs::toSalesforce);
        return options == null
                ? OptionPairs.ambiguous(Side.SALESFORCE)
                : checked(Side.SALESFORCE, options, salesforceOptions, salesforceLength);
    }

    @Override
    public Converted toHubspot(Value salesforce) {
        Set<String> options = each(OptionSet.parse(salesforce.text()), pairs::toHubspot);
        return options == null
                ? OptionPairs.ambiguous(Side.HUBSPOT)
                : checked(Side.HUBSPOT, options, hubspotOptions, Limits.HUBSPOT_TEXT_LENGTH);
    }

    @Override
    public boolean inStep(Value hubspot, Value salesforce) {
        Set<String> options = each(OptionSet.parse(hubspot.text()), pairs::toSalesforce);
        return options != null && options.equals(OptionSet.parse(salesforce.text()));
    }

    /** The counterparts, or null if one of them is ambiguous. */
    private static @Nullable Set<String> each(Set<String> options, Counterpart counterpart) {
        var all = new TreeSet<String>();
        for (String option : options) {
            String other = counterpart.of(option);
            if (other == null) {
                return null;
            }
            all.add(other);
        }
        return all;
    }

    private static Converted checked(
            Side side, Set<String> options, Set<String> known, int length) {
        long missing = options.stream().filter(option -> !known.contains(option)).count();
        if (!known.isEmpty() && missing > 0) {
            return new Refused(
                    Code.OPTION_MISSING,
                    missing
                            + " of the "
                            + options.size()
                            + " chosen options are missing in "
                            + side.label()
                            + ", which takes only its own "
                            + known.size()
                            + ".");
        }
        String text = OptionSet.join(options);
        Refused tooLong = TextLens.tooLong(side, text, length);
        return tooLong != null ? tooLong : new Ok(Value.of(text));
    }

    private interface Counterpart {
        @Nullable String of(String option);
    }
}
