package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "This changed on this record, on this side", from a webhook or a change event. A reason to look
 * and a time; the value is only ever used to recognise an echo of our own write.
 *
 * @param side where it happened
 * @param type the CRM's type name: {@code contacts}, {@code Contact}
 * @param recordId HubSpot's object id, or Salesforce's 18-character id
 * @param changes one per property or field; empty means "re-read the whole record"
 * @param ours whether the CRM says that our own client made the change
 * @param otherId for {@link Kind#MERGED}: the id of the record that remains
 */
public record Hint(
        Side side,
        String type,
        String recordId,
        Kind kind,
        List<Change> changes,
        boolean ours,
        @Nullable String otherId) {

    public enum Kind {
        CHANGED,
        CREATED,
        DELETED,
        RESTORED,
        MERGED,
        /** A person asked that everything about the record be forgotten. */
        PRIVACY_DELETED
    }

    public Hint {
        changes = List.copyOf(changes);
    }

    /**
     * @param name the property or field
     * @param at when it changed: HubSpot's milliseconds, Salesforce's commit time
     * @param wire the wire text that the event carries; null when it was cleared. Meaningless
     *     unless {@code wireKnown}
     * @param wireKnown whether the event carries the value at all
     */
    public record Change(String name, Instant at, @Nullable String wire, boolean wireKnown) {}
}
