package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.HubspotProperty.Option;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Brings a picklist's values into HubSpot's list of options. Never takes an option away. */
@ApplicationScoped
public class OptionRefresh {
    private final Mappings mappings;
    private final CrmMetadata metadata;
    private final HubspotClient hubspot;

    public OptionRefresh(Mappings mappings, CrmMetadata metadata, HubspotClient hubspot) {
        this.mappings = mappings;
        this.metadata = metadata;
        this.hubspot = hubspot;
    }

    /**
     * @param added to the property's options
     * @param skipped active picklist values that HubSpot cannot take: they contain a semicolon
     * @param options how many the property has now
     */
    public record Refreshed(
            Mapping mapping, List<Option> added, List<String> skipped, int options) {}

    /**
     * @throws Refusal {@link RefusalCode#OPTIONS_NOT_REFRESHABLE}
     */
    public Refreshed refresh(ObjectPair object, String id) {
        Mapping mapping = mappings.get(object, id);
        ObjectMetadata known = metadata.fresh(object);
        HubspotProperty property = known.property(mapping.hubspotProperty());
        SalesforceField field = known.field(mapping.salesforceField());
        if (property == null || field == null) {
            throw refused(mapping, (property == null ? "the property" : "the field") + " is gone");
        }
        checkTypes(mapping, property, field);
        List<String> missing = missing(mapping.optionPairs(), property, field);
        List<String> skipped = missing.stream().filter(value -> !isTaken(value)).toList();
        List<Option> added = added(property, field, missing);
        if (added.isEmpty()) {
            return new Refreshed(mapping, added, skipped, property.options().size());
        }
        if (property.readOnlyOptions()) {
            throw refused(
                    mapping,
                    "HubSpot manages the options of the property itself, and "
                            + added.size()
                            + " are missing. Pair options with values instead");
        }
        HubspotProperty now = added(object, mapping, added);
        touch(object);
        return new Refreshed(mapping, added, skipped, now.options().size());
    }

    /** HubSpot has the options. If others were faster, the version has moved all the same. */
    private void touch(ObjectPair object) {
        try {
            mappings.touch(object);
        } catch (Refusal refusal) {
            if (refusal.code() != RefusalCode.CHANGED_TOO_OFTEN) {
                throw refusal;
            }
        }
    }

    private HubspotProperty added(ObjectPair object, Mapping mapping, List<Option> options) {
        String type = object.hubspotType();
        try {
            return hubspot.addOptions(type, mapping.hubspotProperty(), options);
        } catch (CrmUnavailable e) {
            if (!e.lacksScope()) {
                throw e;
            }
            throw refused(
                    mapping,
                    "HubSpot's app lacks the scope 'crm.schemas."
                            + type
                            + ".write'. Add it in HubSpot, among the scopes of the app, install the"
                            + " app again, and refresh once more");
        }
    }

    private static void checkTypes(
            Mapping mapping, HubspotProperty property, SalesforceField field) {
        if (StandardMappings.isOwner(mapping)) {
            throw refused(mapping, "owners are matched by e-mail");
        }
        if (!isOfOptions(property, field)) {
            throw refused(mapping, "only a list of options and a picklist can be refreshed");
        }
    }

    /** Whether there is a picklist to bring over; an attempt says what else may be in the way. */
    public static boolean isOfOptions(HubspotProperty property, SalesforceField field) {
        return Compatibility.typeOf(property).hasOptions()
                && Compatibility.typeOf(field).isPicklist();
    }

    /** Whether a refresh would add an option. */
    static boolean adds(
            Map<String, String> pairs, HubspotProperty property, SalesforceField field) {
        return missing(pairs, property, field).stream().anyMatch(OptionRefresh::isTaken);
    }

    /** HubSpot takes no semicolon. */
    private static boolean isTaken(String value) {
        return !value.contains(";");
    }

    /** Active values without a counterpart. */
    private static List<String> missing(
            Map<String, String> pairs, HubspotProperty property, SalesforceField field) {
        Set<String> covered = new HashSet<>(pairs.values());
        property.options().forEach(option -> covered.add(option.value()));
        return field.picklistValues().stream()
                .filter(PicklistValue::active)
                .map(PicklistValue::value)
                .filter(value -> !covered.contains(value))
                .distinct()
                .toList();
    }

    /** Both values and labels must be unique in HubSpot, labels whatever their case. */
    private static List<Option> added(
            HubspotProperty property, SalesforceField field, List<String> missing) {
        Set<String> labels = new HashSet<>();
        property.options().forEach(option -> labels.add(folded(option.label())));
        int order = property.options().stream().mapToInt(Option::displayOrder).max().orElse(-1);
        List<Option> added = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(missing);
        for (PicklistValue value : field.picklistValues()) {
            if (value.active() && left.remove(value.value()) && isTaken(value.value())) {
                String label = freeLabel(value, labels);
                added.add(new Option(value.value(), label, false, ++order));
            }
        }
        return added;
    }

    private static String freeLabel(PicklistValue value, Set<String> taken) {
        String label = value.label().isBlank() ? value.value() : value.label();
        while (!taken.add(folded(label))) {
            label = label + " (" + value.value() + ")";
        }
        return label;
    }

    private static String folded(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    private static Refusal refused(Mapping mapping, String why) {
        return new Refusal(
                RefusalCode.OPTIONS_NOT_REFRESHABLE,
                "Cannot refresh the options of property "
                        + Quoted.name(mapping.hubspotProperty())
                        + " from field "
                        + Quoted.name(mapping.salesforceField())
                        + ": "
                        + why
                        + ".");
    }
}
