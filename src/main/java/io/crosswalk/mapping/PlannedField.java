package io.crosswalk.mapping;

import io.crosswalk.rules.Canonical;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with all that is needed to apply it to a record.
 *
 * @param conversion between the two canonical forms, with the limits of both sides
 * @param reference not null where the values are companies: then {@code conversion} knows only
 *     those that it was given ({@link MappingPlan#with(CompanyPairs)})
 * @param stages not null where the values are stages of pipelines
 * @param colleagues not null where the values are people
 */
public record PlannedField(
        Mapping mapping,
        HubspotType hubspotType,
        SalesforceType salesforceType,
        Conversion conversion,
        @Nullable CompanyReference reference,
        @Nullable Stages stages,
        @Nullable Colleagues colleagues) {

    /** For all but people. */
    public PlannedField(
            Mapping mapping,
            HubspotType hubspotType,
            SalesforceType salesforceType,
            Conversion conversion,
            @Nullable CompanyReference reference,
            @Nullable Stages stages) {
        this(mapping, hubspotType, salesforceType, conversion, reference, stages, null);
    }

    /** For values that both sides hold alike. */
    public PlannedField(
            Mapping mapping,
            HubspotType hubspotType,
            SalesforceType salesforceType,
            Conversion conversion) {
        this(mapping, hubspotType, salesforceType, conversion, null, null, null);
    }

    /** For companies; which ones belong together is yet to be said. */
    public static PlannedField ofCompany(
            Mapping mapping, HubspotType hubspotType, CompanyReference reference) {
        return new PlannedField(
                mapping,
                hubspotType,
                SalesforceType.REFERENCE,
                reference.conversion(CompanyPairs.NONE),
                reference,
                null);
    }

    private PlannedField with(CompanyReference its, CompanyPairs companies) {
        return new PlannedField(
                mapping, hubspotType, salesforceType, its.conversion(companies), its, null);
    }

    PlannedField with(CompanyPairs companies) {
        return reference == null ? this : with(reference, companies);
    }

    /** What it is called on a side. */
    public String name(Side side) {
        return side == Side.HUBSPOT ? mapping.hubspotProperty() : mapping.salesforceField();
    }

    /** A side's value in canonical form; blank when the record does not have it. */
    public Value value(Side side, Map<String, @Nullable String> wire) {
        return of(side, wire.get(name(side)));
    }

    /** A value that a side had at some time, in canonical form. */
    public Value of(Side side, @Nullable String wire) {
        return side == Side.HUBSPOT ? ofHubspot(wire) : ofSalesforce(wire);
    }

    /** What to send to a side. */
    public @Nullable String wire(Side side, Value value) {
        return side == Side.HUBSPOT ? hubspotWire(value) : salesforceWire(value);
    }

    /** The other side's value as it is written to this one. */
    public Converted convertedTo(Side side, Value from) {
        return side == Side.HUBSPOT ? conversion.toHubspot(from) : conversion.toSalesforce(from);
    }

    /**
     * As {@link #convertedTo(Side, Value)}.
     *
     * @param pipeline that the HubSpot record is in, or shall be; empty where nobody knows
     */
    public Converted convertedTo(Side side, Value from, String pipeline) {
        return side == Side.HUBSPOT
                ? conversion.toHubspot(from, pipeline)
                : conversion.toSalesforce(from);
    }

    /** The pipeline that a HubSpot record is in by its stage; empty for other values. */
    public String pipeline(Value hubspot) {
        return stages == null ? "" : stages.pipeline(hubspot);
    }

    /**
     * What HubSpot is to be sent besides the property: the pipeline of a stage.
     *
     * @param before what the record holds
     */
    public Map<String, String> besides(Value before, Value hubspot) {
        String pipeline = pipeline(hubspot);
        return stages == null
                        || !stages.moving()
                        || pipeline.isEmpty()
                        || pipeline.equals(pipeline(before))
                ? Map.of()
                : Map.of(Stages.PIPELINE, pipeline);
    }

    /** The property's value in canonical form; blank when the record does not have it. */
    public Value hubspot(Map<String, @Nullable String> wire) {
        return ofHubspot(wire.get(mapping.hubspotProperty()));
    }

    /** A value that the property had at some time, in canonical form. */
    public Value ofHubspot(@Nullable String wire) {
        return Canonical.hubspot(hubspotType, wire);
    }

    /** A value that the field had at some time, in canonical form. */
    public Value ofSalesforce(@Nullable String wire) {
        return Canonical.salesforce(salesforceType, wire);
    }

    /** The field's value in canonical form; blank when the record does not have it. */
    public Value salesforce(Map<String, @Nullable String> wire) {
        return ofSalesforce(wire.get(mapping.salesforceField()));
    }

    /** What a side holds where nothing is set: a checkbox of Salesforce is never blank. */
    public Value unset(Side side) {
        boolean checkbox = side == Side.SALESFORCE && salesforceType == SalesforceType.BOOLEAN;
        return checkbox ? ofSalesforce("false") : Value.BLANK;
    }

    /** What to send to HubSpot; "" clears. */
    public String hubspotWire(Value value) {
        return Canonical.hubspotWire(hubspotType, value);
    }

    /** What to send to Salesforce; null clears. */
    public @Nullable String salesforceWire(Value value) {
        return Canonical.salesforceWire(salesforceType, value);
    }
}
