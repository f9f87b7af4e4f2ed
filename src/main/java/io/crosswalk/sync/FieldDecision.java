package io.crosswalk.sync;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Reasoned;
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
 * @param times since when each side has its value
 * @param action what follows
 */
record FieldDecision(
        PlannedField field,
        Value hubspot,
        Value salesforce,
        @Nullable Base before,
        Base now,
        FieldTimes times,
        Reasoned decision,
        Action action) {

    sealed interface Action permits Settle, Keep, Hold, Refuse, Write, AskHistory {}

    /** Nothing to write: what is there is acknowledged. */
    record Settle() implements Action {}

    /** The same pair of values could not be written before: nothing is tried, the base stays. */
    record Keep() implements Action {}

    /**
     * It would be written, but not now: the base and the hints stay, and it is not looked at again
     * before something changes or a person asks for it.
     */
    record Hold(Difference.Reason reason) implements Action {}

    /** The value does not fit the other side. */
    record Refuse(Converted.Refused refused) implements Action {}

    /**
     * @param value canonical, in the written side's form
     * @param sent the value as a fingerprint
     * @param after the base once it is written
     */
    record Write(Side side, Value value, Fingerprint sent, Base after) implements Action {

        /** A write that carries the other side's value over. */
        Write(Side side, Value value, Base after) {
            this(side, value, after.of(side), after);
        }

        /** Whether it puts an unseen edit back; another look then takes it for what it is. */
        boolean restores() {
            return !sent.equals(after.of(side));
        }
    }

    /** Both sides changed and only HubSpot's own history knows when. */
    record AskHistory() implements Action {}

    FieldDecision with(Reasoned decision, Action action) {
        return new FieldDecision(field, hubspot, salesforce, before, now, times, decision, action);
    }

    /** Whether a person takes a write back. */
    boolean undoes() {
        return decision instanceof Intervention intervention && intervention.undoes();
    }

    /** Whether a side gets back what it held before, whatever the other one holds. */
    boolean putsBack() {
        return decision instanceof Intervention;
    }

    Value value(Side side) {
        return side == Side.HUBSPOT ? hubspot : salesforce;
    }

    String mappingId() {
        return field.mapping().id();
    }

    /** The write that is to be made; null if there is none. */
    @Nullable Write write() {
        return action instanceof Write write ? write : null;
    }
}
