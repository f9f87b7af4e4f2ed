package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.salesforce.SalesforceField;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A short text that is another one when a value that was refused may fit now. */
final class MappingHealthSignature {
    private MappingHealthSignature() {}

    /**
     * @param people the options of a mapping of owners: they are no metadata of its property
     */
    static String of(
            Mapping mapping,
            @Nullable HubspotProperty property,
            @Nullable SalesforceField field,
            Map<String, String> people) {
        StringBuilder text = new StringBuilder();
        text.append(mapping.version()).append('\n').append(mapping.syncRule()).append('\n');
        if (property != null) {
            TreeSet<String> options = new TreeSet<>();
            property.options().forEach(option -> options.add(option.value()));
            text.append(property.type()).append(' ').append(property.fieldType());
            text.append(' ').append(property.numberDisplayHint());
            text.append(' ').append(property.readOnly()).append(options).append('\n');
        }
        if (field != null) {
            TreeSet<String> values = new TreeSet<>();
            field.picklistValues().stream()
                    .filter(SalesforceField.PicklistValue::active)
                    .forEach(value -> values.add(value.value()));
            text.append(field.type()).append(' ').append(field.length());
            text.append(' ').append(field.precision()).append(' ').append(field.scale());
            text.append(' ').append(field.updateable()).append(' ').append(field.nillable());
            text.append(' ').append(field.restrictedPicklist()).append(values);
        }
        if (!people.isEmpty()) {
            text.append('\n').append(new TreeMap<>(people));
        }
        return ShortDigest.of(text.toString());
    }
}
