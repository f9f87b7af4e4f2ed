package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;

/**
 * A hint as it is kept on a link until a sync has looked.
 *
 * @param name the property or field; for the other kinds than {@link Hint.Kind#CHANGED} it may be
 *     the other record's id, or empty
 * @param at milliseconds
 * @param ours whether our own client made the change
 */
public record Noted(Side side, Hint.Kind kind, String name, Instant at, boolean ours) {

    /** One text per hint, so that a set of them swallows duplicates. */
    String text() {
        return side.name().charAt(0)
                + "|"
                + kind
                + "|"
                + (ours ? "o" : "")
                + "|"
                + at.toEpochMilli()
                + "|"
                + name;
    }

    static Noted parse(String text) {
        String[] parts = text.split("\\|", 5);
        return new Noted(
                parts[0].equals("H") ? Side.HUBSPOT : Side.SALESFORCE,
                Hint.Kind.valueOf(parts[1]),
                parts[4],
                Instant.ofEpochMilli(Long.parseLong(parts[3])),
                parts[2].equals("o"));
    }
}
