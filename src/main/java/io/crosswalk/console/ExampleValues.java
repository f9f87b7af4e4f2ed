package io.crosswalk.console;

import static io.crosswalk.rules.RuleExample.Said.alike;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.HubspotProperty.Option;
import io.crosswalk.mapping.Compatibility;
import io.crosswalk.mapping.Stages;
import io.crosswalk.rules.OptionPairs;
import io.crosswalk.rules.RuleExample.Said;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two values of a property's type, to tell with what a rule does.
 *
 * @param hubspot what HubSpot says in the examples
 * @param salesforce what Salesforce says
 */
record ExampleValues(Said hubspot, Said salesforce) {
    private static final ExampleValues OF_TEXT = of("CTO", "CEO");

    private static ExampleValues of(String hubspot, String salesforce) {
        return new ExampleValues(alike(hubspot), alike(salesforce));
    }

    /**
     * @param pairs the mapping's: HubSpot option to Salesforce value
     */
    static ExampleValues of(
            @Nullable HubspotProperty property,
            @Nullable SalesforceField field,
            Map<String, String> pairs) {
        if (property == null) {
            return OF_TEXT;
        }
        return switch (Compatibility.typeOf(property)) {
            case SELECT, RADIO, CHECKBOX -> ofOptions(property, field, pairs);
            case BOOLEANCHECKBOX -> of("Yes", "No");
            case NUMBER -> of("42", "17");
            case PERCENTAGE -> of("20 %", "35 %");
            case DATE -> of("2026-05-04", "2026-06-15");
            case DATETIME -> of("2026-05-04 09:00", "2026-06-15 14:30");
            case PHONENUMBER -> of("+1 202 555 0143", "+1 202 555 0178");
            case TEXT, TEXTAREA, OTHER -> OF_TEXT;
        };
    }

    private static ExampleValues ofOptions(
            HubspotProperty property, @Nullable SalesforceField field, Map<String, String> pairs) {
        List<Said> paired =
                field != null && Compatibility.typeOf(field).isPicklist()
                        ? paired(property, field, pairs)
                        : List.of();
        // Two options of two pipelines may stand for one value, which would tell nothing.
        for (Said other : paired) {
            if (!other.inSalesforce().equals(paired.get(0).inSalesforce())) {
                return new ExampleValues(paired.get(0), other);
            }
        }
        List<Option> options = property.options();
        return options.size() < 2 ? OF_TEXT : of(options.get(0).label(), options.get(1).label());
    }

    /** The options that the picklist has a value for, as people read them on either side. */
    private static List<Said> paired(
            HubspotProperty property, SalesforceField field, Map<String, String> pairs) {
        OptionPairs known = OptionPairs.ofLists(pairs, Stages.pipelines(property));
        Map<String, String> labels = new HashMap<>();
        for (PicklistValue it : field.picklistValues()) {
            if (it.active()) {
                labels.put(it.value(), it.label().isBlank() ? it.value() : it.label());
            }
        }
        return property.options().stream()
                .filter(it -> labels.containsKey(known.toSalesforce(it.value())))
                .map(it -> new Said(it.label(), labels.get(known.toSalesforce(it.value()))))
                .toList();
    }
}
