package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Refused;

/** Types that do not fit: carries nothing over, in step only when the texts are equal. */
final class MismatchLens implements Lens {
    private final Refused refused;

    MismatchLens(HubspotType hubspot, SalesforceType salesforce) {
        refused =
                new Refused(
                        Code.TYPE_MISMATCH,
                        "HubSpot's "
                                + hubspot.label()
                                + " does not map to Salesforce's "
                                + salesforce.label()
                                + ".");
    }

    @Override
    public Converted toSalesforce(Value hubspot) {
        return refused;
    }

    @Override
    public Converted toHubspot(Value salesforce) {
        return refused;
    }

    @Override
    public boolean inStep(Value hubspot, Value salesforce) {
        return hubspot.equals(salesforce);
    }
}
