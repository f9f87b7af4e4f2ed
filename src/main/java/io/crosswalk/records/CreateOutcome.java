package io.crosswalk.records;

import java.time.Duration;
import java.util.List;

/** What became of one record that was to be made. */
public sealed interface CreateOutcome {

    /**
     * @param id the new record's
     */
    record Created(String id) implements CreateOutcome {}

    /**
     * There is one already, says the CRM; nothing was made.
     *
     * @param ids of those that it names; may be empty
     */
    record Exists(List<String> ids, String code) implements CreateOutcome {
        public Exists {
            ids = List.copyOf(ids);
        }
    }

    /**
     * The CRM would refuse it again; nothing was made.
     *
     * @param names the properties or fields that it blames; may be empty
     */
    record Refused(String code, String message, List<String> names) implements CreateOutcome {
        public Refused {
            names = List.copyOf(names);
        }
    }

    /**
     * It may be made later.
     *
     * @param after the least time to wait; zero if the CRM names none
     * @param mayHaveHappened whether it may have been made all the same: no answer came
     */
    record RetryLater(Duration after, boolean mayHaveHappened) implements CreateOutcome {}
}
