package io.crosswalk.rules;

import org.jspecify.annotations.Nullable;

/**
 * What the {@link Evaluator} answers for one field: one constant per row of the tables in
 * docs/semantics.md. Rules share a constant where its sentence is true for each of them. What is
 * written is always the other side's current value, which may be blank. Journals keep the names.
 */
public enum Decision implements Reasoned {
    NOT_SYNCED("The rule is Don't sync, so neither side is written."),
    IN_STEP("Both sides say the same, so there is nothing to write."),
    NOTHING_CHANGED(
            "The sides differ, but neither has changed since they were last acknowledged, "
                    + "so nothing is written."),

    // Only one side changed.
    SALESFORCE_CHANGED(
            Side.HUBSPOT,
            "Salesforce has a new value and HubSpot is unchanged, so HubSpot takes the "
                    + "value from Salesforce."),
    HUBSPOT_CHANGED(
            Side.SALESFORCE,
            "HubSpot has a new value and Salesforce is unchanged, so Salesforce takes the "
                    + "value from HubSpot."),
    SALESFORCE_CLEARED(
            Side.HUBSPOT,
            "Salesforce is cleared and HubSpot is unchanged, so HubSpot is cleared too."),
    HUBSPOT_CLEARED(
            Side.SALESFORCE,
            "HubSpot is cleared and Salesforce is unchanged, so Salesforce is cleared too."),
    HUBSPOT_FILLS_BLANK_SALESFORCE(
            Side.SALESFORCE,
            "HubSpot has a new value and Salesforce is blank and unchanged, so Salesforce "
                    + "takes the value from HubSpot."),
    SALESFORCE_FILLS_BLANK_HUBSPOT(
            Side.HUBSPOT,
            "Salesforce has a new value and HubSpot is blank and unchanged, so HubSpot "
                    + "takes the value from Salesforce."),
    HUBSPOT_KEEPS_ITS_VALUE(
            "HubSpot has a new value and Salesforce is blank and unchanged; the rule never "
                    + "writes Salesforce, so HubSpot keeps its value."),
    SALESFORCE_KEEPS_ITS_VALUE(
            "Salesforce has a new value and HubSpot is blank and unchanged; the rule never "
                    + "writes HubSpot, so Salesforce keeps its value."),
    HUBSPOT_EDIT_REJECTED(
            Side.HUBSPOT,
            Note.REJECTED,
            "HubSpot has a new value, but Salesforce has a value too and the rule puts "
                    + "Salesforce first, so HubSpot goes back to the value from Salesforce."),
    SALESFORCE_EDIT_REJECTED(
            Side.SALESFORCE,
            Note.REJECTED,
            "Salesforce has a new value, but HubSpot has a value too and the rule puts "
                    + "HubSpot first, so Salesforce goes back to the value from HubSpot."),
    HUBSPOT_CLEAR_REJECTED(
            Side.HUBSPOT,
            Note.REJECTED,
            "HubSpot is cleared, but Salesforce has a value and the rule puts Salesforce "
                    + "first, so HubSpot goes back to the value from Salesforce."),
    SALESFORCE_CLEAR_REJECTED(
            Side.SALESFORCE,
            Note.REJECTED,
            "Salesforce is cleared, but HubSpot has a value and the rule puts HubSpot "
                    + "first, so Salesforce goes back to the value from HubSpot."),

