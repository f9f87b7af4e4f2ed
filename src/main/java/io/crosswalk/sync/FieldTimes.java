package io.crosswalk.sync;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when each side of a field has the value that it has now, as far as that is known.
 *
 * @param hubspotAt from HubSpot's history where that was asked, else from the newest hint
 * @param salesforceAt from the newest hint
 * @param later which is the later of the two
 */
record FieldTimes(@Nullable Instant hubspotAt, @Nullable Instant salesforceAt, Later later) {

    /**
     * @param now both values as fingerprints: a hint that tells of another value is not the time of
     *     this one
     */
    static FieldTimes of(Observation seen, PlannedField field, Base now) {
        Instant history = seen.historyAt(field);
        Instant hubspotAt =
                history == null ? seen.hintedAt(field, Side.HUBSPOT, now.hubspot()) : history;
        Instant salesforceAt = seen.hintedAt(field, Side.SALESFORCE, now.salesforce());
        Noted edit = seen.edit(field, Side.SALESFORCE);
        return new FieldTimes(
                hubspotAt,
                salesforceAt,
                Later.of(
                        hubspotAt,
                        salesforceAt,
                        edit == null ? null : edit.at(),
                        seen.salesforce().modifiedAt()));
    }
}
