package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.rules.OptionGroups;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which option pairs a mapping can carry. */
final class OptionPairRules {
    private OptionPairRules() {}

    /**
     * @param already pairs that were accepted before: their options may be gone from the CRMs since
     */
    static void check(
            HubspotProperty property,
            SalesforceField field,
            Map<String, String> pairs,
            Map<String, String> already) {
        if (pairs.isEmpty()) {
            return;
        }
        if (!Compatibility.typeOf(property).hasOptions()) {
            throw new Refusal(
                    RefusalCode.OPTION_PAIRS_NOT_APPLICABLE,
                    "Cannot pair options of property "
                            + Quoted.name(property.name())
                            + " with field "
                            + Quoted.name(field.name())
                            + ": their values are no lists of options. Leave out the pairs.");
        }
        boolean reference = Compatibility.typeOf(field) == SalesforceType.REFERENCE;
        oneToOne(property, pairs, reference);
        pairs.forEach(
                (option, value) -> {
                    if (!value.equals(already.get(option))) {
                        known(property, option);
                        known(field, value, reference);
                    }
                });
    }

    /** Within a pipeline, where the options are stages. */
    private static void oneToOne(
            HubspotProperty property, Map<String, String> pairs, boolean reference) {
        OptionGroups pipelines = Stages.pipelines(property);
        Map<List<String>, String> owners = new HashMap<>();
        pairs.forEach(
                (option, value) -> {
                    String form = reference ? SalesforceId.canonical(value) : value;
                    String other = owners.put(List.of(pipelines.of(option), form), option);
                    if (other != null) {
                        throw new Refusal(
                                RefusalCode.OPTION_PAIRS_NOT_ONE_TO_ONE,
                                "Cannot pair both HubSpot options "
                                        + Quoted.name(other)
                                        + " and "
                                        + Quoted.name(option)
                                        + " with Salesforce value "
                                        + Quoted.name(value)
                                        + ": a value from Salesforce would not know which of them"
                                        + " to become. Pair each with a value of its own.");
                    }
                });
    }

    private static void known(HubspotProperty property, String option) {
        boolean known =
                property.optionsUnknown()
                        || property.options().stream().anyMatch(it -> it.value().equals(option));
        if (!known) {
            throw unknown("HubSpot property " + Quoted.name(property.name()), option);
        }
    }

    private static void known(SalesforceField field, String value, boolean reference) {
        boolean known =
                reference
                        ? value.matches("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?")
                        : field.picklistValues().stream()
                                .anyMatch(choice -> choice.value().equals(value));
        if (!known) {
            throw unknown("Salesforce field " + Quoted.name(field.name()), value);
        }
    }

    private static Refusal unknown(String where, String option) {
        return new Refusal(
                RefusalCode.OPTION_UNKNOWN,
                "Cannot pair "
                        + Quoted.name(option)
                        + ": "
                        + where
                        + " has no such option. Use the option's internal value, in the case that"
                        + " the CRM has it.");
    }
}
