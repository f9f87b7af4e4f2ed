package io.crosswalk.mapping;

import io.crosswalk.rules.Canonical;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with all that is needed to apply it to a record.
 *
 * @param conversion between the two canonical forms, with the limits of both sides
 */
public record PlannedField(
        Mapping mapping,
        HubspotType hubspotType,
        SalesforceType salesforceType,
        Conversion conversion) {

    /** The property's value in canonical form; blank when the record does not have it. */
    public Value hubspot(Map<String, @Nullable String> wire) {
        return Canonical.hubspot(hubspotType, wire.get(mapping.hubspotProperty()));
    }

    /** The field's value in canonical form; blank when the record does not have it. */
    public Value salesforce(Map<String, @Nullable String> wire) {
        return Canonical.salesforce(salesforceType, wire.get(mapping.salesforceField()));
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
