package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record's item in storage: a link (under the HubSpot record's key), or a Salesforce record that
 * points at its link or has none yet.
 *
 * @param key where it is kept
 * @param partnerId the other side's record id; null while there is no link
 * @param due what there is to look at
 * @param base per mapping id; a mapping without one has not met this link yet
 * @param intents per mapping id the writes that were begun and not acknowledged
 * @param parked per mapping id the pair of values that could not be written; the same pair is not
 *     tried again
 * @param gone the sides on which the record was deleted; nothing is written while there are any
 */
public record Link(
        RecordKey key,
        @Nullable String partnerId,
        Due due,
        Map<String, Base> base,
        Map<String, Intent> intents,
        Map<String, Base> parked,
        Set<Side> gone) {

    public Link {
        base = Map.copyOf(base);
        intents = Map.copyOf(intents);
        parked = Map.copyOf(parked);
        gone = Set.copyOf(gone);
    }

    /** With bases that a look has found to hold, because a write of ours had arrived. */
    public Link withBase(Map<String, Base> found) {
        Map<String, Base> moved = new HashMap<>(base);
        moved.putAll(found);
        return new Link(key, partnerId, due, moved, intents, parked, gone);
    }

    /** After its turn was taken to write what is intended. */
    Link withTurn(Map<String, Intent> intents, Instant until) {
        Due writing =
                new Due(
                        State.WRITING,
                        until,
                        due.since(),
                        due.marks(),
                        due.turn() + 1,
                        due.attempts(),
                        due.hints());
        return new Link(key, partnerId, writing, base, intents, parked, gone);
    }

    /**
     *
     *
     * <pre>
     *            mark                    intend
     *   QUIET ──────────► DUE ─────────────────────► WRITING
     *     ▲                │ ▲ mark, wake                │
     *     │  acknowledge   │ └──────────── WAITING ◄─────┤ postpone
     *     └────────────────┴─────────────────────────────┘ acknowledge
     * </pre>
     */
    public enum State {
        QUIET,
        /** Wakes sync through the stream. */
        DUE,
        /** A sync is at it until {@link Due#at()}; after that it is due again. */
        WRITING,
        /** Due again at {@link Due#at()}. */
        WAITING
    }

    /**
     * @param at when to look, or to look again; null when quiet
     * @param since since when it has been due without a pause; null when quiet
     * @param marks counts the marks; an acknowledgement that has not seen the last one leaves the
     *     link due
     * @param turn counts intents and acknowledgements; whoever comes second with the same turn is
     *     refused
     * @param attempts how often in a row it was postponed
     * @param hints what was hinted and not yet acknowledged
     */
    public record Due(
            State state,
            @Nullable Instant at,
            @Nullable Instant since,
            long marks,
            long turn,
            int attempts,
            List<Noted> hints) {

        public Due {
            hints = List.copyOf(hints);
        }
    }
}
