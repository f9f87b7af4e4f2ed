package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks of a link, as a hint that stays on it until a sync has looked. Noting the same
 * twice is noting it once.
 *
 * @param kind ALIGN or UNDO
 * @param run the run's id, without slashes
 * @param what ALIGN: a mapping's id, or {@link #NOTHING}; UNDO: the journal entry's {@code at}
 */
public record RunNote(Noted.Kind kind, String run, String what) {
    /** Only that the link is looked at. */
    public static final String NOTHING = "";

    public static RunNote align(String run, String what) {
        return new RunNote(Noted.Kind.ALIGN, run, what);
    }

    public static RunNote undo(String run, JournalEntry.Key entry) {
        return new RunNote(Noted.Kind.UNDO, run, entry.at());
    }

    /** Null if a hint is no run's. */
    public static @Nullable RunNote of(Noted hint) {
        int slash = hint.name().indexOf('/');
        boolean asked = hint.kind() == Noted.Kind.ALIGN || hint.kind() == Noted.Kind.UNDO;
        return asked && slash > 0
                ? new RunNote(
                        hint.kind(),
                        hint.name().substring(0, slash),
                        hint.name().substring(slash + 1))
                : null;
    }

    public static boolean isOne(Noted hint) {
        return of(hint) != null;
    }

    /** Without a time or a side of its own: equal notes are equal hints. */
    public Noted noted() {
        return new Noted(Side.HUBSPOT, kind, run + "/" + what, Instant.EPOCH, false);
    }
}
