package io.crosswalk.reconcile;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.StandardMappings;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts with their standard mappings as shipped; nothing else is on. */
class FixedMappings implements MappingStore {
    @Override
    public ObjectSettings settings(String object) {
        return new ObjectSettings(object.equals("contact"), 1);
    }

    @Override
    public List<Mapping> mappings(String object) {
        return StandardMappings.of(object);
    }

    @Override
    public List<ObjectConfiguration> load(List<String> objects) {
        throw new AssertionError("not asked for");
    }

    @Override
    public boolean save(Collection<Change> changes) {
        throw new AssertionError("not asked for");
    }

    @Override
    public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
        throw new AssertionError("not asked for");
    }
}
