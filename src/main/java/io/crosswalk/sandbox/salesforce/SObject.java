package io.crosswalk.sandbox.salesforce;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type of records. Field names are found without regard to case, as Salesforce does. */
final class SObject {
    private static final Set<String> WITH_CHANGE_EVENTS =
            Set.of("Contact", "Account", "Opportunity");

    private final String name;
    private final String keyPrefix;
    private final String labelPlural;
    private final List<Field> fields;
    private final Map<String, Field> byName = new LinkedHashMap<>();

    /** When an administrator changed something last; what {@code If-Modified-Since} asks about. */
    Instant modifiedAt = Instant.EPOCH;

    SObject(String name, String keyPrefix, String labelPlural, List<Field> fields) {
        this.name = name;
        this.keyPrefix = keyPrefix;
        this.labelPlural = labelPlural;
        this.fields = List.copyOf(fields);
        fields.forEach(field -> byName.put(field.name().toLowerCase(Locale.ROOT), field));
    }

    String name() {
        return name;
    }

    String keyPrefix() {
        return keyPrefix;
    }

    String labelPlural() {
        return labelPlural;
    }

    List<Field> fields() {
        return fields;
    }

    boolean hasChangeEvents() {
        return WITH_CHANGE_EVENTS.contains(name);
    }

    @Nullable Field find(String fieldName) {
        return byName.get(fieldName.toLowerCase(Locale.ROOT));
    }

    /** A field that this type certainly has. */
    Field field(String fieldName) {
        Field field = find(fieldName);
        if (field == null) {
            throw new IllegalStateException(name + " has no field " + fieldName);
        }
        return field;
    }

    /** A field that the caller asks for by name. */
    Field field(String fieldName, Actor actor) {
        Field field = find(fieldName);
        if (field == null || !field.visible(actor)) {
            throw Refused.noField(fieldName, this);
        }
        return field;
    }
}
