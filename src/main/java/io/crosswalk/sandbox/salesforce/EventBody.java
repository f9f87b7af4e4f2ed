package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a change event says about a change: the fields, and the header's three lists. */
final class EventBody {
    private static final int DIFF_FROM_LENGTH = 1000;
    private static final Set<String> NEVER =
            Set.of("Id", "IsDeleted", "SystemModstamp", "MasterRecordId");

    /** These alone are no reason for an event. */
    private static final Set<String> STAMPS = Set.of("LastModifiedDate", "LastModifiedById");

    final ObjectNode fields = Json.node();
    final List<String> changed = new ArrayList<>();
    final List<String> nulled = new ArrayList<>();
    final List<String> diffed = new ArrayList<>();
    private final boolean full;

    /**
     * @param full whether every field is there, as in Pub/Sub API; else only what says something
     */
    EventBody(Change change, boolean full) {
        this.full = full;
        Row after = change.after();
        switch (change.kind()) {
            case UPDATE ->
                    update(Objects.requireNonNull(change.before()), Objects.requireNonNull(after));
            case CREATE, UNDELETE -> whole(Objects.requireNonNull(after));
            case DELETE, PURGE -> {
                if (full) {
                    eventFields(change.row()).forEach(field -> put(field, null));
                }
            }
        }
    }

    private static List<Field> eventFields(Row row) {
        return row.type().fields().stream()
                .filter(field -> field.stored() && !NEVER.contains(field.name()))
                .toList();
    }

    /** Whether an update changed anything that subscribers hear of. */
    boolean isNews() {
        return !changed.isEmpty();
    }

    private void whole(Row row) {
        for (Field field : eventFields(row)) {
            Object value = row.get(field);
            if (value != null || full) {
                put(field, json(field, value));
            }
        }
    }

    private void update(Row before, Row after) {
        boolean news =
                eventFields(after).stream()
                        .anyMatch(
                                field ->
                                        !STAMPS.contains(field.name())
                                                && !same(before.get(field), after.get(field)));
        if (!news) {
            return;
        }
        for (Field field : eventFields(after)) {
            Object old = before.get(field);
            Object value = after.get(field);
            if (!same(old, value) || field.name().equals("LastModifiedDate")) {
                changed(field, old, value);
            } else if (full) {
                put(field, null);
            }
        }
    }

    private void changed(Field field, @Nullable Object old, @Nullable Object value) {
        String path = path(field);
        changed.add(path);
        if (value == null) {
            nulled.add(path);
            put(field, null);
        } else if (old != null && value.toString().length() >= DIFF_FROM_LENGTH) {
            diffed.add(path);
            put(field, Json.NODES.textNode(diff(old.toString(), value.toString())));
        } else {
            put(field, json(field, value));
        }
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(one, other);
    }

    private static String path(Field field) {
        return field.compound() == null ? field.name() : field.compound() + "." + field.component();
    }

    private void put(Field field, @Nullable JsonNode value) {
        String compound = field.compound();
        ObjectNode into = compound == null ? fields : fields.withObject("/" + compound);
        into.set(compound == null ? field.name() : field.component(), value);
    }

    /** ISO dates; milliseconds in full bodies, as the captured examples of either have them. */
    private JsonNode json(Field field, @Nullable Object value) {
        if (value instanceof Instant at) {
            return full
                    ? Json.NODES.numberNode(at.toEpochMilli())
                    : Json.NODES.textNode(RowJson.DATETIME.format(at).replace("+0000", "Z"));
        }
        if (full && value != null && field.type() == FieldType.DATE) {
            LocalDate date = LocalDate.parse(value.toString());
            return Json.NODES.numberNode(
                    date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        }
        return RowJson.scalar(value, field.type());
    }

    /** A unified diff of the lines between the first and the last that differ. */
    private static String diff(String old, String now) {
        List<String> before = old.lines().toList();
        List<String> after = now.lines().toList();
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> gone = before.subList(start, before.size() - tail);
        List<String> come = after.subList(start, after.size() - tail);
        StringBuilder diff = new StringBuilder("--- \n+++ \n@@ -");
        diff.append(start + 1).append(',').append(gone.size()).append(" +");
        diff.append(start + 1).append(',').append(come.size()).append(" @@\n");
        gone.forEach(line -> diff.append('-').append(line).append('\n'));
        come.forEach(line -> diff.append('+').append(line).append('\n'));
        return diff.toString();
    }
}
