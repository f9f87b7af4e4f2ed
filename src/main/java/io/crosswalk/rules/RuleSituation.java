package io.crosswalk.rules;

/**
 * What can happen to a mapped field, one constant per kind of situation that people ask about. In
 * their texts {@code {hubspot}} and {@code {salesforce}} stand for the values that are there now.
 */
public enum RuleSituation {
    HUBSPOT_EDITED_SALESFORCE_BLANK(
            Present.HUBSPOT_ONLY,
            Changed.HUBSPOT,
            "Salesforce is blank, and HubSpot is changed to {hubspot}"),
    HUBSPOT_EDITED(
            Present.BOTH,
            Changed.HUBSPOT,
            "Salesforce says {salesforce}, and HubSpot is changed to {hubspot}"),
    SALESFORCE_EDITED(
            Present.BOTH,
            Changed.SALESFORCE,
            "HubSpot says {hubspot}, and Salesforce is changed to {salesforce}"),
    HUBSPOT_CLEARED(
            Present.SALESFORCE_ONLY,
            Changed.HUBSPOT,
            "Salesforce says {salesforce}, and HubSpot is cleared"),
    SALESFORCE_CLEARED(
            Present.HUBSPOT_ONLY,
            Changed.SALESFORCE,
            "HubSpot says {hubspot}, and Salesforce is cleared"),
    BOTH_EDITED_HUBSPOT_LATER(
            Present.BOTH,
            Changed.BOTH_HUBSPOT_LATER,
            "Salesforce is changed to {salesforce}, and HubSpot later to {hubspot}"),
    BOTH_EDITED_SALESFORCE_LATER(
            Present.BOTH,
            Changed.BOTH_SALESFORCE_LATER,
            "HubSpot is changed to {hubspot}, and Salesforce later to {salesforce}"),
    ALIGNED_SALESFORCE_BLANK(
            Present.HUBSPOT_ONLY, Changed.NOTHING, "HubSpot says {hubspot}, Salesforce is blank"),
    ALIGNED_HUBSPOT_BLANK(
            Present.SALESFORCE_ONLY,
            Changed.NOTHING,
            "Salesforce says {salesforce}, HubSpot is blank"),
    ALIGNED_BOTH_SET(
            Present.BOTH,
            Changed.NOTHING,
            "HubSpot says {hubspot}, Salesforce says {salesforce}, and nobody knows since when");

    /** Which sides have a value now. */
    private enum Present {
        BOTH,
        HUBSPOT_ONLY,
        SALESFORCE_ONLY
    }

    /** What happened since both sides were acknowledged; nothing: they never were. */
    private enum Changed {
        HUBSPOT,
        SALESFORCE,
        BOTH_HUBSPOT_LATER,
        BOTH_SALESFORCE_LATER,
        NOTHING
    }

    private final Present present;
    private final Changed changed;
    private final String text;

    RuleSituation(Present present, Changed changed, String text) {
        this.present = present;
        this.changed = changed;
        this.text = text;
    }

    public boolean isBlank(Side side) {
        return switch (present) {
            case BOTH -> false;
            case HUBSPOT_ONLY -> side == Side.SALESFORCE;
            case SALESFORCE_ONLY -> side == Side.HUBSPOT;
        };
    }

    /** Whether existing values are brought in step, and nobody has changed anything. */
    public boolean isAligned() {
        return changed == Changed.NOTHING;
    }

    public String text() {
        return text;
    }

    /** As the evaluator decides it. */
    public Decision decide(SyncRule rule) {
        boolean hubspotBlank = isBlank(Side.HUBSPOT);
        boolean salesforceBlank = isBlank(Side.SALESFORCE);
        if (isAligned()) {
            return Evaluator.firstContact(
                    rule,
                    false,
                    hubspotBlank,
                    salesforceBlank,
                    Hinted.NONE,
                    Fill.ALIGN,
                    Later.UNKNOWN);
        }
        return Evaluator.decide(
                rule,
                false,
                hubspotBlank,
                salesforceBlank,
                changed != Changed.SALESFORCE,
                changed != Changed.HUBSPOT,
                later());
    }

    private Later later() {
        return switch (changed) {
            case BOTH_HUBSPOT_LATER -> Later.HUBSPOT;
            case BOTH_SALESFORCE_LATER -> Later.SALESFORCE;
            case HUBSPOT, SALESFORCE, NOTHING -> Later.UNKNOWN;
        };
    }
}
