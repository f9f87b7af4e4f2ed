package io.crosswalk.bench;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.ObjectConfiguration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mappings from memory; the settings, which every batch reads, from where the product has them. */
record GeneratedMappings(MappingStore stored, List<Mapping> all) implements MappingStore {

    @Override
    public ObjectSettings settings(String object) {
        return stored.settings(object);
    }

    @Override
    public List<Mapping> mappings(String object) {
        return object.equals("contact") ? all : List.of();
    }

    @Override
    public List<ObjectConfiguration> load(List<String> objects) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean save(Collection<Change> changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
        throw new UnsupportedOperationException();
    }
}
