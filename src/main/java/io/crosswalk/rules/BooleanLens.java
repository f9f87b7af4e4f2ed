package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;

/** True and false. Salesforce has no blank boolean, so HubSpot's blank is in step with false. */
final class BooleanLens implements Lens {

    @Override
    public Converted toSalesforce(Value hubspot) {
        return carry(hubspot);
    }

    @Override
    public Converted toHubspot(Value salesforce) {
        return carry(salesforce);
    }

    @Override
    public boolean inStep(Value hubspot, Value salesforce) {
        return hubspot.equals(salesforce)
                || hubspot.isBlank() && salesforce.text().equals("false")
                || salesforce.isBlank() && hubspot.text().equals("false");
    }

    private static Converted carry(Value value) {
        return value.text().equals("true") || value.text().equals("false")
                ? new Ok(value)
                : new Refused(Code.NOT_A_BOOLEAN, "Only true and false can be carried over.");
    }
}
