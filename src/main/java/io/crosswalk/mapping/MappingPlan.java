package io.crosswalk.mapping;

import io.crosswalk.records.ObjectPair;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object's mappings, made ready once per version and used for every record: those that sync,
 * with their types and conversions.
 */
public final class MappingPlan {
    private final ObjectPair object;
    private final boolean syncEnabled;
    private final Set<String> paused;
    private final List<PlannedField> fields;
    private final Map<String, PlannedField> byProperty = new HashMap<>();
    private final Map<String, PlannedField> byField = new HashMap<>();
    private final Set<String> properties = new LinkedHashSet<>();

    public MappingPlan(ObjectPair object, boolean syncEnabled, List<PlannedField> fields) {
        this(object, syncEnabled, Set.of(), fields);
    }

    private MappingPlan(
            ObjectPair object, boolean syncEnabled, Set<String> paused, List<PlannedField> fields) {
        this.object = object;
        this.syncEnabled = syncEnabled;
        this.paused = Set.copyOf(paused);
        this.fields = List.copyOf(fields);
        for (PlannedField field : fields) {
            byProperty.put(field.mapping().hubspotProperty(), field);
            byField.put(field.mapping().salesforceField(), field);
        }
        properties.addAll(byProperty.keySet());
        properties.add(object.salesforceIdProperty());
    }

    public ObjectPair object() {
        return object;
    }

    public boolean syncEnabled() {
        return syncEnabled;
    }

    /** Ids of mappings of which nothing is written until a person releases them. */
    public Set<String> paused() {
        return paused;
    }

    MappingPlan pausing(Set<String> ids) {
        return ids.equals(paused) ? this : new MappingPlan(object, syncEnabled, ids, fields);
    }

    public List<PlannedField> fields() {
        return fields;
    }

    /** What to read of a HubSpot record: the mapped properties, and the one that links. */
    public Set<String> hubspotProperties() {
        return properties;
    }

    /** What to read of a Salesforce record. */
    public Set<String> salesforceFields() {
        return byField.keySet();
    }

    public @Nullable PlannedField ofProperty(String property) {
        return byProperty.get(property);
    }

    public @Nullable PlannedField ofField(String field) {
        return byField.get(field);
    }
}
