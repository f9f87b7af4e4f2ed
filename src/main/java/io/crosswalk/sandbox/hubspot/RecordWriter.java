package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks and applies values; the only class that changes them. */
final class RecordWriter {
    private final PropertyValues values;
    private final Pipelines pipelines;
    private final Webhooks webhooks;

    RecordWriter(PropertyValues values, Pipelines pipelines, Webhooks webhooks) {
        this.values = values;
        this.pipelines = pipelines;
        this.webhooks = webhooks;
    }

    /**
     * The stored form of the values to be written; throws if one of them is refused.
     *
     * @param current null for a record that is to be created
     */
    Map<Property, @Nullable String> checked(
            ObjectStore store, JsonNode properties, @Nullable StoredRecord current) {
        Map<Property, @Nullable String> accepted = new LinkedHashMap<>();
        ArrayNode refused = Json.array();
        for (Map.Entry<String, JsonNode> field : properties.properties()) {
            if (!field.getValue().isValueNode() || field.getValue().isNull()) {
                throw HubspotError.validation(
                        "Invalid input JSON: value of " + field.getKey() + " must be a string");
            }
            try {
                Property property = writable(store, field.getKey());
                String before = current == null ? null : store.value(current, property);
                accepted.put(
                        property, values.accepted(property, field.getValue().asText(), before));
            } catch (PropertyValues.Invalid invalid) {
                refused.add(refusal(field.getKey(), invalid));
            }
        }
        pipelines.settle(store, accepted, current, (name, why) -> refused.add(refusal(name, why)));
        if (!refused.isEmpty()) {
            throw HubspotError.validation("Property values were not valid: " + refused);
        }
        checkUnique(store, accepted, current);
        return accepted;
    }

    private static Property writable(ObjectStore store, String name) {
        Property property = store.properties.find(name);
        if (property == null) {
            throw new PropertyValues.Invalid(
                    "PROPERTY_DOESNT_EXIST", "Property \"" + name + "\" does not exist");
        }
        if (property.readOnlyValue()) {
            throw new PropertyValues.Invalid(
                    "READ_ONLY_VALUE",
                    "\"" + name + "\" is a read only property; its value cannot be set.");
        }
        return property;
    }

    private static ObjectNode refusal(String name, PropertyValues.Invalid invalid) {
        ObjectNode refusal = Json.object();
        refusal.put("isValid", false);
        refusal.put("message", invalid.getMessage());
        refusal.put("error", invalid.code);
        refusal.put("name", name);
        refusal.put("localizedErrorMessage", invalid.getMessage());
        return refusal;
    }

    private static void checkUnique(
            ObjectStore store,
            Map<Property, @Nullable String> accepted,
            @Nullable StoredRecord current) {
        accepted.forEach(
                (property, value) -> {
                    StoredRecord holder =
                            property.unique() && value != null
                                    ? store.holder(property, value)
                                    : null;
                    if (holder != null && holder != current) {
                        throw property.name.equals("email")
                                ? new HubspotError(
                                        409,
                                        "CONFLICT",
                                        "Contact already exists. Existing ID: " + holder.id)
                                : HubspotError.validation(
                                        "A record with the value of "
                                                + property.name
                                                + " already exists: "
                                                + holder.id);
                    }
                });
    }

    StoredRecord create(
            ObjectStore store, Map<Property, @Nullable String> accepted, Source source, long now) {
        StoredRecord record = new StoredRecord(store.nextId(), now, source);
        store.add(record);
        webhooks.created(store.type, record.id, source, now);
        accepted.forEach(
                (property, value) -> {
                    if (value != null) {
                        record.start(property.ordinal, value);
                        store.claim(property, value, record);
                        webhooks.changed(store.type, record.id, property, value, source, now);
                    }
                });
        return record;
    }

    /** What does not change leaves no trace: no history, no webhook. */
    void update(
            ObjectStore store,
            StoredRecord record,
            Map<Property, @Nullable String> accepted,
            Source source,
            long now) {
        boolean changed = false;
        for (Map.Entry<Property, @Nullable String> entry : accepted.entrySet()) {
            Property property = entry.getKey();
            String value = entry.getValue();
            String before = record.value(property.ordinal);
            if (value == null ? before != null : !value.equals(before)) {
                store.release(property, before, record);
                store.claim(property, value, record);
                long at = record.set(property.ordinal, value, now, source, store.type.historyMax);
                webhooks.changed(store.type, record.id, property, value, source, at);
                changed = true;
            }
        }
        if (changed) {
            record.touch(now);
        }
    }
}
