package io.crosswalk.sandbox.hubspot;

import org.jspecify.annotations.Nullable;

/** The record types of this portal. */
enum ObjectType {
    CONTACTS("contacts", "contact", "0-1", "lastmodifieddate", 45),
    COMPANIES("companies", "company", "0-2", "hs_lastmodifieddate", 20),
    DEALS("deals", "deal", "0-3", "hs_lastmodifieddate", 20);

    /** As paths name it. */
    final String plural;

    /** As webhooks name it. */
    final String singular;

    final String typeId;
    final String modifiedProperty;

    /** How many values per property HubSpot remembers. */
    final int historyMax;

    ObjectType(
            String plural,
            String singular,
            String typeId,
            String modifiedProperty,
            int historyMax) {
        this.plural = plural;
        this.singular = singular;
        this.typeId = typeId;
        this.modifiedProperty = modifiedProperty;
        this.historyMax = historyMax;
    }

    /**
     * @param name plural, singular or type id, in any case
     */
    static @Nullable ObjectType find(String name) {
        for (ObjectType type : values()) {
            if (type.plural.equalsIgnoreCase(name)
                    || type.singular.equalsIgnoreCase(name)
                    || type.typeId.equals(name)) {
                return type;
            }
        }
        return null;
    }
}
