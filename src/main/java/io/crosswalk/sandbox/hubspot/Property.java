package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** A property's definition, kept as the JSON that HubSpot shows. */
final class Property {
    /** Properties whose value is made from the record itself. */
    enum Derived {
        NONE,
        OBJECT_ID,
        CREATED_AT,
        MODIFIED_AT,
        FULL_NAME
    }

    final String name;

    /** Its place in a record's values; never reused. */
    final int ordinal;

    final Derived derived;
    private ObjectNode definition;
    private Set<String> options = Set.of();

    Property(int ordinal, ObjectNode definition) {
        this.name = definition.path("name").asText();
        this.ordinal = ordinal;
        this.derived = derived(name);
        this.definition = definition;
        define(definition);
    }

    void define(ObjectNode newDefinition) {
        definition = newDefinition;
        Set<String> values = new LinkedHashSet<>();
        newDefinition.path("options").forEach(option -> values.add(option.path("value").asText()));
        options = values;
    }

    private static Derived derived(String name) {
        switch (name) {
            case "hs_object_id":
                return Derived.OBJECT_ID;
            case "createdate":
            case "hs_createdate":
                return Derived.CREATED_AT;
            case "lastmodifieddate":
            case "hs_lastmodifieddate":
                return Derived.MODIFIED_AT;
            case "hs_full_name_or_email":
                return Derived.FULL_NAME;
            default:
                return Derived.NONE;
        }
    }

    ObjectNode definition() {
        return definition;
    }

    String type() {
        return definition.path("type").asText();
    }

    String fieldType() {
        return definition.path("fieldType").asText();
    }

    /** Stored values of its options, in order. */
    Set<String> options() {
        return options;
    }

    boolean readOnlyValue() {
        return definition.path("calculated").asBoolean() || metadata("readOnlyValue");
    }

    boolean metadata(String flag) {
        JsonNode metadata = definition.path("modificationMetadata");
        return metadata.path(flag).asBoolean();
    }

    boolean unique() {
        return definition.path("hasUniqueValue").asBoolean();
    }

    boolean refersToOwners() {
        return definition.path("referencedObjectType").asText().equals("OWNER");
    }

    boolean archived() {
        return definition.path("archived").asBoolean();
    }
}
