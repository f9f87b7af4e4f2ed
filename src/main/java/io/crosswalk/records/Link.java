package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * @param findings what the last look has left
 */
public record Link(
        RecordKey key,
        @Nullable String partnerId,
        Due due,
        Map<String, Base> base,
        Map<String, Intent> intents,
        Findings findings) {

    /** Among what is parked: perhaps every mapping, a sync stopped before it could say which. */
    public static final String ANY_MAPPING = "*";

    /** What stands among mapping ids and is about something else than a mapping begins so. */
    public static final String BESIDE = "~";

    public Link {
        base = Map.copyOf(base);
        intents = Map.copyOf(intents);
    }

    /** Maps of links hold one link once: the rest need not be hashed. */
    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Whether HubSpot has told that nothing of the person may be kept: it is, or will be, so. */
    public boolean isForgotten() {
        return key.side() == Side.HUBSPOT
                && due.hints().stream().anyMatch(Noted::isPrivacyDeletion);
    }

    /** Whether no look has settled a mapped field yet, so that it may be the first. */
    public boolean isNew() {
        return base.keySet().stream().allMatch(id -> id.startsWith(BESIDE));
    }

    /** The pairs of values that could not be written, by mapping id. */
    public Map<String, Base> parked() {
        return findings.parked();
    }

    /** The sides on which the record was deleted. */
    public Set<Side> gone() {
        return findings.gone();
    }

    /**
     * When we wrote a side of a field lately, or set out to: the function that did may have
     * stopped.
     */
    public List<Instant> ourWrites(String mappingId, Side side) {
        List<Instant> times = new ArrayList<>();
        RecentWrites recent = findings.writes().get(mappingId);
        if (recent != null) {
            for (RecentWrites.Write write : recent.writes()) {
                if (write.side() == side) {
                    times.add(write.at());
                }
            }
        }
        Intent intent = intents.get(mappingId);
        if (intent != null && intent.side() == side) {
            times.add(intent.at());
        }
        return times;
    }

    /** The ids of mappings that we wrote lately, or set out to. */
    public Set<String> ourMappings() {
        Set<String> ids = new HashSet<>(findings.writes().keySet());
        ids.addAll(intents.keySet());
        return ids;
    }

    /** With bases that a look has found to hold, because a write of ours had arrived. */
    public Link withBase(Map<String, Base> found) {
        if (found.isEmpty()) {
            return this;
        }
        Map<String, Base> moved = new HashMap<>(base);
        moved.putAll(found);
        return new Link(key, partnerId, due, moved, intents, findings);
    }

    /** Without the bases of those mappings, and what was to become of them. */
    public Link withoutBases(Set<String> mappingIds) {
        Map<String, Base> left = new HashMap<>(base);
        Map<String, Intent> intended = new HashMap<>(intents);
        boolean had = left.keySet().removeAll(mappingIds);
        return intended.keySet().removeAll(mappingIds) || had
                ? new Link(key, partnerId, due, left, intended, findings)
                : this;
    }

    /** With other hints: to see what they would lead to. */
    public Link withHints(List<Noted> hints) {
        Due other =
                new Due(
                        due.state(),
                        due.at(),
                        due.since(),
                        due.marks(),
                        due.turn(),
                        due.attempts(),
                        due.priority(),
                        hints);
        return new Link(key, partnerId, other, base, intents, findings);
    }

    /**
     * After its turn was taken to write what is intended. Of what was intended before and is not
     * any more stays when: such a write may have arrived, and may have met an edit.
     */
    public Link withTurn(Map<String, Intent> intents, Instant until) {
        Due writing =
                new Due(
                        State.WRITING,
                        until,
                        due.since(),
                        due.marks(),
                        due.turn().taken(until),
                        due.attempts(),
                        due.priority(),
                        due.hints());
        return new Link(key, partnerId, writing, base, intents, remembering(intents));
    }

    private Findings remembering(Map<String, Intent> next) {
        Map<String, RecentWrites> writes = new HashMap<>(findings.writes());
        this.intents.forEach(
                (id, before) -> {
                    if (partnerId != null
                            && !id.startsWith(BESIDE)
                            && !before.equals(next.get(id))) {
                        RecentWrites known = writes.getOrDefault(id, RecentWrites.NONE);
                        writes.put(id, known.with(before.side(), before.at(), before.sent()));
                    }
                });
        return findings.withWrites(writes);
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
     *
     * A mark during WRITING makes the link DUE, but it stays in the hands of whoever is at it:
     * {@link Turn#heldUntil()}.
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
     * @param number counts intents and acknowledgements; whoever comes second with the same number
     *     is refused
     * @param heldUntil a sync is writing until then, whatever marks come meanwhile; null when none
     *     is
     */
    public record Turn(long number, @Nullable Instant heldUntil) {
        public static final Turn FIRST = new Turn(0, null);

        public Turn taken(Instant until) {
            return new Turn(number + 1, until);
        }

        public Turn given() {
            return new Turn(number + 1, null);
        }

        /** Whether somebody is in it, or stopped in it: what that one told people is not noted. */
        public boolean isOpen() {
            return heldUntil != null;
        }

        public boolean isHeldAt(Instant now) {
            return heldUntil != null && heldUntil.isAfter(now);
        }
    }

    /**
     * @param at when to look, or to look again; null when quiet
     * @param since since when it has been due without a pause; null when quiet, or when it was
     *     looked at and waits for a look that is planned
     * @param marks counts the marks; an acknowledgement that has not seen the last one leaves the
     *     link due
     * @param attempts how often in a row it was postponed
     * @param priority the most urgent of its marks
     * @param hints what was hinted and not yet settled; a quiet link may have some, of fields that
     *     could not be written
     */
    public record Due(
            State state,
            @Nullable Instant at,
            @Nullable Instant since,
            long marks,
            Turn turn,
            int attempts,
            Priority priority,
            List<Noted> hints) {

        public Due {
            hints = List.copyOf(hints);
        }

        /** Nothing to look at. */
        public static Due quiet(long marks, Turn turn, List<Noted> hints) {
            return new Due(State.QUIET, null, null, marks, turn, 0, Priority.EDIT, hints);
        }
    }
}
