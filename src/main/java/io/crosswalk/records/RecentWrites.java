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
 * When a field of a link was written lately, oldest first. Shows when somebody keeps answering our
 * writes, and which edits may have come between a look and its write.
 *
 * @param quarantined whether the field is left alone until a person says otherwise
 * @param forgivenUntil writes up to then do not count in a quarrel: a person has released the field
 *     since. They may have overwritten an edit nevertheless
 */
public record RecentWrites(List<Write> writes, boolean quarantined, Instant forgivenUntil) {
    public static final RecentWrites NONE = new RecentWrites(List.of(), false, Instant.EPOCH);

    /** Enough to tell a quarrel; older ones are dropped, and before them what was no answer. */
    public static final int KEPT_MAX = 40;

    /** Of those that are neither answers nor of the last minutes. */
    private static final int OLDER_MAX = 3;

    /** A look reads before it decides, which may have taken until then. */
    private static final Duration READ_BEFORE = Duration.ofSeconds(30);

    /** From the decision to the write's arrival, with time-outs. */
    private static final Duration UNDER_WAY_MAX = Duration.ofMinutes(2);

    /** How a write came about. */
    public enum Kind {
        /** A change was carried over; nobody had touched what we had written before. */
        CARRIED,

        /** What had got no answer was sent once more. */
        AGAIN,

        /** Somebody had changed what we had written; this is a value that is new here. */
        ANSWER,

        /** Somebody had changed what we had written; this sets the side back to it. */
        BACK
    }

    /**
     * @param at when it was decided
     * @param value a mark of what was sent; {@link #UNKNOWN} where none was stored
     */
    public record Write(Side side, Instant at, Kind kind, int value) {
        static final int UNKNOWN = -1;

        private boolean isAnswer() {
            return kind == Kind.ANSWER || kind == Kind.BACK;
        }
    }

    /** Whether a write that was decided then may have overwritten an edit, unseen. */
    public static boolean mayHaveMet(Instant decidedAt, Instant edit) {
        return !edit.isBefore(decidedAt.minus(READ_BEFORE))
                && !edit.isAfter(decidedAt.plus(UNDER_WAY_MAX));
    }

    public RecentWrites {
        writes = List.copyOf(writes);
    }

    /**
     * What a further write is.
     *
     * @param moved whether somebody has changed the side that it writes since we know it
     */
    public Kind kind(Side side, Fingerprint sent, boolean moved) {
        List<Write> unforgiven =
                writes.stream().filter(write -> write.at().isAfter(forgivenUntil)).toList();
        if (unforgiven.isEmpty()) {
            return Kind.CARRIED;
        }
        List<Write> there = unforgiven.stream().filter(write -> write.side() == side).toList();
        // What we had written there, somebody changed, and we have carried that over since.
        boolean carriedBack = unforgiven.get(unforgiven.size() - 1).side() != side;
        if (!carriedBack && !moved) {
            return Kind.CARRIED;
        }
        return there.stream().anyMatch(write -> write.value() == sent.mark())
                ? Kind.BACK
                : Kind.ANSWER;
    }

    public RecentWrites with(Side side, Instant decidedAt, Fingerprint sent) {
        return with(side, decidedAt, sent, Kind.CARRIED);
    }

    /** One that is known already is not added. */
    public RecentWrites with(Side side, Instant decidedAt, Fingerprint sent, Kind kind) {
        Instant at = decidedAt.truncatedTo(ChronoUnit.MILLIS);
        if (writes.stream().anyMatch(known -> known.side() == side && known.at().equals(at))) {
            return this;
        }
        List<Write> all = new ArrayList<>(writes);
        all.add(new Write(side, at, kind, sent.mark()));
        // One of a function that stopped is told later than those of the functions after it.
        all.sort(Comparator.comparing(Write::at));
        if (all.size() > KEPT_MAX) {
            all.remove(
                    all.subList(0, KEPT_MAX).stream()
                            .filter(write -> !write.isAnswer())
                            .findFirst()
                            .orElse(all.get(0)));
        }
        return new RecentWrites(all, quarantined, forgivenUntil);
    }

    /** Those that answer somebody, since then and since a person has released the field. */
    public List<Write> answers(Instant from) {
        return writes.stream().filter(write -> counts(write, from)).toList();
    }

    private boolean counts(Write write, Instant from) {
        return write.isAnswer() && !write.at().isBefore(from) && write.at().isAfter(forgivenUntil);
    }

    /**
     * The answers since {@code from}, all others since {@code lately} but those that were sent once
     * more, and the last few of the rest since {@code atLeast}.
     */
    public RecentWrites since(Instant from, Instant lately, Instant atLeast) {
        List<Write> older =
                writes.stream()
                        .filter(write -> !counts(write, from))
                        .filter(write -> write.kind() == Kind.AGAIN || write.at().isBefore(lately))
                        .toList();
        List<Write> dropped = older.subList(0, Math.max(0, older.size() - OLDER_MAX));
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
        return RecentWritesText.of(this);
    }

    static RecentWrites parse(String text) {
        return RecentWritesText.parse(text);
    }
}
