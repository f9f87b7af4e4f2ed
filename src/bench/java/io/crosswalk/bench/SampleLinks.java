package io.crosswalk.bench;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.SyncRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Links of contacts as a look finds them, with mappings of the types that users have: six texts of
 * ten, a number, a date, a picklist and a check box.
 */
public final class SampleLinks {
    /** More than the fingerprints that are remembered could serve. */
    public static final int LINKS = 64;

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Fingerprints fingerprints =
            new Fingerprints("a-key-for-benchmarks".getBytes(StandardCharsets.UTF_8));
    private final List<PlannedField> fields = new ArrayList<>();
    private final Cells cells;

    public SampleLinks(int mappings, int changedPercent) {
        cells = new Cells(mappings, changedPercent);
        for (int i = 0; i < mappings; i++) {
            fields.add(field(i, cells.rules[i]));
        }
    }

    private static PlannedField field(int i, SyncRule rule) {
        HubspotType property =
                switch (i % 10) {
                    case 6 -> HubspotType.NUMBER;
                    case 7 -> HubspotType.DATE;
                    case 8 -> HubspotType.SELECT;
                    case 9 -> HubspotType.BOOLEANCHECKBOX;
                    default -> HubspotType.TEXT;
                };
        SalesforceType field =
                switch (i % 10) {
                    case 6 -> SalesforceType.DOUBLE;
                    case 7 -> SalesforceType.DATE;
                    case 8 -> SalesforceType.PICKLIST;
                    case 9 -> SalesforceType.BOOLEAN;
                    default -> SalesforceType.STRING;
                };
        return new PlannedField(
                new Mapping(
                        "m" + i,
                        "contact",
                        "property" + i,
                        "Field" + i + "__c",
                        rule,
                        Fill.NONE,
                        false,
                        1),
                property,
                field,
                Conversion.between(property, field, Limits.NONE, Limits.NONE, Map.of()));
    }

    public Fingerprints fingerprints() {
        return fingerprints;
    }

    public MappingPlan plan() {
        return new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, fields);
    }

    private static RecordKey key(int link) {
        return RecordKey.hubspot("contact", Integer.toString(100_000 + link));
    }

    private static String partner(int link) {
        return "003000000%06dAAA".formatted(link);
    }

    /** With both sides acknowledged as they were before anything changed. */
    public Link link(int link) {
        Map<String, Base> bases = new HashMap<>();
        Map<String, String> hubspot = wire(link, true, false);
        Map<String, String> salesforce = wire(link, false, false);
        for (PlannedField field : fields) {
            bases.put(
                    field.mapping().id(),
                    fingerprints.base(
                            key(link),
                            field.mapping().id(),
                            field.hubspot(Map.copyOf(hubspot)),
                            field.salesforce(Map.copyOf(salesforce))));
        }
        return new Link(
                key(link),
                partner(link),
                Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                bases,
                Map.of(),
                Findings.NONE);
    }

    public CrmRecord hubspot(int link) {
        String id = key(link).recordId();
        return new CrmRecord(id, id, Map.copyOf(wire(link, true, true)), NOON);
    }

    public CrmRecord salesforce(int link) {
        return new CrmRecord(
                partner(link), partner(link), Map.copyOf(wire(link, false, true)), NOON);
    }

    private Map<String, String> wire(int link, boolean ofHubspot, boolean now) {
        Map<String, String> values = new HashMap<>();
        SplittableRandom random = new SplittableRandom(link);
        for (int i = 0; i < fields.size(); i++) {
            boolean changed =
                    now && (ofHubspot ? cells.hubspotChanged[i] : cells.salesforceChanged[i]);
            boolean blank = ofHubspot ? cells.hubspotBlank[i] : cells.salesforceBlank[i];
            long both = random.nextLong(1_000);
            long value = both + (changed ? ofHubspot ? 1_000 : 2_000 : 0);
            boolean differs = !ofHubspot && !cells.inStep[i] && !changed;
            String text = blank ? "" : text(i, differs ? value + 5_000 : value);
            values.put(ofHubspot ? "property" + i : "Field" + i + "__c", text);
        }
        return values;
    }

    private static String text(int field, long value) {
        return switch (field % 10) {
            case 6 -> value + ".5";
            case 7 -> "20%02d-%02d-%02d".formatted(value % 90 + 10, value % 12 + 1, value % 28 + 1);
            case 8 -> "option " + value;
            case 9 -> value % 2_000 < 1_000 ? "true" : "false";
            default -> "A value that somebody typed " + value;
        };
    }
}
