package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Link;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.sync.Departures.Departure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of links that cannot be looked at as a whole now. */
interface LeftAside {

    /** It could not be looked at now. */
    default void postpone(Link link, ReadOutcome.@Nullable Failure failure) {
        postpone(link, failure == null ? Duration.ZERO : failure.after());
    }

    /** Something must be known that a CRM cannot say now. */
    default void postpone(Link link, CrmUnavailable away) {
        postpone(link, away.after());
    }

    /**
     * @param atLeast what the CRM asked for
     */
    void postpone(Link link, Duration atLeast);

    /**
     * Their records are not there any more on one side or both.
     *
     * @param departures not empty
     */
    void departed(MappingPlan plan, List<Departure> departures);
}
