package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.salesforce.SalesforceField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the two CRMs say of one object's properties and fields.
 *
 * @param properties by name, in HubSpot's order
 * @param fields by name, in Salesforce's order
 */
public record ObjectMetadata(
        ObjectPair object,
        Map<String, HubspotProperty> properties,
        Map<String, SalesforceField> fields) {

    static ObjectMetadata of(
            ObjectPair object, List<HubspotProperty> properties, List<SalesforceField> fields) {
        Map<String, HubspotProperty> byProperty = new LinkedHashMap<>();
        properties.forEach(property -> byProperty.putIfAbsent(property.name(), property));
        Map<String, SalesforceField> byField = new LinkedHashMap<>();
        fields.forEach(field -> byField.putIfAbsent(field.name(), field));
        return new ObjectMetadata(object, byProperty, byField);
    }

    public @Nullable HubspotProperty property(String name) {
        return properties.get(name);
    }

    public @Nullable SalesforceField field(String name) {
        return fields.get(name);
    }

    boolean has(String property, String field) {
        return properties.containsKey(property) && fields.containsKey(field);
    }
}
