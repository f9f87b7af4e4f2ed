package io.crosswalk.sandbox.salesforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All records of one type, deleted ones too; in order of SystemModstamp and Id, and by what people
 * look for.
 */
final class Table {
    private static final List<String> INDEXED = List.of("Email", "Name", "Website", "Username");

    private final SObject type;
    private final Map<String, Row> rows = new HashMap<>();
    private final NavigableSet<Stamped> byStamp = new TreeSet<>();
    private final Map<Field, Map<String, List<String>>> indexes = new HashMap<>();

    private record Stamped(Instant at, String id) implements Comparable<Stamped> {
        private static final Comparator<Stamped> ORDER =
                Comparator.comparing(Stamped::at).thenComparing(Stamped::id);

        @Override
        public int compareTo(Stamped other) {
            return ORDER.compare(this, other);
        }
    }

    Table(SObject type) {
        this.type = type;
        for (Field field : type.fields()) {
            if (field.stored() && (field.has("external") || INDEXED.contains(field.name()))) {
                indexes.put(field, new HashMap<>());
            }
        }
    }

    SObject type() {
        return type;
    }

    int size() {
        return rows.size();
    }

    /** By 15 or 18 characters; deleted rows too. */
    @Nullable Row find(String id) {
        return rows.get(Ids.key(id));
    }

    void put(Row row) {
        remove(row.id());
        rows.put(Ids.key(row.id()), row);
        byStamp.add(new Stamped(row.stamp(), row.id()));
        indexes.forEach(
                (field, index) -> {
                    if (row.get(field) instanceof String text) {
                        index.computeIfAbsent(folded(text), key -> new ArrayList<>(1))
                                .add(row.id());
                    }
                });
    }

    void remove(String id) {
        Row old = rows.remove(Ids.key(id));
        if (old == null) {
            return;
        }
        byStamp.remove(new Stamped(old.stamp(), old.id()));
        indexes.forEach(
                (field, index) -> {
                    if (old.get(field) instanceof String text) {
                        List<String> ids = index.get(folded(text));
                        if (ids != null && ids.remove(old.id()) && ids.isEmpty()) {
                            index.remove(folded(text));
                        }
                    }
                });
    }

    /** Rows at or after a stamp, by SystemModstamp and Id. */
    Iterable<Row> since(Instant stamp) {
        NavigableSet<Stamped> tail = byStamp.tailSet(new Stamped(stamp, ""), true);
        return () -> tail.stream().map(key -> rows.get(Ids.key(key.id()))).iterator();
    }

    boolean isIndexed(Field field) {
        return indexes.containsKey(field);
    }

    /** Rows with one of these texts, without regard to case; only for indexed fields. */
    List<Row> withText(Field field, Collection<String> texts) {
        List<Row> found = new ArrayList<>();
        Map<String, List<String>> index = indexes.getOrDefault(field, Map.of());
        texts.stream()
                .map(Table::folded)
                .distinct()
                .flatMap(text -> index.getOrDefault(text, List.of()).stream())
                .forEach(id -> found.add(rows.get(Ids.key(id))));
        return found;
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
