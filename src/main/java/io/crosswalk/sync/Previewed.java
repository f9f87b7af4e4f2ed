package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunCount;
import io.crosswalk.rules.Reasoned;
import io.crosswalk.rules.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be done with some links now.
 *
 * @param fields every mapped field of every link that could be seen whole
 * @param looked links that were seen whole
 * @param unlinked records without a partner: nothing would be done with them
 * @param gone links whose record was deleted on a side
 * @param undone journal entries that a run takes back; WRITTEN where they would be
 */
public record Previewed(
        List<Field> fields, int looked, int unlinked, int gone, Map<RunCount, Long> undone) {

    /**
     * @param hubspot what HubSpot holds
     * @param salesforce what Salesforce holds
     * @param refused why nothing can be written, without a record's value; null where something can
     */
    public record Field(
            RecordKey link,
            String salesforceId,
            Mapping mapping,
            Value hubspot,
            Value salesforce,
            Reasoned decision,
            PreviewedAction action,
            @Nullable String refused) {}
}
