package io.crosswalk.mapping;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expects no call; a fake overrides those that its test expects. */
public class UnaskedMappingStore implements MappingStore {
    private static AssertionError unasked() {
        return new AssertionError("not asked for");
    }

    @Override
    public ObjectSettings settings(String object) {
        throw unasked();
    }

    @Override
    public List<Mapping> mappings(String object) {
        throw unasked();
    }

    @Override
    public List<ObjectConfiguration> load(List<String> objects) {
        throw unasked();
    }

    @Override
    public boolean save(Collection<Change> changes) {
        throw unasked();
    }

    @Override
    public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
        throw unasked();
    }
}
