package io.crosswalk.salesforce;

import java.util.List;

/**
 * A field's describe, as the integration user sees it.
 *
 * @param type Salesforce's {@code type}: string, picklist, reference, ...
 * @param length characters, for text; 0 when it does not apply
 * @param precision digits in all, for numbers
 * @param scale digits after the point, for numbers
 * @param updateable whether values can be written: updateable, not calculated, not an auto number
 * @param calculated whether it is a formula or roll-up
 * @param nillable whether it may be cleared
 * @param restrictedPicklist whether other values than the listed ones are refused
 * @param referenceTo the sObjects that a reference may point to
 */
public record SalesforceField(
        String name,
        String label,
        String type,
        boolean custom,
        int length,
        int precision,
        int scale,
        boolean updateable,
        boolean calculated,
        boolean nillable,
        boolean restrictedPicklist,
        List<String> referenceTo,
        List<PicklistValue> picklistValues) {

    public SalesforceField {
        referenceTo = List.copyOf(referenceTo);
        picklistValues = List.copyOf(picklistValues);
    }

    /**
     * @param value the API value; the label is only for people
     */
    public record PicklistValue(String value, String label, boolean active) {}
}
