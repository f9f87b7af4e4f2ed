package io.crosswalk.rules;

/**
 * Who wins when a property and its field differ (docs/semantics.md, "Sync rules"). The first four
 * are HubSpot's own; the last two are their mirror images.
 */
public enum SyncRule {
    PREFER_SALESFORCE_UNLESS_BLANK("Prefer Salesforce unless blank"),
    ALWAYS_USE_SALESFORCE("Always use Salesforce"),
    TWO_WAY("Two-way"),
    DONT_SYNC("Don't sync"),
    PREFER_HUBSPOT_UNLESS_BLANK("Prefer HubSpot unless blank"),
    ALWAYS_USE_HUBSPOT("Always use HubSpot");

    private final String label;

    SyncRule(String label) {
        this.label = label;
    }

    /** The name as people know it from HubSpot's page. */
    public String label() {
        return label;
    }

    /** The rule in a sentence, for whoever chooses one. */
    public String summary() {
        return switch (this) {
            case PREFER_SALESFORCE_UNLESS_BLANK ->
                    "Salesforce wins; HubSpot fills what is blank there.";
            case ALWAYS_USE_SALESFORCE -> "Salesforce wins, blank included; it is never written.";
            case TWO_WAY -> "The later edit wins, cleared included; a tie goes to Salesforce.";
            case DONT_SYNC -> "Nothing is compared or written; the mapping stays for later.";
            case PREFER_HUBSPOT_UNLESS_BLANK ->
                    "HubSpot wins; Salesforce fills what is blank there.";
            case ALWAYS_USE_HUBSPOT -> "HubSpot wins, blank included; it is never written.";
        };
    }

    /** The rule that does the same with the sides swapped; its own inverse. */
    public SyncRule mirrored() {
        return switch (this) {
            case PREFER_SALESFORCE_UNLESS_BLANK -> PREFER_HUBSPOT_UNLESS_BLANK;
            case ALWAYS_USE_SALESFORCE -> ALWAYS_USE_HUBSPOT;
            case TWO_WAY, DONT_SYNC -> this;
            case PREFER_HUBSPOT_UNLESS_BLANK -> PREFER_SALESFORCE_UNLESS_BLANK;
            case ALWAYS_USE_HUBSPOT -> ALWAYS_USE_SALESFORCE;
        };
    }

    /** Whether any row of the rule's table writes that side. */
    public boolean mayWrite(Side side) {
        return switch (this) {
            case PREFER_SALESFORCE_UNLESS_BLANK, TWO_WAY, PREFER_HUBSPOT_UNLESS_BLANK -> true;
            case ALWAYS_USE_SALESFORCE -> side == Side.HUBSPOT;
            case ALWAYS_USE_HUBSPOT -> side == Side.SALESFORCE;
            case DONT_SYNC -> false;
        };
    }

    /** Whether any row of the rule's table writes a blank to that side. */
    public boolean mayClear(Side side) {
        return switch (this) {
            case PREFER_SALESFORCE_UNLESS_BLANK, ALWAYS_USE_SALESFORCE -> side == Side.HUBSPOT;
            case PREFER_HUBSPOT_UNLESS_BLANK, ALWAYS_USE_HUBSPOT -> side == Side.SALESFORCE;
            case TWO_WAY -> true;
            case DONT_SYNC -> false;
        };
    }
}
