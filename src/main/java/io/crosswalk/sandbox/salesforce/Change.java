package io.crosswalk.sandbox.salesforce;

import org.jspecify.annotations.Nullable;

/**
 * What a transaction did to one record.
 *
 * @param before null when it was created
 * @param after null when it was deleted for good
 */
record Change(Kind kind, @Nullable Row before, @Nullable Row after) {
    enum Kind {
        CREATE,
        UPDATE,
        DELETE,
        UNDELETE,
        /** Emptied from the recycle bin: there is no change event for it. */
        PURGE
    }

    Row row() {
        Row row = after == null ? before : after;
        if (row == null) {
            throw new IllegalStateException("A change of no record");
        }
        return row;
    }
}
