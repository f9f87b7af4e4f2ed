package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;

/**
 * A decided write, noted down before the CRM is called, so that after a crash our own write is
 * recognised.
 *
 * @param side the side that is written
 * @param sent what is written
 * @param folded the same trimmed and in lower case, as a CRM may store it
 * @param after the base once the write is acknowledged
 * @param journalAt the key of the journal entry that tells of it
 * @param putsBack whether it puts an earlier value back, which need not be in step with the other
 *     side
 */
public record Intent(
        Side side,
        Fingerprint sent,
        Fingerprint folded,
        Base after,
        String journalAt,
        boolean putsBack) {

    /** A write that carries the other side's value over. */
    public Intent(Side side, Base after, String journalAt) {
        this(side, after.of(side), after.of(side), after, journalAt, false);
    }

    /** With another base once it is acknowledged. */
    public Intent with(Base other) {
        return new Intent(side, sent, folded, other, journalAt, putsBack);
    }

    /** When it was decided. */
    public Instant at() {
        return JournalEntry.decidedAt(journalAt);
    }
}
