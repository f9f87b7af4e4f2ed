package io.crosswalk.reconcile;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.StandardMappings;
import io.crosswalk.mapping.UnaskedMappingStore;
import java.util.List;

/** Contacts with their standard mappings as shipped; nothing else is on. */
class FixedMappings extends UnaskedMappingStore {
    @Override
    public ObjectSettings settings(String object) {
        return new ObjectSettings(object.equals("contact"), 1);
    }

    @Override
    public List<Mapping> mappings(String object) {
        return StandardMappings.of(object);
    }
}
