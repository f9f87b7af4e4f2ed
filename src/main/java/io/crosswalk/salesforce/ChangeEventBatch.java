package io.crosswalk.salesforce;

import io.crosswalk.records.Hint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one change event says. */
public sealed interface ChangeEventBatch {

    /**
     * One hint per record that the event names; several records may share one change.
     *
     * @param transactionKey by which Salesforce knows the transaction; empty if it does not say
     */
    record Hints(List<Hint> hints, String transactionKey) implements ChangeEventBatch {
        public Hints {
            hints = List.copyOf(hints);
        }

        public List<String> eventIds() {
            return transactionKey.isEmpty() ? List.of() : List.of(transactionKey);
        }
    }

    /**
     * Salesforce does not say which records of the type changed.
     *
     * @param at when the transaction was committed; null if it does not say
     */
    record Overflow(String entityName, @Nullable Instant at) implements ChangeEventBatch {}

    /**
     * Nothing to do.
     *
     * @param reason for the log, without values
     */
    record Ignored(String reason) implements ChangeEventBatch {}
}
