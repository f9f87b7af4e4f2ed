package io.crosswalk.sync;

import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * In what order a link's entries were decided. Functions' clocks differ, so that times alone do not
 * say it of two looks that follow each other closely; the turn, which their sequence numbers tell,
 * does.
 */
final class EntryOrder {
    /** Sequence numbers of what events told, apart from those of decisions. */
    static final int TOLD_FROM = 400_000;

    /** A look decides about 500 mappings at most, and tells of as many edits that it overwrote. */
    private static final int ENTRIES_OF_A_TURN = 1_000;

    /** After so many turns the sequence numbers begin anew. */
    private static final int TURNS = TOLD_FROM / ENTRIES_OF_A_TURN;

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

    private EntryOrder() {}

    /** The sequence number of a turn's first entry. */
    static int first(Turn turn) {
        return (int) (turn.number() % TURNS) * ENTRIES_OF_A_TURN;
    }

    /**
     * The sequence number of what an event told of a mapping's field: the same again for an event
     * that comes twice.
     *
     * @param taken so many numbers from there on are another mapping's
     */
    static int told(String mappingId, int taken) {
        return TOLD_FROM + Math.floorMod(mappingId.hashCode(), TOLD_FROM) + taken;
    }

    /**
     * @param byTime entries of one link, the newest first
     * @return those, the one that was decided last first; then those of what events told
     */
    static List<JournalEntry> newestFirst(List<JournalEntry> byTime) {
        List<JournalEntry> ordered = new ArrayList<>(byTime.size());
        List<JournalEntry> told = new ArrayList<>();
        for (JournalEntry entry : byTime) {
            if (OurEntries.isTold(entry)) {
                told.add(entry);
                continue;
            }
            int at = ordered.size();
            while (at > 0 && isLater(entry, ordered.get(at - 1))) {
                at--;
            }
            ordered.add(at, entry);
        }
        ordered.addAll(told);
        return ordered;
    }

    private static boolean isLater(JournalEntry entry, JournalEntry other) {
        if (isMaking(entry) || isMaking(other)) {
            return isMaking(other) && !isMaking(entry);
        }
        Duration apart = Duration.between(entry.decidedAt(), other.decidedAt()).abs();
        int turns = Math.floorMod(turn(entry) - turn(other), TURNS);
        return turns > 0 && turns < TURNS / 2 && apart.compareTo(CLOCKS_DIFFER) <= 0;
    }

    /** A pair begins with it, whatever the turn. */
    private static boolean isMaking(JournalEntry entry) {
        return entry.verdict().decision().startsWith(CreationEntries.DECISION);
    }

    private static int turn(JournalEntry entry) {
        return entry.sequence() / ENTRIES_OF_A_TURN;
    }
}