    // Both sides changed.
    BOTH_CHANGED_HUBSPOT_EDIT_REJECTED(
            Side.HUBSPOT,
            Note.REJECTED,
            "Both sides are changed; Salesforce has a value and the rule puts Salesforce first, "
                    + "so HubSpot takes the value from Salesforce and loses its own change."),
    BOTH_CHANGED_SALESFORCE_EDIT_REJECTED(
            Side.SALESFORCE,
            Note.REJECTED,
            "Both sides are changed; HubSpot has a value and the rule puts HubSpot first, "
                    + "so Salesforce takes the value from HubSpot and loses its own change."),
    SALESFORCE_CLEARED_HUBSPOT_EDIT_REJECTED(
            Side.HUBSPOT,
            Note.REJECTED,
            "Both sides are changed; Salesforce is cleared and the rule always follows "
                    + "Salesforce, so HubSpot is cleared and loses its own change."),
    HUBSPOT_CLEARED_SALESFORCE_EDIT_REJECTED(
            Side.SALESFORCE,
            Note.REJECTED,
            "Both sides are changed; HubSpot is cleared and the rule always follows "
                    + "HubSpot, so Salesforce is cleared and loses its own change."),
    BOTH_CHANGED_SALESFORCE_LATER(
            Side.HUBSPOT,
            Note.CONFLICT,
            "Both sides are changed and the change in Salesforce is the later one, so "
                    + "HubSpot takes the value from Salesforce."),
    BOTH_CHANGED_HUBSPOT_LATER(
            Side.SALESFORCE,
            Note.CONFLICT,
            "Both sides are changed and the change in HubSpot is the later one, so "
                    + "Salesforce takes the value from HubSpot."),
    BOTH_CHANGED_SALESFORCE_CLEARED_LATER(
            Side.HUBSPOT,
            Note.CONFLICT,
            "Both sides are changed; Salesforce is cleared and that is the later change, "
                    + "so HubSpot is cleared too."),
    BOTH_CHANGED_HUBSPOT_CLEARED_LATER(
            Side.SALESFORCE,
            Note.CONFLICT,
            "Both sides are changed; HubSpot is cleared and that is the later change, so "
                    + "Salesforce is cleared too."),
    BOTH_CHANGED_HUBSPOT_VALUE_WINS(
            Side.SALESFORCE,
            Note.CONFLICT,
            "Both sides are changed and the times do not show which change is later; "
                    + "Salesforce is cleared and HubSpot has a value, and a value wins over a "
                    + "blank, so Salesforce takes the value from HubSpot."),
    BOTH_CHANGED_SALESFORCE_VALUE_WINS(
            Side.HUBSPOT,
            Note.CONFLICT,
            "Both sides are changed and the times do not show which change is later; "
                    + "HubSpot is cleared and Salesforce has a value, and a value wins over a "
                    + "blank, so HubSpot takes the value from Salesforce."),
    BOTH_CHANGED_SALESFORCE_WINS_TIE(
            Side.HUBSPOT,
            Note.CONFLICT,
            "Both sides have new values and the times do not show which is later; "
                    + "Salesforce wins such ties, so HubSpot takes the value from Salesforce."),

    // First contact: no base yet, and no hint names the field.
    FIRST_CONTACT_ACKNOWLEDGED(
            "The sides meet for the first time and differ; filling is off, so both keep "
                    + "what they have until one of them changes."),
    FIRST_CONTACT_SALESFORCE_RULES(
            Side.HUBSPOT,
            "The sides meet for the first time and differ; Salesforce has a value and the "
                    + "rule puts Salesforce first, so HubSpot takes the value from Salesforce."),
    FIRST_CONTACT_HUBSPOT_RULES(
            Side.SALESFORCE,
            "The sides meet for the first time and differ; HubSpot has a value and the "
                    + "rule puts HubSpot first, so Salesforce takes the value from HubSpot."),
    FIRST_CONTACT_SALESFORCE_FILLED(
            Side.SALESFORCE,
            "The sides meet for the first time; HubSpot has a value and Salesforce is "
                    + "blank, so Salesforce takes the value from HubSpot."),
    FIRST_CONTACT_HUBSPOT_FILLED(
            Side.HUBSPOT,
            "The sides meet for the first time; Salesforce has a value and HubSpot is "
                    + "blank, so HubSpot takes the value from Salesforce."),
    FIRST_CONTACT_HUBSPOT_KEEPS_ITS_VALUE(
            "The sides meet for the first time; HubSpot has a value and Salesforce is "
                    + "blank, and the rule never writes Salesforce, so HubSpot keeps its value."),
    FIRST_CONTACT_SALESFORCE_KEEPS_ITS_VALUE(
            "The sides meet for the first time; Salesforce has a value and HubSpot is "
                    + "blank, and the rule never writes HubSpot, so Salesforce keeps its value."),
    FIRST_CONTACT_SALESFORCE_LATER(
            Side.HUBSPOT,
            Note.CONFLICT,
            "The sides meet for the first time with different values; the one in "
                    + "Salesforce is the later, so HubSpot takes the value from Salesforce."),
    FIRST_CONTACT_HUBSPOT_LATER(
            Side.SALESFORCE,
            Note.CONFLICT,
            "The sides meet for the first time with different values; the one in HubSpot "
                    + "is the later, so Salesforce takes the value from HubSpot."),
    FIRST_CONTACT_SALESFORCE_WINS_TIE(
            Side.HUBSPOT,
            Note.CONFLICT,
            "The sides meet for the first time with different values and the times do not "
                    + "show which is later; Salesforce wins such ties, so HubSpot takes the value "
                    + "from Salesforce.");

    private final @Nullable Side writes;
    private final Note note;
    private final String reason;

    Decision(String reason) {
        this(null, Note.NONE, reason);
    }

    Decision(Side writes, String reason) {
        this(writes, Note.NONE, reason);
    }

    Decision(@Nullable Side writes, Note note, String reason) {
        this.writes = writes;
        this.note = note;
        this.reason = reason;
    }

    /** Whether it brings values in step that nobody has just changed. */
    public boolean fills() {
        return writes != null && name().startsWith("FIRST_CONTACT_");
    }

