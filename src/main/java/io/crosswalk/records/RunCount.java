package io.crosswalk.records;

/** What can become of something that a run asked for. The names are stable. */
public enum RunCount {
    WRITTEN,
    /** The value does not fit the other side, or the CRM refused it; a problem says why. */
    REFUSED,

    // Only of an undo.

    /** Either side was changed, or written again, since. */
    CHANGED_SINCE,
    /** The field holds what it held before already. */
    AS_IT_WAS,
    /** The record is gone on a side, or has another partner. */
    RECORD_GONE,
    /** The journal keeps hashes only, so the value before is not known. */
    HASHES_ONLY,
    /** The mapping was deleted, is set to Don't sync, or cannot be seen now. */
    NOT_SYNCED,
    /** The journal entry is not of a write that arrived. */
    NOT_A_WRITE,
    /** The journal does not have the entry any more. */
    ENTRY_GONE
}
