package io.crosswalk.hubspot;

import io.crosswalk.records.Hint;
import java.util.List;

/** What the body of a webhook says. */
public sealed interface WebhookBatch {

    /**
     * @param hints at most one per record, but for a record that has both changed properties and a
     *     reason to be read as a whole, which gets one for each
     * @param ignored events that concern other types, portals or subscriptions, or cannot be read
     */
    record Accepted(List<Hint> hints, int ignored) implements WebhookBatch {
        public Accepted {
            hints = List.copyOf(hints);
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
