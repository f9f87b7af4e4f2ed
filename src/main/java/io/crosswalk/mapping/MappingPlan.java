package io.crosswalk.mapping;

import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.SalesforceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object's mappings, made ready once per version and used for every record: those that sync,
 * with their types and conversions.
 */
public final class MappingPlan {
    private final ObjectPair object;
    private final boolean syncEnabled;
    private final LinkPolicy linking;
    private final Beginnings beginnings;
    private final List<MatchKey> matchKeys;
    private final Set<String> paused;
    private final List<PlannedField> fields;
    private final Unplanned unplanned;
    private final List<PlannedField> references;
    private final Map<String, PlannedField> byProperty = new HashMap<>();
    private final Map<String, PlannedField> byField = new HashMap<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private final Set<String> salesforceFields = new LinkedHashSet<>();

    /** With records linked as shipped. */
    public MappingPlan(ObjectPair object, boolean syncEnabled, List<PlannedField> fields) {
        this(
                object,
                syncEnabled,
                LinkPolicy.SHIPPED,
                Beginnings.of(1, fields.stream().map(PlannedField::mapping).toList()),
                fields,
                List.of());
    }

    MappingPlan(
            ObjectPair object,
            boolean syncEnabled,
            LinkPolicy linking,
            Beginnings beginnings,
            List<PlannedField> fields,
            List<Mapping> unplanned) {
        this(object, syncEnabled, linking, beginnings, Set.of(), fields, Unplanned.of(unplanned));
    }

    private MappingPlan(
            ObjectPair object,
            boolean syncEnabled,
            LinkPolicy linking,
            Beginnings beginnings,
            Set<String> paused,
            List<PlannedField> fields,
            Unplanned unplanned) {
        this.object = object;
        this.syncEnabled = syncEnabled;
        this.linking = linking;
        this.beginnings = beginnings;
        this.matchKeys =
                linking.matching() == Matching.ID_ONLY ? List.of() : MatchKey.of(object.name());
        this.paused = Set.copyOf(paused);
        this.fields = List.copyOf(fields);
        this.unplanned = unplanned;
        this.references = fields.stream().filter(field -> field.reference() != null).toList();
        for (PlannedField field : fields) {
            byProperty.put(field.mapping().hubspotProperty(), field);
            byField.put(field.mapping().salesforceField(), field);
        }
        properties.addAll(byProperty.keySet());
        properties.add(object.salesforceIdProperty());
        salesforceFields.addAll(byField.keySet());
        for (MatchKey key : matchKeys) {
            properties.add(key.hubspotProperty());
            salesforceFields.add(key.salesforceField());
        }
    }

    public ObjectPair object() {
        return object;
    }

    /** Of the object's configuration. */
    public long version() {
        return beginnings.version();
    }

    /**
     * A link without what it knew of mappings that did not sync for a time since: nobody watched
     * their values then, so they meet anew.
     */
    public Link upToDate(Link link) {
        return beginnings.upToDate(link);
    }

    public boolean syncEnabled() {
        return syncEnabled;
    }

    /** Ids of mappings of which nothing is written until a person releases them. */
    public Set<String> paused() {
        return paused;
    }

    /** With something else becoming of records without a partner. */
    public MappingPlan with(LinkPolicy other) {
        return other.equals(linking)
                ? this
                : new MappingPlan(
                        object, syncEnabled, other, beginnings, paused, fields, unplanned);
    }

    MappingPlan pausing(Set<String> ids) {
        return ids.equals(paused)
                ? this
                : new MappingPlan(object, syncEnabled, linking, beginnings, ids, fields, unplanned);
    }

    /** The fields that refer to companies. */
    public List<PlannedField> references() {
        return references;
    }

    /** Knowing which companies belong together: for one batch. */
    public MappingPlan with(CompanyPairs companies) {
        return references.isEmpty()
                ? this
                : new MappingPlan(
                        object,
                        syncEnabled,
                        linking,
                        beginnings,
                        paused,
                        fields.stream().map(field -> field.with(companies)).toList(),
                        unplanned);
    }

    /** What becomes of records without a partner. */
    public LinkPolicy linking() {
        return linking;
    }

    /** What records without an id are matched by, in this order; empty where they are not. */
    public List<MatchKey> matchKeys() {
        return matchKeys;
    }

    /** All that a record's partner can be found by, as one value; blank where there is nothing. */
    public Value partnerValues(Side side, Map<String, @Nullable String> wire) {
        List<String> values = new ArrayList<>();
        if (side == Side.HUBSPOT) {
            values.add(SalesforceId.named(wire.get(object.salesforceIdProperty())));
        }
        matchKeys.forEach(key -> values.add(key.normal(wire.get(key.name(side)))));
        boolean nothing = values.stream().allMatch(String::isEmpty);
        return nothing ? Value.BLANK : Value.of(String.join("\n", values));
    }

    public List<PlannedField> fields() {
        return fields;
    }

    /**
     * Mappings that sync, but not now: a CRM does not show the property or field, or its type does
     * not fit any more, or who the owners are is not known.
     */
    public List<Mapping> unplanned() {
        return unplanned.mappings();
    }

    /** Of {@link #unplanned()}. */
    public Set<String> unplannedIds() {
        return unplanned.ids();
    }

    /** Whether it is the property or field of one that syncs, but not now. */
    public boolean mayPlan(Side side, String name) {
        return unplanned.has(side, name);
    }

    /** What to read of a HubSpot record: the mapped properties, and those that link. */
    public Set<String> hubspotProperties() {
        return properties;
    }

    /** What to read of a Salesforce record: the mapped fields, and those that link. */
    public Set<String> salesforceFields() {
        return salesforceFields;
    }

    /** By the name that it has on a side. */
    public @Nullable PlannedField of(Side side, String name) {
        return side == Side.HUBSPOT ? ofProperty(name) : ofField(name);
    }

    public @Nullable PlannedField ofProperty(String property) {
        return byProperty.get(property);
    }

    public @Nullable PlannedField ofField(String field) {
        return byField.get(field);
    }
}
