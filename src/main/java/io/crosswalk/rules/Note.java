package io.crosswalk.rules;

/** What the journal says about the side that lost. */
public enum Note {
    /** Nobody's change was overwritten. */
    NONE,
    /** The rule does not let that side's change stand. */
    REJECTED,
    /** Both sides changed, and one change was chosen over the other. */
    CONFLICT
}
