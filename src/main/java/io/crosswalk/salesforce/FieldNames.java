package io.crosswalk.salesforce;

import org.jspecify.annotations.Nullable;

/** Change events nest compound fields; here their parts get the names that the object has. */
final class FieldNames {
    private FieldNames() {}

    /**
     * {@code Name.FirstName} is FirstName, {@code MailingAddress.City} is MailingCity, a lead's
     * {@code Address.City} is City, {@code Site__c.City} is Site__City__s.
     *
     * @return null if the parent is no compound field that is known
     */
    static @Nullable String ofPart(String parent, String part) {
        if (parent.equals("Name")) {
            return part;
        }
        if (parent.endsWith("__c")) {
            return parent.substring(0, parent.length() - 1) + part + "__s";
        }
        if (parent.endsWith("Address")) {
            return parent.substring(0, parent.length() - "Address".length()) + part;
        }
        return null;
    }
}
