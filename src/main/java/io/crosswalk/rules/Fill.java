package io.crosswalk.rules;

/** What first contact does with values that nobody has just changed. */
public enum Fill {
    /** Acknowledges what is there and writes nothing, as HubSpot does. */
    NONE,
    /** Brings the sides in step by the rule, as if both had changed. */
    ALIGN
}
