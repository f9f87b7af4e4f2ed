package io.crosswalk.records;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The journal's entries that a person may want to look at, across all records: conflicts, rejected
 * edits, and values that did not arrive.
 */
public interface NotableEntries {

    /** Why an entry is one of them. An entry may be of two kinds. */
    enum Kind {
        /** Both sides had changed, and one change was chosen over the other. */
        CONFLICT,
        /** An edit was overruled by the rule. */
        REJECTED,
        /** The value does not fit the other side, or its CRM refused it. */
        FAILED;

        public boolean holds(JournalEntry entry) {
            JournalEntry.Verdict verdict = entry.verdict();
            return switch (this) {
                case CONFLICT, REJECTED -> verdict.note().equals(name());
                case FAILED -> isFailure(verdict.result().outcome());
            };
        }
    }

    /** Entries of one page. */
    int LIMIT_MAX = 200;

    /**
     * Newest first, as an index shows them: what was written a moment ago may be missing.
     *
     * @param objects each once
     * @param kind null for all; a page may then be short, or empty, and still have a next
     * @param limit at most {@link #LIMIT_MAX}
     * @param after from the page before; null to start
     */
    Journal.Page page(
            Collection<String> objects, @Nullable Kind kind, int limit, @Nullable String after);

    static boolean isFailure(JournalEntry.Outcome outcome) {
        return switch (outcome) {
            case NOT_CONVERTIBLE, REFUSED -> true;
            case WRITTEN, NOT_ARRIVED, TOLD -> false;
        };
    }

    /** Whether it is of any kind. */
    static boolean holds(JournalEntry entry) {
        for (Kind kind : Kind.values()) {
            if (kind.holds(entry)) {
                return true;
            }
        }
        return false;
    }
}
