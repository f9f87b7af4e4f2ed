package io.crosswalk.console;

import io.crosswalk.console.Pairing.Kind;
import io.crosswalk.console.Pairing.Row;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.HubspotProperty.Option;
import io.crosswalk.mapping.Stages;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.OptionPairs;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells option by option what the conversion of the two makes of it (docs/semantics.md). */
final class PairingRows {
    private final HubspotProperty property;
    private final Kind kind;
    private final Map<String, String> pairs;
    private final boolean restricted;
    private final List<PicklistValue> values;
    private final Set<String> names = new HashSet<>();

    private final OptionPairs known;

    PairingRows(
            HubspotProperty property, SalesforceField field, Kind kind, Map<String, String> pairs) {
        this.property = property;
        this.kind = kind;
        this.pairs = pairs;
        this.restricted = field.restrictedPicklist() || Stages.areOf(property);
        this.values = field.picklistValues().stream().filter(PicklistValue::active).toList();
        this.known = OptionPairs.ofLists(pairs, Stages.pipelines(property));
        values.forEach(it -> names.add(it.value()));
    }

    Pairing pairing(ObjectPair object) {
        List<Row> rows = new ArrayList<>();
        Set<String> gone = new TreeSet<>(pairs.keySet());
        Set<String> stoodFor = new HashSet<>(pairs.values());
        for (Option option : property.options()) {
            gone.remove(option.value());
            rows.add(row(option.value(), option.label()));
            if (!pairs.containsKey(option.value())) {
                stoodFor.add(option.value());
            }
        }
        gone.forEach(it -> rows.add(row(it, it + " (not in HubSpot any more)")));
        List<String> left =
                values.stream()
                        .map(PicklistValue::value)
                        .filter(it -> !stoodFor.contains(it))
                        .toList();
        return new Pairing(object.name(), kind, rows, left);
    }

    private Row row(String option, String label) {
        String paired = pairs.getOrDefault(option, "");
        boolean elsewhere = known.toSalesforce(option) == null;
        boolean same = !elsewhere && names.contains(option);
        boolean unpaired = paired.isEmpty() && !same;
        boolean stale = !paired.isEmpty() && kind != Kind.ID && !names.contains(paired);
        boolean open = elsewhere || unpaired || stale;
        return new Row(
                option, label, paired, otherwise(option, same, elsewhere), open, choices(paired));
    }

    private String otherwise(String option, boolean same, boolean elsewhere) {
        if (kind == Kind.ID) {
            return "No record: it is not written";
        }
        if (elsewhere) {
            return "None: ‘" + option + "’ is paired with another option";
        }
        if (same) {
            return "The same: " + option;
        }
        return restricted
                ? "None: it is not written"
                : "None: ‘" + option + "’ becomes an inactive value";
    }

    private List<Choice> choices(String paired) {
        if (kind != Kind.VALUES && kind != Kind.TYPED) {
            return List.of();
        }
        List<Choice> all = new ArrayList<>();
        for (PicklistValue value : values) {
            all.add(new Choice(value.value(), label(value), value.value().equals(paired)));
        }
        if (!paired.isEmpty() && !names.contains(paired)) {
            all.add(new Choice(paired, paired + " (not offered in Salesforce any more)", true));
        }
        return all;
    }

    private static String label(PicklistValue value) {
        return value.label().isBlank() || value.label().equals(value.value())
                ? value.value()
                : value.label() + " (" + value.value() + ")";
    }
}
