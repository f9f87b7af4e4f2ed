package io.crosswalk.api;

import io.crosswalk.api.Csv.Row;
import io.crosswalk.mapping.ConfigurationPlan.RefusedPart;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.mapping.WantedConfiguration;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.mapping.WantedConfiguration.WantedObject;
import io.crosswalk.rules.SyncRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mappings as people copy them from HubSpot's page into a spreadsheet: columns property, field and
 * rule, names or labels, rules as HubSpot prints them; perhaps a column object. Always partial. A
 * row that says nothing which could be done is refused, and the others are read.
 */
final class CsvReader {
    /** As much of every object as a document may have of one, and the names of the columns. */
    static final int ROWS_MAX = ConfigReader.MAPPINGS_MAX * KnownObjects.names().size() + 1;

    private static final String OBJECT = "object";
    private static final String PROPERTY = "property";
    private static final String FIELD = "field";
    private static final String RULE = "rule";

    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("object", OBJECT),
                    Map.entry("property", PROPERTY),
                    Map.entry("hubspotproperty", PROPERTY),
                    Map.entry("field", FIELD),
                    Map.entry("salesforcefield", FIELD),
                    Map.entry("rule", RULE),
                    Map.entry("syncrule", RULE),
                    Map.entry("updaterule", RULE));

    private final @Nullable String object;
    private final Map<String, Integer> columns = new HashMap<>();

    private CsvReader(@Nullable String object) {
        this.object = object;
    }

    /**
     * @param object for rows that name none; null if all do
     */
    static WantedConfiguration read(String text, @Nullable String object) {
        if (object != null) {
            KnownObjects.named(object);
        }
        List<Row> rows = Csv.rows(text, ROWS_MAX);
        if (rows.isEmpty()) {
            throw new Refusal(
                    RefusalCode.BODY_MALFORMED,
                    "The body has no rows. The first row names the columns: property, field, rule.");
        }
        return new CsvReader(object).read(rows);
    }

    private WantedConfiguration read(List<Row> rows) {
        header(rows.get(0));
        Map<String, List<WantedMapping>> byObject = new LinkedHashMap<>();
        List<RefusedPart> unread = new ArrayList<>();
        for (Row row : rows.subList(1, rows.size())) {
            try {
                WantedMapping mapping = mapping(row);
                byObject.computeIfAbsent(object(row), name -> new ArrayList<>()).add(mapping);
            } catch (Refusal refusal) {
                unread.add(refused(row, refusal));
            }
        }
        List<WantedObject> objects = new ArrayList<>();
        byObject.forEach((name, all) -> objects.add(new WantedObject(name, null, all)));
        return new WantedConfiguration(objects, true, true, Map.of(), unread);
    }

    private void header(Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            String column = COLUMNS.get(letters(row.cells().get(i)));
            if (column == null || columns.put(column, i) != null) {
                throw new Refusal(
                        RefusalCode.MEMBER_UNKNOWN,
                        "Column "
                                + Quoted.name(row.cells().get(i))
                                + " means nothing here, or stands there twice. The columns are"
                                + " property, field, rule and object.");
            }
        }
        for (String needed : List.of(PROPERTY, FIELD, RULE)) {
            if (!columns.containsKey(needed)) {
                throw new Refusal(
                        RefusalCode.MEMBER_MISSING,
                        "The first row has no column '"
                                + needed
                                + "'. The columns are property, field and rule.");
            }
        }
        if (object == null && !columns.containsKey(OBJECT)) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "The rows name no object. Add a column 'object', or the parameter 'object'.");
        }
    }

    private String object(Row row) {
        String name = cell(row, OBJECT);
        if (name.isEmpty() && object != null) {
            return object;
        }
        String known = given(row, OBJECT).toLowerCase(Locale.ROOT);
        if (!KnownObjects.names().contains(known)) {
            throw new Refusal(
                    RefusalCode.UNKNOWN_OBJECT,
                    at(row)
                            + " is of object "
                            + Quoted.name(name)
                            + ". The objects are "
                            + KnownObjects.names()
                            + ".");
        }
        return known;
    }

    private WantedMapping mapping(Row row) {
        if (row.cells().size() != columns.size()) {
            throw new Refusal(
                    RefusalCode.BODY_MALFORMED,
                    at(row)
                            + " has "
                            + row.cells().size()
                            + " cells, the first row has "
                            + columns.size()
                            + ". Put cells with commas in quotes.");
        }
        return new WantedMapping(
                name(row, PROPERTY), name(row, FIELD), rule(row), null, null, row.line());
    }

    private String name(Row row, String column) {
        String name = given(row, column);
        if (!Texts.isTaken(name)) {
            throw new Refusal(
                    RefusalCode.MEMBER_MALFORMED,
                    at(row) + ": the " + column + " must be " + Texts.FORM + ".");
        }
        return name;
    }

    private SyncRule rule(Row row) {
        String given = given(row, RULE);
        String rule = letters(given);
        for (SyncRule each : SyncRule.values()) {
            if (rule.equals(letters(each.label())) || rule.equals(letters(each.name()))) {
                return each;
            }
        }
        throw new Refusal(
                RefusalCode.MEMBER_MALFORMED,
                at(row)
                        + " has the rule "
                        + Quoted.name(given)
                        + ". The rules are "
                        + Stream.of(SyncRule.values())
                                .map(SyncRule::label)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private String given(Row row, String column) {
        String cell = cell(row, column);
        if (cell.isBlank()) {
            throw new Refusal(
                    RefusalCode.MEMBER_MISSING,
                    at(row) + " has no " + column + ". Fill the cell, or take the row out.");
        }
        return cell;
    }

    private String cell(Row row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.cells().size() ? "" : row.cells().get(index);
    }

    private RefusedPart refused(Row row, Refusal refusal) {
        return new RefusedPart(
                refusal.code(),
                String.valueOf(refusal.getMessage()),
                shown(cell(row, PROPERTY)),
                shown(cell(row, FIELD)),
                row.line());
    }

    private static @Nullable String shown(String cell) {
        return Texts.isTaken(cell) ? cell : null;
    }

    private static String at(Row row) {
        return "Line " + row.line();
    }

    /** Whatever the case, the blanks and the apostrophe: {@code Don’t Sync} is {@code dontsync}. */
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
