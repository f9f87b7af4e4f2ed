package io.crosswalk.records;

/** What mends a problem, for programs and buttons. The names are stable. */
public enum ProblemAction {
    /** Add Salesforce's missing picklist values to the HubSpot property. */
    REFRESH_OPTIONS("Refresh the options"),
    /** Change or delete the mapping: its rule, its option pairs, its property or field. */
    EDIT_MAPPING("Edit the mapping"),
    /** Let the integration user see or edit the field in Salesforce. */
    GRANT_FIELD_ACCESS("Grant access to the field"),
    /** Let the integration user edit the record. */
    GRANT_RECORD_ACCESS("Grant access to the record"),
    /** Give our app a scope in HubSpot. */
    GRANT_SCOPE("Give the app the scope"),
    /** Change the field's or property's own definition in its CRM. */
    CHANGE_DEFINITION("Change the definition"),
    /** Change the record in a CRM. */
    FIX_RECORD("Fix the record"),
    SHORTEN_VALUE("Shorten the value"),
    /** Check that a change of many records is meant, then let the mapping write again. */
    RELEASE("Release the mapping"),
    /** Remove the cause that the CRM names, then try again. */
    RETRY("Try again");

    private final String label;

    ProblemAction(String label) {
        this.label = label;
    }

    /** As a button says it. */
    public String label() {
        return label;
    }
}
