package io.crosswalk.api;

import io.crosswalk.records.Difference.Reason;

/** What the constants mean, for people. */
final class Sentences {
    private Sentences() {}

    static String of(Reason reason) {
        return switch (reason) {
            case FIRST_CONTACT ->
                    "The two sides differed when the records met, and the mapping leaves existing"
                            + " values as they are. A backfill that brings values in step ends"
                            + " that.";
            case RULE_KEEPS ->
                    "The rule lets one side keep what it has, or did when the two were looked at;"
                            + " or the company was deleted in HubSpot, and nobody cleared it."
                            + " After a change of the rule, a backfill that brings values in step"
                            + " ends that.";
            case UNDONE -> "A person took a write of ours back. It stays so until somebody edits.";
            case NO_COUNTERPART ->
                    "Neither value has a counterpart on the other side any more, as of a colleague"
                            + " who left or an option that is gone. It stays so until somebody"
                            + " edits.";
            case REFUSED ->
                    "The value does not fit, or the CRM refuses it. The problem says what to do.";
            case QUARANTINED ->
                    "What is written to the field is changed by somebody else each time, so it is"
                            + " left alone. The problem shows when.";
            case PAUSED ->
                    "The mapping is paused, because it would have changed too many records. What it"
                            + " would write waits for its release.";
            case WATCHED ->
                    "It would be written, but Crosswalk only watches (crosswalk.sync.watch-only).";
            case WAITING -> "A write is under way, or is tried again later.";
            case UNEXPLAINED ->
                    "Nothing that Crosswalk knows of explains it. Resync has the record looked at."
                            + " After a change of option pairs, records that nobody edits show so: a"
                            + " backfill that brings values in step ends that.";
        };
    }
}
