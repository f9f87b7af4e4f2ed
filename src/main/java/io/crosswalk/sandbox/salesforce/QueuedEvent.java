package io.crosswalk.sandbox.salesforce;

import java.time.Instant;
import java.util.List;

/**
 * A change event on its way, as EventBridge hands it on.
 *
 * @param number unique; rises in commit order
 * @param recordIds 18 characters; empty for an overflow
 * @param json the whole EventBridge event
 * @param attempts deliveries that failed so far
 */
public record QueuedEvent(
        long number, List<String> recordIds, String json, Instant queuedAt, int attempts) {

    public QueuedEvent {
        recordIds = List.copyOf(recordIds);
    }
}
