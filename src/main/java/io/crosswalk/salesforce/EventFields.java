package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.Hint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changed fields of one change event, in either of the two body styles: only what changed, or
 * every field with nulls for what did not. An empty list means that the record must be read.
 */
final class EventFields {
    private static final Set<String> STAMPS =
            Set.of("LastModifiedDate", "LastModifiedById", "SystemModstamp");

    private static final int FIELDS_MAX = 1_000;

    private final JsonNode body;
    private final Instant at;
    private final Map<String, Hint.Change> changes = new LinkedHashMap<>();
    private boolean unclear;
    private boolean stamps;

    EventFields(JsonNode body, Instant at) {
        this.body = body;
        this.at = at;
    }

    /** For an UPDATE. */
    List<Hint.Change> changed() {
        Set<String> nulled = listed("nulledFields");
        Set<String> diffed = listed("diffFields");
        Set<String> changed = listed("changedFields");
        if (changed.isEmpty()) {
            changed = inBody(nulled);
        }
        changed.addAll(nulled);
        changed.addAll(diffed);
        for (String path : changed) {
            add(path, nulled.contains(path), diffed.contains(path));
        }
        return result();
    }

    /** For a CREATE or UNDELETE: what is not null in the body. */
    List<Hint.Change> filled() {
        for (String path : paths()) {
            if (!value(path).isNull()) {
                add(path, false, false);
            }
        }
        stamps = false;
        return result();
    }

    /** Whether an UPDATE names no field but those that say when and by whom. */
    boolean onlyStamps() {
        return stamps && !unclear && changes.isEmpty();
    }

    private List<Hint.Change> result() {
        return unclear ? List.of() : List.copyOf(changes.values());
    }

    private void add(String path, boolean nulled, boolean diffed) {
        String name = name(path);
        if (name == null || changes.size() >= FIELDS_MAX) {
            unclear = true;
        } else if (STAMPS.contains(name)) {
            stamps = true;
        } else {
            JsonNode value = value(path);
            // Listed, but absent or null in the body: only a read can tell.
            boolean known = nulled || (!diffed && value.isValueNode() && !value.isNull());
            String wire = known && !nulled ? value.asText() : null;
            changes.put(name, new Hint.Change(name, at, wire, known));
        }
    }

    /**
     * Null for a part of something unknown, for a compound field as a whole, and for a bitmap such
     * as {@code 0x1A} or {@code 2-0x5}, which stands against a schema that is not here.
     */
    private @Nullable String name(String path) {
        int dot = path.indexOf('.');
        String name =
                dot < 0
                        ? value(path).isContainerNode() ? null : path
                        : FieldNames.ofPart(path.substring(0, dot), path.substring(dot + 1));
        return name != null && name.matches("[A-Za-z][A-Za-z0-9_]{0,79}") ? name : null;
    }

    private JsonNode value(String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? body.path(path)
                : body.path(path.substring(0, dot)).path(path.substring(dot + 1));
    }

    private Set<String> listed(String list) {
        Set<String> paths = new LinkedHashSet<>();
        for (JsonNode element : body.path("ChangeEventHeader").path(list)) {
            paths.add(element.asText(""));
        }
        return paths;
    }

    /**
     * Without a list of changed fields, a null may be a cleared field or one that did not change:
     * then only a read can tell.
     */
    private Set<String> inBody(Set<String> nulled) {
        Set<String> paths = new LinkedHashSet<>();
        for (String path : paths()) {
            unclear |= value(path).isNull() && !nulled.contains(path);
            paths.add(path);
        }
        return paths;
    }

    /** Every field in the body; compound ones by their parts. */
    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode value = body.path(name);
            if (name.equals("ChangeEventHeader")) {
                continue;
            }
            if (value.isObject()) {
                value.fieldNames().forEachRemaining(part -> paths.add(name + "." + part));
            } else {
                paths.add(name);
            }
        }
        return paths;
    }
}
