package io.crosswalk.budget;

import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.Map;

/**
 * What a process wants of the shared budget, and what it has to tell.
 *
 * @param process who asks
 * @param wanted at least these calls
 * @param more calls that it expects to need until the slot ends; only if there is plenty
 * @param uncounted calls that were made and that nobody was granted: they count now
 * @param slots how many Salesforce slots it holds from now on, if it can
 */
record Claim(String process, Priority priority, Calls wanted, Calls more, Told told, int slots) {

    /**
     * What the CRMs have told this process.
     *
     * @param uncounted calls that were made without a grant
     * @param lapsed calls that were granted and not made in time
     * @param lapsedSince when the first of these was granted at the earliest
     * @param days what headers said
     * @param windowMax HubSpot's calls per ten seconds; 0 if it did not say
     */
    record Told(
            Calls uncounted,
            Calls lapsed,
            Instant lapsedSince,
            Map<Side, DayUse.Seen> days,
            int windowMax) {}
}
