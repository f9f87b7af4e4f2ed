package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import java.util.Set;

/** What is carried over of options that HubSpot keeps where Crosswalk cannot see them. */
final class UnknownOptions {
    /** The same words everywhere: codes of currencies. */
    private static final Set<String> ALIKE = Set.of("deal_currency_code");

    private UnknownOptions() {}

    /** Others are ids: what is not paired would mean nothing on the other side. */
    static boolean onlyPaired(HubspotProperty property) {
        return property.optionsUnknown() && !ALIKE.contains(property.name());
    }
}
