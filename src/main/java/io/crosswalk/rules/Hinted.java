package io.crosswalk.rules;

/** On which sides a hint names the property or field, where there is no base to compare with. */
public enum Hinted {
    NONE,
    HUBSPOT,
    SALESFORCE,
    BOTH;

    public static Hinted of(boolean hubspot, boolean salesforce) {
        if (hubspot) {
            return salesforce ? BOTH : HUBSPOT;
        }
        return salesforce ? SALESFORCE : NONE;
    }

    /** The same with the sides swapped; its own inverse. */
    public Hinted mirrored() {
        return switch (this) {
            case HUBSPOT -> SALESFORCE;
            case SALESFORCE -> HUBSPOT;
            case NONE, BOTH -> this;
        };
    }
}
