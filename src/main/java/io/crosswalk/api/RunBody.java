package io.crosswalk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.backfill.RunOrder;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunOrder.PropertyFilter;
import io.crosswalk.backfill.RunOrder.UndoEntries;
import io.crosswalk.backfill.RunOrder.UndoMapping;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Fill;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run is asked for, as a request's body has it. */
final class RunBody {
    private static final int MAPPINGS_MAX = 50;
    private static final int IDS_MAX = 1_000;
    private static final int ENTRIES_MAX = 100;

    /** HubSpot refuses search bodies over 3,000 characters. */
    private static final int VALUES_LENGTH_MAX = 2_000;

    private static final int VALUES_MAX = 100;

    /** How many values each of HubSpot's operators takes at least; only IN takes more than one. */
    private static final Map<String, Integer> OPERATORS =
            new TreeMap<>(
                    Map.of(
                            "EQ",
                            1,
                            "NEQ",
                            1,
                            "IN",
                            1,
                            "GTE",
                            1,
                            "LTE",
                            1,
                            "HAS_PROPERTY",
                            0,
                            "NOT_HAS_PROPERTY",
                            0));

    private RunBody() {}

    static RunOrder backfill(JsonNode body) {
        Members members = Members.of(body, Set.of("object", "mappings", "fill", "filter"));
        String object = ObjectsResource.known(members.text("object")).name();
        List<String> mappings = texts(members, "mappings", MAPPINGS_MAX);
        if (mappings.isEmpty() && members.value("mappings") != null) {
            throw Members.malformed(
                    "mappings",
                    "a list of 1 to " + MAPPINGS_MAX + ", or left out for all that sync");
        }
        Fill fill = members.choiceOrNull("fill", MappingBody.FILLS);
        Members filter =
                members.childOrNull(
                        "filter", Set.of("ids", "modifiedSince", "property", "operator", "values"));
        return new Backfill(
                object,
                mappings,
                fill == null ? Fill.NONE : fill,
                filter == null ? Filter.NONE : filter(filter));
    }

    private static Filter filter(Members members) {
        List<String> ids = texts(members, "ids", IDS_MAX);
        Instant since = Times.memberOrNull(members, "modifiedSince");
        PropertyFilter property = property(members);
        if (!ids.stream().allMatch(id -> id.matches("[0-9]{1,20}"))) {
            throw Members.malformed("filter.ids", "ids of HubSpot records: digits");
        }
        if (!ids.isEmpty() && (since != null || property != null)) {
            throw Members.malformed("filter.ids", "alone: named records need no other filter");
        }
        if (ids.isEmpty() && members.value("ids") != null) {
            throw Members.malformed("filter.ids", "a list of 1 to " + IDS_MAX);
        }
        if (ids.isEmpty() && since == null && property == null) {
            // A choice that was left empty must not become every record.
            throw Members.malformed(
                    "filter",
                    "left out for all records, or say which: by 'ids', 'modifiedSince', or 'property'"
                            + " with 'operator' and 'values'");
        }
        return new Filter(ids, since, property);
    }

    private static @Nullable PropertyFilter property(Members members) {
        String property = members.textOrNull("property");
        List<String> values = texts(members, "values", VALUES_MAX);
        String operator = members.textOrNull("operator");
        if (property == null) {
            if (operator != null || !values.isEmpty()) {
                throw new Refusal(
                        RefusalCode.MEMBER_MISSING,
                        "Member 'filter.property' is missing. It must be there with 'operator'.");
            }
            return null;
        }
        Integer least = operator == null ? null : OPERATORS.get(operator);
        if (operator == null || least == null) {
            throw Members.malformed("filter.operator", "one of " + OPERATORS.keySet());
        }
        boolean fits = operator.equals("IN") ? !values.isEmpty() : values.size() == least;
        if (!fits || values.stream().mapToInt(String::length).sum() > VALUES_LENGTH_MAX) {
            throw Members.malformed(
                    "filter.values",
                    operator.equals("IN")
                            ? "a list of one or more values, 2,000 characters together"
                            : least == 1 ? "a list of one value" : "left out");
        }
        return new PropertyFilter(property, operator, values);
    }

    /**
     * @return null if a run is named; its id is {@link #run}
     */
    static @Nullable RunOrder undo(Members members) {
        if (members.textOrNull("run") != null) {
            only(members, Set.of("run"));
            return null;
        }
        if (members.value("entries") != null) {
            only(members, Set.of("entries"));
            return entries(members);
        }
        String object = ObjectsResource.known(members.text("object")).name();
        String mapping = members.text("mapping");
        Instant since = Times.memberOrNull(members, "since");
        if (since == null) {
            throw new Refusal(
                    RefusalCode.MEMBER_MISSING,
                    "Member 'since' is missing: from when on the mapping's writes are taken back.");
        }
        return new UndoMapping(object, mapping, since);
    }

    static Members undoMembers(JsonNode body) {
        return Members.of(body, Set.of("entries", "run", "object", "mapping", "since"));
    }

    private static void only(Members members, Set<String> named) {
        for (String other : List.of("entries", "run", "object", "mapping", "since")) {
            if (!named.contains(other) && members.value(other) != null) {
                throw Members.malformed(
                        other, "left out: name either 'entries', or a 'run', or a mapping");
            }
        }
    }

    private static UndoEntries entries(Members members) {
        List<JournalEntry.Key> entries =
                Objects.requireNonNull(
                        members.listOrNull(
                                "entries",
                                ENTRIES_MAX,
                                Set.of("object", "hubspotId", "at"),
                                RunBody::entry),
                        "entries");
        if (entries.isEmpty()) {
            throw Members.malformed("entries", "a list of 1 to " + ENTRIES_MAX);
        }
        String object = entries.get(0).link().object();
        if (!entries.stream().allMatch(entry -> entry.link().object().equals(object))) {
            throw Members.malformed("entries", "entries of one object");
        }
        return new UndoEntries(object, List.copyOf(new LinkedHashSet<>(entries)));
    }

    private static JournalEntry.Key entry(Members members) {
        String object = ObjectsResource.known(members.text("object")).name();
        String id = members.text("hubspotId");
        if (!Parameters.isRecordId(id)) {
            throw Members.malformed("entries.hubspotId", "a HubSpot record's id");
        }
        return new JournalEntry.Key(RecordKey.hubspot(object, id), members.text("at"));
    }

    private static List<String> texts(Members members, String name, int max) {
        JsonNode value = members.value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > max) {
            throw Members.malformed(name, "a list of at most " + max);
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode each : value) {
            if (!each.isTextual() || !Texts.isTaken(each.textValue())) {
                throw Members.malformed(name, "a list of texts, each " + Texts.FORM);
            }
            texts.add(each.textValue());
        }
        return List.copyOf(texts);
    }
}
