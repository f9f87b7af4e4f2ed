package io.crosswalk.backfill;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.StandardMappings;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts are on, with their standard mappings and what is made meanwhile. */
final class ContactsOn implements MappingStore {
    private final List<Mapping> all = new ArrayList<>(StandardMappings.of("contact"));
    private final List<Mapping> replaced = new ArrayList<>();

    /** A mapping that somebody makes now. */
    void made(String id) {
        all.add(new Mapping(id, "contact", id, id, SyncRule.TWO_WAY, Fill.NONE, false, 1));
    }

    /** Somebody chooses something else for a mapping; its version is then 2, or more. */
    void changed(String id, SyncRule rule, Fill fill) {
        Mapping before = all.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        MappingChoice choice = new MappingChoice(rule, fill, before.optionPairs());
        replaced.add(0, before);
        all.set(all.indexOf(before), before.with(choice, Instant.EPOCH, 1));
    }

    @Override
    public ObjectSettings settings(String object) {
        return new ObjectSettings(true, 1);
    }

    @Override
    public List<Mapping> mappings(String object) {
        return List.copyOf(all);
    }

    @Override
    public List<ObjectConfiguration> load(List<String> objects) {
        return objects.stream().map(it -> new ObjectConfiguration(it, true, 1, all)).toList();
    }

    @Override
    public boolean save(Collection<Change> changes) {
        throw new AssertionError("not asked for");
    }

    @Override
    public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
        return replaced.stream()
                .filter(it -> it.id().equals(id) && (before == null || it.version() < before))
                .limit(limit)
                .toList();
    }
}
