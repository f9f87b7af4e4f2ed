package io.crosswalk.sync;

import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Write;
import org.jspecify.annotations.Nullable;

/** What a sync would do with a field. The names are stable. */
public enum PreviewedAction {
    HUBSPOT_FILL,
    HUBSPOT_OVERWRITE,
    HUBSPOT_CLEAR,
    SALESFORCE_FILL,
    SALESFORCE_OVERWRITE,
    SALESFORCE_CLEAR,
    /** The value does not fit the other side, or could not be written before. */
    REFUSED,
    /** It waits: the mapping is paused, or the field goes back and forth too often. */
    HELD,
    IN_STEP,
    /** The sides differ, and the rule leaves them so. */
    KEPT;

    /** Whether it is a write, and to which side. */
    public @Nullable Side writes() {
        return switch (this) {
            case HUBSPOT_FILL, HUBSPOT_OVERWRITE, HUBSPOT_CLEAR -> Side.HUBSPOT;
            case SALESFORCE_FILL, SALESFORCE_OVERWRITE, SALESFORCE_CLEAR -> Side.SALESFORCE;
            case REFUSED, HELD, IN_STEP, KEPT -> null;
        };
    }

    static PreviewedAction of(FieldDecision decided, @Nullable Write write) {
        if (write != null) {
            boolean hubspot = write.side() == Side.HUBSPOT;
            if (write.value().isBlank()) {
                return hubspot ? HUBSPOT_CLEAR : SALESFORCE_CLEAR;
            }
            boolean blank = (hubspot ? decided.hubspot() : decided.salesforce()).isBlank();
            if (hubspot) {
                return blank ? HUBSPOT_FILL : HUBSPOT_OVERWRITE;
            }
            return blank ? SALESFORCE_FILL : SALESFORCE_OVERWRITE;
        }
        if (decided.action() instanceof Refuse || decided.action() instanceof Keep) {
            return REFUSED;
        }
        if (decided.action() instanceof Hold) {
            return HELD;
        }
        return decided.decision() == Decision.IN_STEP ? IN_STEP : KEPT;
    }
}
