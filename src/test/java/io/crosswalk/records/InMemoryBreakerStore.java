package io.crosswalk.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps the promises of {@link BreakerStore}; counts exactly. */
public final class InMemoryBreakerStore implements BreakerStore {
    private final Map<String, Item> items = new TreeMap<>();

    /** Per object what its settings would show. */
    public final Set<String> shown = new TreeSet<>();

    /** How often it was counted. */
    public int counts;

    private static final class Item {
        final List<Entry> entries = new ArrayList<>();
        @Nullable MassChange paused;
        @Nullable Release release;
        Instant exemptUntil = Instant.EPOCH;

        boolean isExempt(Instant now) {
            return exemptUntil.isAfter(now) || release != null && exemptUntil.isAfter(release.at());
        }
    }

    private record Entry(Instant at, long overwritten, long cleared) {}

    private Item item(String object, String mappingId) {
        return items.computeIfAbsent(object + "/" + mappingId, key -> new Item());
    }

    @Override
    public synchronized Counted count(
            String object,
            String mappingId,
            long overwritten,
            long cleared,
            Instant now,
            Duration window) {
        counts++;
        Item item = item(object, mappingId);
        if (item.paused != null) {
            return new Counted(Outcome.PAUSED, 0, 0);
        }
        if (item.isExempt(now)) {
            return new Counted(Outcome.EXEMPT, 0, 0);
        }
        item.entries.removeIf(entry -> entry.at().isBefore(now.minus(window)));
        item.entries.add(new Entry(now, overwritten, cleared));
        return new Counted(
                Outcome.COUNTED,
                item.entries.stream().mapToLong(Entry::overwritten).sum(),
                item.entries.stream().mapToLong(Entry::cleared).sum());
    }

    @Override
    public synchronized boolean pause(String object, String mappingId, MassChange why) {
        Item item = item(object, mappingId);
        if (item.paused == null) {
            if (item.isExempt(why.since())) {
                return false;
            }
            item.paused = why;
            item.release = null;
        }
        show(object, mappingId, true);
        return true;
    }

    @Override
    public synchronized boolean release(
            String object, String mappingId, Instant now, Instant exemptUntil) {
        Item item = item(object, mappingId);
        if (item.paused == null) {
            return false;
        }
        item.paused = null;
        item.entries.clear();
        item.exemptUntil = exemptUntil;
        item.release = new Release(now, now, null, 0);
        show(object, mappingId, false);
        return true;
    }

    @Override
    public synchronized List<State> of(String object) {
        List<State> states = new ArrayList<>();
        items.forEach(
                (key, item) -> {
                    if (key.startsWith(object + "/")
                            && (item.paused != null || item.release != null)) {
                        states.add(
                                new State(
                                        key.substring(object.length() + 1),
                                        item.paused,
                                        item.release));
                    }
                });
        return states;
    }

    @Override
    public synchronized boolean save(
            String object, String mappingId, Release before, @Nullable Release next) {
        Item item = item(object, mappingId);
        if (!before.equals(item.release)) {
            return false;
        }
        item.release = next;
        return true;
    }

    @Override
    public synchronized void forget(String object, String mappingId) {
        items.remove(object + "/" + mappingId);
        show(object, mappingId, false);
    }

    @Override
    public synchronized void show(String object, String mappingId, boolean paused) {
        if (paused) {
            shown.add(object + "/" + mappingId);
        } else {
            shown.remove(object + "/" + mappingId);
        }
    }
}
