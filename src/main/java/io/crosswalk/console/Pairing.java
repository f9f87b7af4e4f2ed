package io.crosswalk.console;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Compatibility;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.salesforce.SalesforceField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which Salesforce value each of a property's options stands for.
 *
 * @param object the object's name
 * @param kind what the field takes
 * @param rows in HubSpot's order; then pairs whose option HubSpot does not have any more
 * @param left the picklist's values that no option stands for
 */
public record Pairing(String object, Kind kind, List<Row> rows, List<String> left) {
    /** HubSpot's limit is 5,000, which nobody goes through by hand. */
    static final int ROWS_MAX = 400;

    /** Of more values than that each row would have a list of its own, too long for a browser. */
    private static final int CHOICES_MAX = 120;

    /** What a row offers. */
    public enum Kind {
        /** There is nothing to pair. */
        NONE,
        /** So many options that pairs are a document's matter. */
        TOO_MANY,
        /** A list of the picklist's values. */
        VALUES,
        /** The same, to be typed. */
        TYPED,
        /** The id of a record. */
        ID
    }

    /**
     * @param paired the value that it is paired with; empty for none
     * @param otherwise what it stands for without a pair, in words
     * @param open whether it has no counterpart
     */
    public record Row(
            String option,
            String label,
            String paired,
            String otherwise,
            boolean open,
            List<Choice> values) {}

    public boolean shown() {
        return kind != Kind.NONE;
    }

    public boolean tooMany() {
        return kind == Kind.TOO_MANY;
    }

    /** What is suggested where values are typed: the same for every row. */
    public List<Choice> suggested() {
        return kind == Kind.TYPED && !rows.isEmpty() ? rows.get(0).values() : List.of();
    }

    public long pairs() {
        return rows.stream().filter(it -> !it.paired().isEmpty()).count();
    }

    public long open() {
        return rows.stream().filter(Row::open).count();
    }

    /** Whether a person should look. */
    public boolean attention() {
        return open() + left.size() + pairs() > 0;
    }

    /** The first few of those that are left, quoted. */
    public String leftText() {
        int shown = Math.min(left.size(), 8);
        String more = left.size() > shown ? " and " + (left.size() - shown) + " more" : "";
        return "‘" + String.join("’, ‘", left.subList(0, shown)) + "’" + more;
    }

    static Pairing none(ObjectPair object) {
        return new Pairing(object.name(), Kind.NONE, List.of(), List.of());
    }

    static Pairing of(
            ObjectPair object,
            @Nullable HubspotProperty property,
            @Nullable SalesforceField field,
            Map<String, String> pairs) {
        if (property == null || field == null) {
            return none(object);
        }
        Kind kind = kind(property, field, pairs);
        return kind == Kind.NONE || kind == Kind.TOO_MANY
                ? new Pairing(object.name(), kind, List.of(), List.of())
                : new PairingRows(property, field, kind, pairs).pairing(object);
    }

    private static Kind kind(
            HubspotProperty property, SalesforceField field, Map<String, String> pairs) {
        if (!Compatibility.typeOf(property).hasOptions()) {
            return Kind.NONE;
        }
        SalesforceType type = Compatibility.typeOf(field);
        boolean reference = type == SalesforceType.REFERENCE;
        if (!reference && !type.isPicklist()) {
            return Kind.NONE;
        }
        if (property.options().size() + pairs.size() > ROWS_MAX) {
            return Kind.TOO_MANY;
        }
        if (reference) {
            return Kind.ID;
        }
        return field.picklistValues().size() > CHOICES_MAX ? Kind.TYPED : Kind.VALUES;
    }
}
