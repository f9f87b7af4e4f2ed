package io.crosswalk.console;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Compatibility;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.salesforce.SalesforceField;
import java.util.Set;

/** Which mappings are of lists of options. */
final class Options {
    private static final Set<HubspotType> LISTS =
            Set.of(HubspotType.SELECT, HubspotType.RADIO, HubspotType.CHECKBOX);
    private static final Set<SalesforceType> PICKLISTS =
            Set.of(SalesforceType.PICKLIST, SalesforceType.MULTIPICKLIST);

    private Options() {}

    /** Whether the picklist's values can be brought over; else the attempt says why not. */
    static boolean refreshable(HubspotProperty property, SalesforceField field) {
        return LISTS.contains(Compatibility.typeOf(property))
                && PICKLISTS.contains(Compatibility.typeOf(field));
    }
}
