package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One option: a picklist's value, or the id of the record that a reference points to. */
final class OptionLens implements Lens {
    private final boolean hubspotText;
    private final boolean reference;
    private final OptionPairs pairs;
    private final Set<String> hubspotOptions;
    private final Set<String> salesforceOptions;
    private final int hubspotLength;
    private final int salesforceLength;

    OptionLens(
            HubspotType hubspotType,
            SalesforceType salesforceType,
            Limits hubspotLimits,
            Limits salesforceLimits,
            Map<String, String> optionPairs,
            OptionGroups groups) {
        hubspotText = hubspotType == HubspotType.TEXT;
        reference = salesforceType == SalesforceType.REFERENCE;
        pairs = new OptionPairs(optionPairs, groups, form());
        // HubSpot's enumerations always refuse what they do not list; its texts take anything.
        hubspotOptions = hubspotText ? Set.of() : hubspotLimits.options();
        salesforceOptions = salesforceLimits.restricted() ? salesforceLimits.options() : Set.of();
        hubspotLength = TextLens.hubspotLength(hubspotLimits);
        salesforceLength = salesforceLimits.length();
    }

    private UnaryOperator<String> form() {
        if (reference) {
            return RecordId::eighteen;
        }
        return hubspotText ? text -> Canonical.lines(text).trim() : UnaryOperator.identity();
    }

    @Override
    public Converted toSalesforce(Value hubspot) {
        String option = pairs.toSalesforce(hubspot.text());
        if (option == null) {
            return OptionPairs.ambiguous(Side.SALESFORCE);
        }
        if (reference && !RecordId.isId(option)) {
            return new Refused(
                    Code.OPTION_MISSING,
                    "The option is not paired with the id of a Salesforce record.");
        }
        return checked(Side.SALESFORCE, option, salesforceOptions, salesforceLength);
    }

    @Override
    public Converted toHubspot(Value salesforce) {
        return toHubspot(salesforce, "");
    }

    @Override
    public Converted toHubspot(Value salesforce, String group) {
        String option = pairs.toHubspot(salesforce.text(), group);
        if (option == null) {
            return OptionPairs.ambiguous(Side.HUBSPOT);
        }
        return checked(Side.HUBSPOT, option, hubspotOptions, hubspotLength);
    }

    @Override
    public boolean inStep(Value hubspot, Value salesforce) {
        return pairs.inStep(hubspot.text(), salesforce.text());
    }

    private static Converted checked(Side side, String option, Set<String> known, int length) {
        Refused missing = missing(side, option, known);
        if (missing != null) {
            return missing;
        }
        Refused tooLong = TextLens.tooLong(side, option, length);
        return tooLong != null ? tooLong : new Ok(Value.of(option));
    }

    private static @Nullable Refused missing(Side side, String option, Set<String> known) {
        if (option.isEmpty() || known.isEmpty() || known.contains(option)) {
            return null;
        }
        return new Refused(
                Code.OPTION_MISSING,
                side.label()
                        + " takes only its own "
                        + known.size()
                        + " options, and this is none of them.");
    }
}
