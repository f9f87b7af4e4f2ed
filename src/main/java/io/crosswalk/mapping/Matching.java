package io.crosswalk.mapping;

/** How a record without a partner finds one. The names are stable. */
public enum Matching {
    /** Only by the Salesforce id that stands on the HubSpot record. */
    ID_ONLY,
    /** By the id; else by e-mail (contacts), by domain and then name (companies). */
    ID_THEN_FIELDS
}
