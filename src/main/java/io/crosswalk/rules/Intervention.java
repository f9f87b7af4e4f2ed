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
                    + "is the one that counts, so Salesforce gets it back.");

    private final Side writes;
    private final String reason;

    Intervention(Side writes, String reason) {
        this.writes = writes;
        this.reason = reason;
    }

    public static Intervention editRestoredIn(Side side) {
        return side == Side.HUBSPOT ? EDIT_RESTORED_IN_HUBSPOT : EDIT_RESTORED_IN_SALESFORCE;
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
