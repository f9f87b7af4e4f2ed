package io.crosswalk.rules;

/** One of the two CRMs. */
public enum Side {
    HUBSPOT("HubSpot"),
    SALESFORCE("Salesforce");

    private final String label;

    Side(String label) {
        this.label = label;
    }

    /** The name as people write it. */
    public String label() {
        return label;
    }

    public Side other() {
        return this == HUBSPOT ? SALESFORCE : HUBSPOT;
    }
}
