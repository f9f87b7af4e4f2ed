package io.crosswalk.hubspot;

import io.crosswalk.records.Hint;
import java.util.List;
import java.util.Map;

/** What the body of a webhook says. */
public sealed interface WebhookBatch {

    /**
     * @param hints at most one per record, but for a record that has both changed properties and a
     *     reason to be read as a whole, which gets one for each
     * @param ignored events that concern other types, portals or subscriptions, or cannot be read
     * @param events HubSpot's ids of the others, by type and id of their record: {@code
     *     contacts/501}
     */
    record Accepted(List<Hint> hints, int ignored, Map<String, List<String>> events)
            implements WebhookBatch {
        public Accepted {
            hints = List.copyOf(hints);
            events = Map.copyOf(events);
        }

        /**
         * By which HubSpot knows what it told of a record.
         *
         * @param type {@code contacts}
         */
        public List<String> eventIds(String type, String recordId) {
            return events.getOrDefault(type + "/" + recordId, List.of());
        }
    }

    /**
     * HubSpot does not send such a body.
     *
     * @param code {@code NOT_JSON}, {@code NOT_AN_ARRAY}, {@code TOO_MANY_EVENTS} or {@code
     *     NOT_AN_EVENT}
     * @param message for people, without values
     */
    record Refused(String code, String message) implements WebhookBatch {}
}
