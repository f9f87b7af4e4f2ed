package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * When a field of a link was written lately, oldest first. Shows when two systems quarrel over a
 * field, and which edits may have come between a look and its write.
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

    public record Write(Side side, Instant at) {}

    public RecentWrites {
        writes = List.copyOf(writes);
    }

    public RecentWrites with(Side side, Instant at) {
        List<Write> all = new ArrayList<>(writes);
        all.add(new Write(side, at));
        // One of a function that stopped is told later than those of the functions after it.
        all.sort(Comparator.comparing(Write::at));
        return new RecentWrites(
                all.subList(Math.max(0, all.size() - KEPT_MAX), all.size()),
                quarantined,
                forgivenUntil);
    }

    /** Those that count in a quarrel that began at {@code from} at the earliest. */
    public RecentWrites countingSince(Instant from) {
        return having(write -> !write.at().isBefore(from) && write.at().isAfter(forgivenUntil));
    }

    /** Those that count since {@code from}, and the last few before them since {@code atLeast}. */
    public RecentWrites since(Instant from, Instant atLeast) {
        int older = writes.size() - countingSince(from).writes().size();
        List<Write> left = writes.subList(Math.max(0, older - OLDER_MAX), writes.size());
        RecentWrites kept = new RecentWrites(left, quarantined, forgivenUntil);
        return kept.having(write -> !write.at().isBefore(atLeast));
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
            text.append(write.side() == Side.HUBSPOT ? 'H' : 'S').append(write.at().toEpochMilli());
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
                Side side = text.charAt(from) == 'H' ? Side.HUBSPOT : Side.SALESFORCE;
                writes.add(new Write(side, at));
            }
            from = to;
        }
        return new RecentWrites(writes, quarantined, forgivenUntil);
    }
}
