package io.crosswalk.records;

/** What can become of something that a run asked for. The names are stable. */
public enum RunCount {
    WRITTEN("Written."),
    REFUSED("The value does not fit the other side, or the CRM refused it; a problem says why."),

    // Only of an undo.
    CHANGED_SINCE("Either side was changed, or written again, since."),
    AS_IT_WAS("The field holds what it held before already."),
    RECORD_GONE("The record is gone on a side, or has another partner."),
    HASHES_ONLY("The journal keeps hashes only, so the value before is not known."),
    NOT_SYNCED("The mapping was deleted, is set to Don't sync, or cannot be seen now."),
    NOT_A_WRITE("The journal entry is not of a write that arrived."),
    ENTRY_GONE("The journal does not have the entry any more.");

    private final String meaning;

    RunCount(String meaning) {
        this.meaning = meaning;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }
}
