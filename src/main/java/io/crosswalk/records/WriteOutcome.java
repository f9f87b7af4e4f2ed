package io.crosswalk.records;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of one record of a batch update. */
public sealed interface WriteOutcome {
    String id();

    /** The CRM says in its own words why it did not take the record. */
    sealed interface NotTaken extends WriteOutcome {
        /** The CRM's own code. */
        String said();

        /** The CRM's own message, for people; may quote values. */
        String message();
    }

    /**
     * The CRM accepted it.
     *
     * @param stored what the CRM says it holds now, for those of the written names that its answer
     *     names; empty when it does not say (Salesforce)
     */
    record Written(String id, Map<String, @Nullable String> stored) implements WriteOutcome {}

    /**
     * The CRM refused these values and would refuse them again; a person must act.
     *
     * @param code the CRM's own code, such as {@code STRING_TOO_LONG} or {@code INVALID_OPTION}
     * @param message the CRM's own message, for people
     * @param names the properties or fields that it blames; may be empty
     */
    record Rejected(String id, String code, String message, List<String> names)
            implements NotTaken {
        @Override
        public String said() {
            return code;
        }
    }

    /**
     * Nothing was written, because the record has changed since {@link CrmWrite#unmodifiedSince()}.
     */
    record Changed(String id) implements WriteOutcome {}

    /** The record does not exist there any more: deleted, or merged into another. */
    record Gone(String id, String code) implements WriteOutcome {}

    /**
     * Nothing is known to have been written, and the same write may succeed later.
     *
     * @param after the least time to wait, from the CRM's answer; zero if it names none
     * @param code the CRM's own code, or {@code TIMEOUT}, {@code UNREACHABLE}. After a timeout the
     *     write may have happened
     * @param ofRecord the CRM's own code where it answered so of this record, which may be each
     *     time; null where a whole call failed, or nothing can be written at all
     */
    record RetryLater(
            String id, Duration after, String code, String message, @Nullable String ofRecord)
            implements NotTaken {

        /** The request went out and no answer came: it is unknown whether it was written. */
        public static final String TIMEOUT = "TIMEOUT";

        private static final Set<String> LOCKS =
                Set.of("ENTITY_IS_LOCKED", "UNABLE_TO_LOCK_ROW", "LOCKED");

        /** A call failed, of which the record was a part. */
        public RetryLater(String id, Duration after, String code, String message) {
            this(id, after, code, message, null);
        }

        @Override
        public String said() {
            return ofRecord == null ? code : ofRecord;
        }

        public boolean mayHaveHappened() {
            return code.equals(TIMEOUT);
        }

        /** Something in the CRM holds the record, which may last: an approval, for days. */
        public boolean isLocked() {
            return LOCKS.contains(said());
        }

        /** Whether it is the record's own trouble, and may last while others are written. */
        public boolean isOfRecord() {
            return ofRecord != null || isLocked();
        }

        /** It succeeds once somebody gives the app what it lacks in HubSpot. */
        public boolean lacksScope() {
            return code.equals(CrmUnavailable.MISSING_SCOPES);
        }
    }
}
