package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks of a link, as a hint that stays on it until a sync has looked. Noting the same
 * twice is noting it once.
 *
 * @param kind ALIGN or UNDO
 * @param run the run's id, without slashes
 * @param what ALIGN: a mapping's id, or {@link #NOTHING}; UNDO: the journal entry's {@code at}
 * @param rule ALIGN: a stamp of the mapping's rule as the run's preview has shown it, without
 *     slashes; empty where it does not matter
 */
public record RunNote(Noted.Kind kind, String run, String what, String rule) {
    /** Only that the link is looked at. */
    public static final String NOTHING = "";

    public static RunNote align(String run, String mappingId, String rule) {
        return new RunNote(Noted.Kind.ALIGN, run, mappingId, rule);
    }

    public static RunNote look(String run) {
        return new RunNote(Noted.Kind.ALIGN, run, NOTHING, "");
    }

    public static RunNote undo(String run, JournalEntry.Key entry) {
        return new RunNote(Noted.Kind.UNDO, run, entry.at(), "");
    }

    /** Null if a hint is no run's. */
    public static @Nullable RunNote of(Noted hint) {
        if (hint.kind() != Noted.Kind.ALIGN && hint.kind() != Noted.Kind.UNDO) {
            return null;
        }
        String[] parts = hint.name().split("/", 3);
        return parts.length > 1 && !parts[0].isEmpty()
                ? new RunNote(hint.kind(), parts[0], parts[1], parts.length > 2 ? parts[2] : "")
                : null;
    }

    /**
     * Whether it asks to align a mapping whose rule has that stamp now. Under another rule nobody
     * has seen what that would do.
     */
    public boolean aligns(String mappingId, Supplier<String> ruleNow) {
        return kind == Noted.Kind.ALIGN
                && what.equals(mappingId)
                && (rule.isEmpty() || rule.equals(ruleNow.get()));
    }

    public static boolean isOne(Noted hint) {
        return of(hint) != null;
    }

    /** Without a time or a side of its own: equal notes are equal hints. */
    public Noted noted() {
        String name = run + "/" + what + (rule.isEmpty() ? "" : "/" + rule);
        return new Noted(Side.HUBSPOT, kind, name, Instant.EPOCH, false);
    }
}
