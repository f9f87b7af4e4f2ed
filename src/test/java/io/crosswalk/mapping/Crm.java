package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.HubspotProperty.Option;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Properties and fields for tests, in one line each. */
final class Crm {
    private Crm() {}

    static HubspotProperty property(String name, String type, String fieldType, String... options) {
        return property(name, type, fieldType, false, false, null, options);
    }

    static HubspotProperty property(
            String name,
            String type,
            String fieldType,
            boolean readOnly,
            boolean readOnlyOptions,
            @Nullable String refersTo,
            String... options) {
        return new HubspotProperty(
                name,
                "Label of " + name,
                type,
                fieldType,
                readOnly,
                readOnlyOptions,
                false,
                false,
                refersTo,
                Stream.of(options).map(it -> new Option(it, it, false, 0)).toList());
    }

    static HubspotProperty withOptions(HubspotProperty property, List<Option> options) {
        return new HubspotProperty(
                property.name(),
                property.label(),
                property.type(),
                property.fieldType(),
                property.readOnly(),
                property.readOnlyOptions(),
                property.hubspotDefined(),
                property.hidden(),
                property.referencedObjectType(),
                options);
    }

    static SalesforceField field(String name, String type, String... values) {
        return field(name, type, true, false, values);
    }

    static SalesforceField field(
            String name, String type, boolean writable, boolean restricted, String... values) {
        return new SalesforceField(
                name,
                "Label of " + name,
                type,
                true,
                255,
                0,
                0,
                writable,
                false,
                true,
                restricted,
                List.of(),
                Stream.of(values).map(it -> new PicklistValue(it, it, true)).toList());
    }
}