    /** The side that takes the other side's current value; null when nothing is written. */
    @Override
    public @Nullable Side writes() {
        return writes;
    }

    @Override
    public Note note() {
        return note;
    }

    /** The sentence that people read under "why": names the sides, never a field or a value. */
    @Override
    public String reason() {
        return reason;
    }

    /**
     * The decision with the sides swapped; its own inverse. Only the two-way ties have no mirror
     * image and stay as they are, because Salesforce wins them from either side.
     */
    public Decision mirrored() {
        return switch (this) {
            case NOT_SYNCED,
                    IN_STEP,
                    NOTHING_CHANGED,
                    BOTH_CHANGED_SALESFORCE_WINS_TIE,
                    FIRST_CONTACT_ACKNOWLEDGED,
                    FIRST_CONTACT_SALESFORCE_WINS_TIE ->
                    this;
            case SALESFORCE_CHANGED -> HUBSPOT_CHANGED;
            case HUBSPOT_CHANGED -> SALESFORCE_CHANGED;
            case SALESFORCE_CLEARED -> HUBSPOT_CLEARED;
            case HUBSPOT_CLEARED -> SALESFORCE_CLEARED;
            case HUBSPOT_FILLS_BLANK_SALESFORCE -> SALESFORCE_FILLS_BLANK_HUBSPOT;
            case SALESFORCE_FILLS_BLANK_HUBSPOT -> HUBSPOT_FILLS_BLANK_SALESFORCE;
            case HUBSPOT_KEEPS_ITS_VALUE -> SALESFORCE_KEEPS_ITS_VALUE;
            case SALESFORCE_KEEPS_ITS_VALUE -> HUBSPOT_KEEPS_ITS_VALUE;
            case HUBSPOT_EDIT_REJECTED -> SALESFORCE_EDIT_REJECTED;
            case SALESFORCE_EDIT_REJECTED -> HUBSPOT_EDIT_REJECTED;
            case HUBSPOT_CLEAR_REJECTED -> SALESFORCE_CLEAR_REJECTED;
            case SALESFORCE_CLEAR_REJECTED -> HUBSPOT_CLEAR_REJECTED;
            case BOTH_CHANGED_HUBSPOT_EDIT_REJECTED -> BOTH_CHANGED_SALESFORCE_EDIT_REJECTED;
            case BOTH_CHANGED_SALESFORCE_EDIT_REJECTED -> BOTH_CHANGED_HUBSPOT_EDIT_REJECTED;
            case SALESFORCE_CLEARED_HUBSPOT_EDIT_REJECTED ->
                    HUBSPOT_CLEARED_SALESFORCE_EDIT_REJECTED;
            case HUBSPOT_CLEARED_SALESFORCE_EDIT_REJECTED ->
                    SALESFORCE_CLEARED_HUBSPOT_EDIT_REJECTED;
            case BOTH_CHANGED_SALESFORCE_LATER -> BOTH_CHANGED_HUBSPOT_LATER;
            case BOTH_CHANGED_HUBSPOT_LATER -> BOTH_CHANGED_SALESFORCE_LATER;
            case BOTH_CHANGED_SALESFORCE_CLEARED_LATER -> BOTH_CHANGED_HUBSPOT_CLEARED_LATER;
            case BOTH_CHANGED_HUBSPOT_CLEARED_LATER -> BOTH_CHANGED_SALESFORCE_CLEARED_LATER;
            case BOTH_CHANGED_HUBSPOT_VALUE_WINS -> BOTH_CHANGED_SALESFORCE_VALUE_WINS;
            case BOTH_CHANGED_SALESFORCE_VALUE_WINS -> BOTH_CHANGED_HUBSPOT_VALUE_WINS;
            case FIRST_CONTACT_SALESFORCE_RULES -> FIRST_CONTACT_HUBSPOT_RULES;
            case FIRST_CONTACT_HUBSPOT_RULES -> FIRST_CONTACT_SALESFORCE_RULES;
            case FIRST_CONTACT_SALESFORCE_FILLED -> FIRST_CONTACT_HUBSPOT_FILLED;
            case FIRST_CONTACT_HUBSPOT_FILLED -> FIRST_CONTACT_SALESFORCE_FILLED;
            case FIRST_CONTACT_HUBSPOT_KEEPS_ITS_VALUE -> FIRST_CONTACT_SALESFORCE_KEEPS_ITS_VALUE;
            case FIRST_CONTACT_SALESFORCE_KEEPS_ITS_VALUE -> FIRST_CONTACT_HUBSPOT_KEEPS_ITS_VALUE;
            case FIRST_CONTACT_SALESFORCE_LATER -> FIRST_CONTACT_HUBSPOT_LATER;
            case FIRST_CONTACT_HUBSPOT_LATER -> FIRST_CONTACT_SALESFORCE_LATER;
        };
    }
}
