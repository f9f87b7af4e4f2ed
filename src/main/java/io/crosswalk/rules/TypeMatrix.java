package io.crosswalk.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which types may be mapped to each other (docs/semantics.md, "Types"). */
public final class TypeMatrix {
    private TypeMatrix() {}

    /**
     * {@link HubspotType#TEXT} with {@link SalesforceType#PICKLIST} fits unrestricted picklists
     * only: a restricted one refuses most texts. The caller checks, as it knows the field.
     */
    public static Fit fit(HubspotType hubspot, SalesforceType salesforce) {
        if (strict(hubspot).contains(salesforce)) {
            return Fit.STRICT;
        }
        return extended(hubspot).contains(salesforce) ? Fit.EXTENDED : Fit.MISMATCH;
    }

    /** The types that fit, strict ones first; empty for {@link HubspotType#OTHER}. */
    public static List<SalesforceType> salesforceTypesFor(HubspotType hubspot) {
        return Stream.concat(strict(hubspot).stream(), extended(hubspot).stream()).toList();
    }

    /** The types that fit, strict ones first; empty for {@link SalesforceType#OTHER}. */
    public static List<HubspotType> hubspotTypesFor(SalesforceType salesforce) {
        return Stream.of(Fit.STRICT, Fit.EXTENDED)
                .flatMap(
                        fit ->
                                Stream.of(HubspotType.values())
                                        .filter(hubspot -> fit(hubspot, salesforce) == fit))
                .toList();
    }

    private static Set<SalesforceType> strict(HubspotType hubspot) {
        return switch (hubspot) {
            case SELECT, RADIO -> EnumSet.of(SalesforceType.PICKLIST, SalesforceType.REFERENCE);
            case CHECKBOX -> EnumSet.of(SalesforceType.MULTIPICKLIST);
            case BOOLEANCHECKBOX -> EnumSet.of(SalesforceType.BOOLEAN);
            case NUMBER, PERCENTAGE -> EnumSet.of(SalesforceType.DOUBLE, SalesforceType.INT);
            case TEXT -> EnumSet.of(SalesforceType.STRING, SalesforceType.TEXTAREA);
            case TEXTAREA -> EnumSet.of(SalesforceType.TEXTAREA);
            case DATE -> EnumSet.of(SalesforceType.DATE, SalesforceType.DATETIME);
            case DATETIME, PHONENUMBER, OTHER -> EnumSet.noneOf(SalesforceType.class);
        };
    }

    private static Set<SalesforceType> extended(HubspotType hubspot) {
        return switch (hubspot) {
            case TEXT ->
                    EnumSet.of(
                            SalesforceType.EMAIL,
                            SalesforceType.PHONE,
                            SalesforceType.URL,
                            SalesforceType.ID,
                            SalesforceType.PICKLIST);
            case NUMBER, PERCENTAGE ->
                    EnumSet.of(
                            SalesforceType.CURRENCY, SalesforceType.PERCENT, SalesforceType.LONG);
            case DATETIME -> EnumSet.of(SalesforceType.DATETIME, SalesforceType.DATE);
            case PHONENUMBER -> EnumSet.of(SalesforceType.PHONE, SalesforceType.STRING);
            case SELECT, RADIO, CHECKBOX, BOOLEANCHECKBOX, TEXTAREA, DATE, OTHER ->
                    EnumSet.noneOf(SalesforceType.class);
        };
    }
}
