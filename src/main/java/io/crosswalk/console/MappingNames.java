package io.crosswalk.console;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.ObjectConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How people know mappings: by what they map, where the API has ids.
 *
 * @param pairs by id; ids of all objects differ
 */
public record MappingNames(Map<String, String> pairs) {
    static final MappingNames NONE = new MappingNames(Map.of());

    public MappingNames {
        pairs = Map.copyOf(pairs);
    }

    static MappingNames of(List<ObjectConfiguration> objects) {
        Map<String, String> pairs = new HashMap<>();
        for (ObjectConfiguration object : objects) {
            for (Mapping it : object.mappings()) {
                pairs.put(it.id(), it.hubspotProperty() + " ↔ " + it.salesforceField());
            }
        }
        return new MappingNames(pairs);
    }

    /** One that was deleted is known by its id. */
    public String name(String id) {
        return pairs.getOrDefault(id, id);
    }
}
