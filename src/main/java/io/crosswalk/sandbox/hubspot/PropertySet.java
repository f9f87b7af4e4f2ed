package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of one type, archived ones included. */
final class PropertySet {
    private final Map<String, Property> byName = new LinkedHashMap<>();

    Property add(ObjectNode definition) {
        Property property = new Property(byName.size(), definition);
        byName.put(property.name, property);
        return property;
    }

    /** Null for archived ones too. */
    @Nullable Property find(String name) {
        Property property = byName.get(name);
        return property == null || property.archived() ? null : property;
    }

    @Nullable Property findArchived(String name) {
        Property property = byName.get(name);
        return property != null && property.archived() ? property : null;
    }

    Collection<Property> all() {
        return byName.values();
    }
}
