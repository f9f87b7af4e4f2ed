package io.crosswalk.rules;

import org.jspecify.annotations.Nullable;

/** Why a value is written: a row of the tables, or something that no table decides. */
public interface Reasoned {

    /** Stable; the journal keeps it. */
    String name();

    /** The side that is written; null when nothing is. */
    @Nullable Side writes();

    Note note();

    /** A sentence for people; names the sides, never a field or a value. */
    String reason();
}
