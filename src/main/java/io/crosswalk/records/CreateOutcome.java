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
     * @param ids of those that it names, of the same type; may be empty
     * @param same whether a value is the same that no two records may have; else a rule of the
     *     customer's finds them alike, which need not be the same person or company
     */
    record Exists(List<String> ids, String code, boolean same) implements CreateOutcome {
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
     * @param code the CRM's own code; empty if it has none
     */
    record RetryLater(Duration after, boolean mayHaveHappened, String code)
            implements CreateOutcome {

        public RetryLater(Duration after, boolean mayHaveHappened) {
            this(after, mayHaveHappened, "");
        }

        /** It succeeds once somebody gives the app what it lacks in HubSpot. */
        public boolean lacksScope() {
            return code.equals(CrmUnavailable.MISSING_SCOPES);
        }
    }
}
