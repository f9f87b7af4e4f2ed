package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * When writes of a field of a link were decided lately, oldest first. Shows when two systems
 * quarrel over a field, and which edits may have come between a look and its write.
 *
 * @param quarantined whether the field is left alone until a person says otherwise
 * @param forgivenUntil writes up to then do not count in a quarrel: a person has released the field
 *     since. They may have overwritten an edit nevertheless
 */
public record RecentWrites(List<Write> writes, boolean quarantined, Instant forgivenUntil) {
    public static final RecentWrites NONE = new RecentWrites(List.of(), false, Instant.EPOCH);

    private static final char QUARANTINED = 'q';
    private static final char FORGIVEN = 'f';

    /** Enough to tell a quarrel; older ones are dropped. */
    public static final int KEPT_MAX = 32;

    /** Of those that no longer count in a quarrel. */
    private static final int OLDER_MAX = 3;

    /** A look reads before it decides, which may have taken until then. */
    private static final Duration READ_BEFORE = Duration.ofSeconds(30);

    /** From the decision to the write's arrival, with time-outs. */
    private static final Duration UNDER_WAY_MAX = Duration.ofMinutes(2);

    /**
     * @param at when it was decided
     * @param again whether it sent once more what had got no answer: that is no quarrel
     */
    public record Write(Side side, Instant at, boolean again) {}

    /** Whether a write that was decided then may have overwritten an edit, unseen. */
    public static boolean mayHaveMet(Instant decidedAt, Instant edit) {
        return !edit.isBefore(decidedAt.minus(READ_BEFORE))
                && !edit.isAfter(decidedAt.plus(UNDER_WAY_MAX));
    }

    public RecentWrites {
        writes = List.copyOf(writes);
    }

    public RecentWrites with(Side side, Instant at) {
        return with(side, at, false);
    }

    /**
     * One that is known already is not added.
     *
     * @param again see {@link Write}
     */
    public RecentWrites with(Side side, Instant decidedAt, boolean again) {
        Instant at = decidedAt.truncatedTo(ChronoUnit.MILLIS);
        if (writes.stream().anyMatch(known -> known.side() == side && known.at().equals(at))) {
            return this;
        }
        List<Write> all = new ArrayList<>(writes);
        all.add(new Write(side, at, again));
        // One of a function that stopped is told later than those of the functions after it.
        all.sort(Comparator.comparing(Write::at));
        return new RecentWrites(
                all.subList(Math.max(0, all.size() - KEPT_MAX), all.size()),
                quarantined,
                forgivenUntil);
    }

    /** Those that count in a quarrel that began at {@code from} at the earliest. */
    public RecentWrites countingSince(Instant from) {
        return having(write -> counts(write, from));
    }

    private boolean counts(Write write, Instant from) {
        return !write.again() && !write.at().isBefore(from) && write.at().isAfter(forgivenUntil);
    }

    /** Those that count since {@code from}, and the last few others since {@code atLeast}. */
    public RecentWrites since(Instant from, Instant atLeast) {
        List<Write> others = writes.stream().filter(write -> !counts(write, from)).toList();
        List<Write> dropped = others.subList(0, Math.max(0, others.size() - OLDER_MAX));
        return having(write -> !dropped.contains(write) && !write.at().isBefore(atLeast));
    }

    private RecentWrites having(Predicate<Write> kept) {
        List<Write> left = writes.stream().filter(kept).toList();
        return left.size() == writes.size()
                ? this
                : new RecentWrites(
                        left, quarantined, left.isEmpty() ? Instant.EPOCH : forgivenUntil);
    }

    public RecentWrites inQuarantine() {
        return new RecentWrites(writes, true, forgivenUntil);
    }

    public RecentWrites outOfQuarantine() {
        return new RecentWrites(writes, false, forgivenUntil);
    }

    /** A person lets the field be written again: what was written up to now does not count. */
    public RecentWrites forgiven() {
        return writes.isEmpty()
                ? NONE
                : new RecentWrites(
                        writes,
                        false,
                        writes.stream().map(Write::at).max(Comparator.naturalOrder()).get());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (quarantined) {
            text.append(QUARANTINED);
        }
        if (forgivenUntil.isAfter(Instant.EPOCH)) {
            text.append(FORGIVEN).append(forgivenUntil.toEpochMilli());
        }
        for (Write write : writes) {
            char side = write.side() == Side.HUBSPOT ? 'H' : 'S';
            text.append(write.again() ? Character.toLowerCase(side) : side)
                    .append(write.at().toEpochMilli());
        }
        return text.toString();
    }

    static RecentWrites parse(String text) {
        List<Write> writes = new ArrayList<>();
        Instant forgivenUntil = Instant.EPOCH;
        boolean quarantined = !text.isEmpty() && text.charAt(0) == QUARANTINED;
        int from = quarantined ? 1 : 0;
        while (from < text.length()) {
            int to = from + 1;
            while (to < text.length() && Character.isDigit(text.charAt(to))) {
                to++;
            }
            Instant at = Instant.ofEpochMilli(Long.parseLong(text.substring(from + 1, to)));
            if (text.charAt(from) == FORGIVEN) {
                forgivenUntil = at;
            } else {
                char letter = text.charAt(from);
                boolean inHubspot = Character.toUpperCase(letter) == 'H';
                writes.add(
                        new Write(
                                inHubspot ? Side.HUBSPOT : Side.SALESFORCE,
                                at,
                                Character.isLowerCase(letter)));
            }
            from = to;
        }
        return new RecentWrites(writes, quarantined, forgivenUntil);
    }
}
