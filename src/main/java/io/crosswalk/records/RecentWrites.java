package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a field of a link was written lately, oldest first. Shows when two systems quarrel over a
 * field, and which edits may have come between a look and its write.
 *
 * @param quarantined whether the field is left alone until a person says otherwise
 */
public record RecentWrites(List<Write> writes, boolean quarantined) {
    public static final RecentWrites NONE = new RecentWrites(List.of(), false);

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
        return new RecentWrites(
                all.subList(Math.max(0, all.size() - KEPT_MAX), all.size()), quarantined);
    }

    /** Without those before {@code from}. */
    public RecentWrites since(Instant from) {
        List<Write> left = new ArrayList<>(writes.size());
        for (Write write : writes) {
            if (!write.at().isBefore(from)) {
                left.add(write);
            }
        }
        return left.size() == writes.size() ? this : new RecentWrites(left, quarantined);
    }

    /** Without those before {@code from}, but for the last few since {@code atLeast}. */
    public RecentWrites since(Instant from, Instant atLeast) {
        int counting = writes.size() - since(from).writes().size();
        List<Write> left = writes.subList(Math.max(0, counting - OLDER_MAX), writes.size());
        return new RecentWrites(left, quarantined).since(atLeast);
    }

    public RecentWrites inQuarantine() {
        return new RecentWrites(writes, true);
    }

    String text() {
        StringBuilder text = new StringBuilder(quarantined ? "q" : "");
        for (Write write : writes) {
            text.append(write.side() == Side.HUBSPOT ? 'H' : 'S').append(write.at().toEpochMilli());
        }
        return text.toString();
    }

    static RecentWrites parse(String text) {
        List<Write> writes = new ArrayList<>();
        boolean quarantined = text.startsWith("q");
        int from = quarantined ? 1 : 0;
        while (from < text.length()) {
            int to = from + 1;
            while (to < text.length() && Character.isDigit(text.charAt(to))) {
                to++;
            }
            writes.add(
                    new Write(
                            text.charAt(from) == 'H' ? Side.HUBSPOT : Side.SALESFORCE,
                            Instant.ofEpochMilli(Long.parseLong(text.substring(from + 1, to)))));
            from = to;
        }
        return new RecentWrites(writes, quarantined);
    }
}
