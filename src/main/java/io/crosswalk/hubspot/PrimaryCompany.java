package io.crosswalk.hubspot;

import org.jspecify.annotations.Nullable;

/**
 * Which company a record of HubSpot belongs to: the one whose association has the label "Primary".
 * A property shows its id and follows by itself; it is set through the associations API (v4), whose
 * guide has the type ids.
 */
public enum PrimaryCompany {
    OF_CONTACT("contacts", "associatedcompanyid", 1),
    OF_DEAL("deals", "hs_primary_associated_company", 5);

    private final String type;
    private final String property;
    private final int labelId;

    PrimaryCompany(String type, String property, int labelId) {
        this.type = type;
        this.property = property;
        this.labelId = labelId;
    }

    /**
     * Null for types whose records belong to no company.
     *
     * @param type {@code contacts}
     */
    public static @Nullable PrimaryCompany of(String type) {
        for (PrimaryCompany each : values()) {
            if (each.type.equals(type)) {
                return each;
            }
        }
        return null;
    }

    String type() {
        return type;
    }

    /** The property that shows the company's id. */
    public String property() {
        return property;
    }

    /** The association type of the label, toward the company. */
    int labelId() {
        return labelId;
    }
}
