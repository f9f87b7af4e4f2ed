package io.crosswalk.rules;

/** How well a HubSpot type and a Salesforce type go together. */
public enum Fit {
    /** One of HubSpot's own 13 pairs. */
    STRICT,
    /** Beyond HubSpot's matrix, allowed because it loses nothing; shown as such. */
    EXTENDED,
    MISMATCH
}
