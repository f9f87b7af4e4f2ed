package io.crosswalk.sandbox.hubspot;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All records of one type. */
final class ObjectStore {
    final ObjectType type;
    final PropertySet properties;

    /** Archived ones included; by id, which is the order of creation. */
    final NavigableMap<Long, StoredRecord> records = new TreeMap<>();

    private final Map<Long, Long> mergedInto = new HashMap<>();
    private final Map<StoredRecord, Long> mergedAway = new HashMap<>();
    private final Map<Property, Map<String, Long>> uniqueValues = new HashMap<>();
    private long lastId;

    ObjectStore(ObjectType type, long firstId) {
        this.type = type;
        this.properties = StandardProperties.of(type);
        this.lastId = firstId - 1;
    }

    long nextId() {
        return ++lastId;
    }

    void add(StoredRecord record) {
        records.put(record.id, record);
        lastId = Math.max(lastId, record.id);
    }

    /** Follows merges; null for unknown ids and text that is no id. */
    @Nullable StoredRecord find(String id) {
        try {
            long number = Long.parseLong(id);
            return records.get(mergedInto.getOrDefault(number, number));
        } catch (NumberFormatException noId) {
            return null;
        }
    }

    /**
     * As {@link #find(String)}, only with records that are not, or only those that are archived.
     */
    @Nullable StoredRecord find(String id, @Nullable String idProperty, boolean archived) {
        StoredRecord record;
        if (idProperty == null || idProperty.isEmpty() || idProperty.equals("hs_object_id")) {
            record = find(id);
        } else {
            Property property = properties.find(idProperty);
            if (property == null || !property.unique()) {
                throw HubspotError.validation(
                        "Property " + idProperty + " is not a unique identifier property");
            }
            record = holder(property, id);
        }
        return record == null || record.archived() != archived ? null : record;
    }

    /** The record that has a value of a unique property. */
    @Nullable StoredRecord holder(Property property, String value) {
        String key = property.name.equals("email") ? value.strip().toLowerCase(Locale.ROOT) : value;
        Long id = uniqueValues.getOrDefault(property, Map.of()).get(key);
        return id == null ? null : records.get(id);
    }

    void claim(Property property, @Nullable String value, StoredRecord record) {
        if (property.unique() && value != null) {
            uniqueValues.computeIfAbsent(property, p -> new HashMap<>()).put(value, record.id);
        }
    }

    void release(Property property, @Nullable String value, StoredRecord record) {
        if (property.unique() && value != null) {
            uniqueValues.getOrDefault(property, new HashMap<>()).remove(value, record.id);
        }
    }

    boolean isMergedAway(String id) {
        return mergedAway.keySet().stream().anyMatch(loser -> Long.toString(loser.id).equals(id));
    }

    /**
     * All records as an index knows them that has got to {@code at}: with those that were merged
     * away since. Archived ones included; by id.
     */
    Collection<StoredRecord> shown(long at) {
        NavigableMap<Long, StoredRecord> shown = new TreeMap<>();
        mergedAway.forEach(
                (loser, when) -> {
                    if (when > at) {
                        shown.put(loser.id, loser);
                    }
                });
        if (shown.isEmpty()) {
            return records.values();
        }
        shown.putAll(records);
        return shown.values();
    }

    void merged(StoredRecord loser, StoredRecord winner, long now) {
        mergedAway.put(loser, now);
        mergedInto.replaceAll((id, into) -> into == loser.id ? winner.id : into);
        mergedInto.put(loser.id, winner.id);
        records.remove(loser.id);
    }

    /**
     * @param at no later change counts
     */
    @Nullable String value(StoredRecord record, Property property, long at) {
        return switch (property.derived) {
            case OBJECT_ID -> Long.toString(record.id);
            case CREATED_AT -> Json.time(record.createdAt);
            case MODIFIED_AT -> Json.time(record.modifiedAt(at));
            case FULL_NAME -> fullName(record, at);
            case NONE ->
                    at == Long.MAX_VALUE
                            ? record.value(property.ordinal)
                            : record.valueAt(property.ordinal, at);
        };
    }

    @Nullable String value(StoredRecord record, Property property) {
        return value(record, property, Long.MAX_VALUE);
    }

    private @Nullable String fullName(StoredRecord record, long at) {
        String name =
                (named(record, "firstname", at) + " " + named(record, "lastname", at)).strip();
        String text = name.isEmpty() ? named(record, "email", at) : name;
        return text.isEmpty() ? null : text;
    }

    private String named(StoredRecord record, String name, long at) {
        Property property = properties.find(name);
        String value = property == null ? null : value(record, property, at);
        return value == null ? "" : value;
    }
}
