package io.crosswalk.rules;

/**
 * Writes that no table decides (docs/semantics.md, "Beyond the tables"): they put back what a side
 * held before.
 */
public enum Intervention implements Reasoned {
    EDIT_RESTORED_IN_HUBSPOT(
            Side.HUBSPOT,
            "A change in HubSpot came between a look and its write and was overwritten unseen; it is "
                    + "the one that counts, so HubSpot gets it back."),
    EDIT_RESTORED_IN_SALESFORCE(
            Side.SALESFORCE,
            "A change in Salesforce came between a look and its write and was overwritten unseen; it "
                    + "is the one that counts, so Salesforce gets it back."),
    UNDONE_IN_HUBSPOT(
            Side.HUBSPOT,
            "A person took back what Crosswalk wrote to HubSpot, so HubSpot goes back to the value "
                    + "that it held before."),
    UNDONE_IN_SALESFORCE(
            Side.SALESFORCE,
            "A person took back what Crosswalk wrote to Salesforce, so Salesforce goes back to the "
                    + "value that it held before.");

    private final Side writes;
    private final String reason;

    Intervention(Side writes, String reason) {
        this.writes = writes;
        this.reason = reason;
    }

    public static Intervention editRestoredIn(Side side) {
        return side == Side.HUBSPOT ? EDIT_RESTORED_IN_HUBSPOT : EDIT_RESTORED_IN_SALESFORCE;
    }

    /** A person takes back a write on that side. */
    public static Intervention undoneIn(Side side) {
        return side == Side.HUBSPOT ? UNDONE_IN_HUBSPOT : UNDONE_IN_SALESFORCE;
    }

    public boolean undoes() {
        return this == UNDONE_IN_HUBSPOT || this == UNDONE_IN_SALESFORCE;
    }

    @Override
    public Side writes() {
        return writes;
    }

    @Override
    public Note note() {
        return Note.NONE;
    }

    @Override
    public String reason() {
        return reason;
    }
}
