package io.crosswalk.sync;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Intent;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import org.jspecify.annotations.Nullable;

/** A company property that is blank now, while the account that it stood for is still set. */
record ClearedCompany(Observation seen, PlannedField field, RecordKey account) {

    /** Whether the rule has Salesforce follow: then it must be certain that it was a person. */
    boolean isCarriedOver() {
        return field.mapping().syncRule().mayClear(Side.SALESFORCE);
    }

    /** Our write to it that nobody has acknowledged; null if there is none. */
    @Nullable Intent begun() {
        Intent intent = seen.link().intents().get(field.mapping().id());
        return intent == null || intent.side() == Side.SALESFORCE ? null : intent;
    }
}
