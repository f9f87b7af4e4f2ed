package io.crosswalk.sync;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one field of one link.
 *
 * @param hubspot what HubSpot holds
 * @param salesforce what Salesforce holds
 * @param before the base that it was decided against; null at first contact
 * @param now both values as fingerprints
 * @param action what follows
 */
record FieldDecision(
        PlannedField field,
        Value hubspot,
        Value salesforce,
        @Nullable Base before,
        Base now,
        Decision decision,
        Action action) {

    sealed interface Action permits Settle, Keep, Refuse, Write, AskHistory {}

    /** Nothing to write: what is there is acknowledged. */
    record Settle() implements Action {}

    /** The same pair of values could not be written before: nothing is tried, the base stays. */
    record Keep() implements Action {}

    /** The value does not fit the other side. */
    record Refuse(Converted.Refused refused) implements Action {}

    /**
     * @param value canonical, in the written side's form
     * @param after the base once it is written
     */
    record Write(Side side, Value value, Base after) implements Action {}

    /** Both sides changed and only HubSpot's own history knows when. */
    record AskHistory() implements Action {}

    String mappingId() {
        return field.mapping().id();
    }

    @Nullable Write write() {
        return action instanceof Write write ? write : null;
    }
}
