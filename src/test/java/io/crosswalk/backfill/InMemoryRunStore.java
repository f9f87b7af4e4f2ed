package io.crosswalk.backfill;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What DynamoRunStore keeps. */
public final class InMemoryRunStore implements RunStore {
    private final TreeMap<String, Run> runs = new TreeMap<>();

    @Override
    public boolean save(Run run) {
        Run known = runs.get(run.id());
        long before = known == null ? 0 : known.status().version();
        if (before != run.status().version() - 1) {
            return false;
        }
        runs.put(run.id(), run);
        return true;
    }

    @Override
    public Optional<Run> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public List<Run> open(int limit) {
        return runs.values().stream().filter(run -> run.state().isOpen()).limit(limit).toList();
    }

    @Override
    public Page page(int limit, @Nullable String after) {
        List<Run> items =
                runs.descendingMap().values().stream()
                        .filter(run -> after == null || run.id().compareTo(after) < 0)
                        .toList();
        boolean more = items.size() > limit;
        List<Run> page = more ? items.subList(0, limit) : items;
        return new Page(page, more ? page.get(limit - 1).id() : null);
    }
}
