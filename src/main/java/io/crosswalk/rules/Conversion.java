package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How one mapping's values are carried over (docs/semantics.md, "Conversions"). Made once per
 * mapping, used often; immutable. Takes and gives canonical values ({@link Canonical}), and never
 * throws.
 */
public final class Conversion {
    private static final Value FALSE = Value.of("false");

    private final Lens lens;
    private final Converted blankForSalesforce;
    private final boolean hubspotReadOnly;
    private final boolean salesforceReadOnly;

    private Conversion(
            Lens lens,
            Converted blankForSalesforce,
            boolean hubspotReadOnly,
            boolean salesforceReadOnly) {
        this.lens = lens;
        this.blankForSalesforce = blankForSalesforce;
        this.hubspotReadOnly = hubspotReadOnly;
        this.salesforceReadOnly = salesforceReadOnly;
    }

    /** As the other one, of options without groups and with the days of UTC. */
    public static Conversion between(
            HubspotType hubspotType,
            SalesforceType salesforceType,
            Limits hubspotLimits,
            Limits salesforceLimits,
            Map<String, String> optionPairs) {
        return between(
                hubspotType,
                salesforceType,
                hubspotLimits,
                salesforceLimits,
                optionPairs,
                OptionGroups.NONE,
                ZoneOffset.UTC);
    }

    /**
     * Types that do not fit give a conversion that refuses everything with {@link
     * Code#TYPE_MISMATCH}: a type that was changed in a CRM stops its own mapping, and no other.
     *
     * @param optionPairs HubSpot option to Salesforce value, one to one within a group; options
     *     that it does not name are the same on both sides
     * @param zone of the account: where one side is a date, a moment is of the day that it is there
     */
    public static Conversion between(
            HubspotType hubspotType,
            SalesforceType salesforceType,
            Limits hubspotLimits,
            Limits salesforceLimits,
            Map<String, String> optionPairs,
            OptionGroups groups,
            ZoneId zone) {
        if (TypeMatrix.fit(hubspotType, salesforceType) == Fit.MISMATCH) {
            return conversion(
                    new MismatchLens(hubspotType, salesforceType),
                    salesforceType,
                    hubspotLimits,
                    salesforceLimits);
        }
        return conversion(
                switch (salesforceType) {
                    case STRING, TEXTAREA, EMAIL, PHONE, URL, ID ->
                            new TextLens(salesforceType, hubspotLimits, salesforceLimits);
                    case PICKLIST, REFERENCE ->
                            new OptionLens(
                                    hubspotType,
                                    salesforceType,
                                    hubspotLimits,
                                    salesforceLimits,
                                    optionPairs,
                                    groups);
                    case MULTIPICKLIST ->
                            new OptionSetLens(hubspotLimits, salesforceLimits, optionPairs);
                    case BOOLEAN -> new BooleanLens();
                    case DOUBLE, INT, CURRENCY, PERCENT, LONG ->
                            new NumberLens(hubspotType, salesforceType, salesforceLimits);
                    case DATE, DATETIME -> new TimeLens(hubspotType, salesforceType, zone);
                    case OTHER -> new MismatchLens(hubspotType, salesforceType);
                },
                salesforceType,
                hubspotLimits,
                salesforceLimits);
    }

    private static Conversion conversion(
            Lens lens,
            SalesforceType salesforceType,
            Limits hubspotLimits,
            Limits salesforceLimits) {
        return new Conversion(
                lens,
                new Ok(salesforceType == SalesforceType.BOOLEAN ? FALSE : Value.BLANK),
                hubspotLimits.readOnly(),
                salesforceLimits.readOnly() || salesforceType == SalesforceType.ID);
    }

    /** What to write to Salesforce. Blank stays blank, and is false for a boolean. */
    public Converted toSalesforce(Value hubspot) {
        if (salesforceReadOnly) {
            return readOnly(Side.SALESFORCE);
        }
        if (hubspot.isBlank() && !(lens instanceof MismatchLens)) {
            return blankForSalesforce;
        }
        return lens.toSalesforce(hubspot);
    }

    /** What to write to HubSpot. Blank stays blank. */
    public Converted toHubspot(Value salesforce) {
        return toHubspot(salesforce, "");
    }

    /**
     * What to write to HubSpot. Blank stays blank.
     *
     * @param group of the option that is wanted ({@link OptionGroups}); empty for the preferred one
     */
    public Converted toHubspot(Value salesforce, String group) {
        if (hubspotReadOnly) {
            return readOnly(Side.HUBSPOT);
        }
        if (salesforce.isBlank() && !(lens instanceof MismatchLens)) {
            return new Ok(Value.BLANK);
        }
        return lens.toHubspot(salesforce, group);
    }

    /**
     * Whether the two say the same at the coarser grain. Limits other than the number's scale play
     * no part: a value that cannot be written may still be in step.
     */
    public boolean inStep(Value hubspot, Value salesforce) {
        return hubspot.isBlank() && salesforce.isBlank() || lens.inStep(hubspot, salesforce);
    }

    private static Refused readOnly(Side side) {
        return new Refused(Code.READ_ONLY, side.label() + " does not let this be written.");
    }
}
