package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** Records as HubSpot shows them: every value a string, or null where there is none. */
final class RecordJson {
    private RecordJson() {}

    /**
     * @param names unknown ones are silently left out
     * @param at no later change shows
     */
    static ObjectNode of(
            ObjectStore store,
            StoredRecord record,
            Collection<String> names,
            Collection<String> namesWithHistory,
            long at) {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(record.id));
        ObjectNode values = json.putObject("properties");
        for (String name : List.of("createdate", "hs_object_id", store.type.modifiedProperty)) {
            put(values, store, record, name, at);
        }
        names.forEach(name -> put(values, store, record, name, at));
        namesWithHistory.forEach(name -> put(values, store, record, name, at));
        if (!namesWithHistory.isEmpty()) {
            ObjectNode histories = json.putObject("propertiesWithHistory");
            namesWithHistory.forEach(name -> putHistory(histories, store, record, name));
        }
        json.put("createdAt", Json.time(record.createdAt));
        json.put("updatedAt", Json.time(record.modifiedAt(at)));
        json.put("archived", record.archived(at));
        if (record.archived(at)) {
            json.put("archivedAt", Json.time(record.archivedAt()));
        }
        return json;
    }

    static ObjectNode of(ObjectStore store, StoredRecord record, Collection<String> names) {
        return of(store, record, names, List.of(), Long.MAX_VALUE);
    }

    private static void put(
            ObjectNode values, ObjectStore store, StoredRecord record, String name, long at) {
        Property property = store.properties.find(name);
        if (property != null) {
            values.put(name, store.value(record, property, at));
        }
    }

    private static void putHistory(
            ObjectNode histories, ObjectStore store, StoredRecord record, String name) {
        Property property = store.properties.find(name);
        if (property == null) {
            return;
        }
        ArrayNode history = histories.putArray(name);
        if (property.derived != Property.Derived.NONE) {
            ObjectNode entry = history.addObject();
            entry.put("value", store.value(record, property));
            entry.put("timestamp", Json.time(record.modifiedAt()));
            entry.put("sourceType", "CALCULATED");
        }
        for (StoredRecord.Version version : record.history(property.ordinal)) {
            ObjectNode entry = history.addObject();
            entry.put("value", version.value == null ? "" : version.value);
            entry.put("timestamp", Json.time(version.at));
            entry.put("sourceType", version.source.type());
            entry.put("sourceId", version.source.id());
            if (version.source.id().startsWith("userId:")) {
                entry.put(
                        "updatedByUserId",
                        Long.parseLong(version.source.id().substring("userId:".length())));
            }
        }
    }
}
