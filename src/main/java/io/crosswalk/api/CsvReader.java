package io.crosswalk.api;

import io.crosswalk.api.Csv.Row;
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
import org.jspecify.annotations.Nullable;

/**
 * Mappings as people copy them from HubSpot's page into a spreadsheet: columns property, field and
 * rule, names or labels, rules as HubSpot prints them; perhaps a column object. Always partial.
 */
final class CsvReader {
    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("object", "object"),
                    Map.entry("property", MappingBody.PROPERTY),
                    Map.entry("hubspotproperty", MappingBody.PROPERTY),
                    Map.entry("field", MappingBody.FIELD),
                    Map.entry("salesforcefield", MappingBody.FIELD),
                    Map.entry("rule", MappingBody.RULE),
                    Map.entry("syncrule", MappingBody.RULE),
                    Map.entry("updaterule", MappingBody.RULE));

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
        List<Row> rows = Csv.rows(text, ConfigReader.MAPPINGS_MAX);
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
        for (Row row : rows.subList(1, rows.size())) {
            byObject.computeIfAbsent(object(row), name -> new ArrayList<>()).add(mapping(row));
        }
        List<WantedObject> objects = new ArrayList<>();
        byObject.forEach((name, all) -> objects.add(new WantedObject(name, null, all)));
        return new WantedConfiguration(objects, true, true, Map.of());
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
        for (String needed : List.of(MappingBody.PROPERTY, MappingBody.FIELD, MappingBody.RULE)) {
            if (!columns.containsKey(needed)) {
                throw new Refusal(
                        RefusalCode.MEMBER_MISSING,
                        "The first row has no column for '"
                                + needed
                                + "'. The columns are property, field and rule.");
            }
        }
    }

    private String object(Row row) {
        Integer column = columns.get("object");
        String name = column == null ? "" : cell(row, "object");
        if (name.isEmpty() && object == null) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "Line "
                            + row.line()
                            + " names no object. Add a column 'object', or the parameter 'object'.");
        }
        if (!name.isEmpty() && !KnownObjects.names().contains(name.toLowerCase(Locale.ROOT))) {
            throw malformed(row, "object", "one of " + KnownObjects.names());
        }
        return name.isEmpty() ? String.valueOf(object) : name.toLowerCase(Locale.ROOT);
    }

    private WantedMapping mapping(Row row) {
        if (row.cells().size() != columns.size()) {
            throw new Refusal(
                    RefusalCode.BODY_MALFORMED,
                    "Line "
                            + row.line()
                            + " has "
                            + row.cells().size()
                            + " cells, the first row has "
                            + columns.size()
                            + ". Put cells with commas in quotes.");
        }
        return new WantedMapping(
                name(row, MappingBody.PROPERTY),
                name(row, MappingBody.FIELD),
                rule(row),
                null,
                null);
    }

    private String name(Row row, String column) {
        String name = cell(row, column);
        if (!Texts.isTaken(name)) {
            throw malformed(row, column, Texts.FORM);
        }
        return name;
    }

    private SyncRule rule(Row row) {
        String rule = letters(cell(row, MappingBody.RULE));
        for (SyncRule each : SyncRule.values()) {
            if (rule.equals(letters(each.label())) || rule.equals(letters(each.name()))) {
                return each;
            }
        }
        throw malformed(row, MappingBody.RULE, "one of " + MappingBody.RULES.keySet());
    }

    private String cell(Row row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.cells().size() ? "" : row.cells().get(index);
    }

    private static Refusal malformed(Row row, String column, String what) {
        return Members.malformed("line " + row.line() + ", " + column, what);
    }

    /** Whatever the case, the blanks and the apostrophe: {@code Don’t Sync} is {@code dontsync}. */
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
