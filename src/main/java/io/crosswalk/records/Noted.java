package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hint as it is kept on a link until a sync has looked and settled the field.
 *
 * @param name the property or field; {@link Kind#ALIGN} and {@link Kind#UNDO}: see {@link RunNote};
 *     for other kinds it may be the other record's id, or empty
 * @param at milliseconds
 * @param ours whether our own client made the change
 * @param value what the event says the value became, as a fingerprint; null when it does not say
 */
public record Noted(
        Side side, Kind kind, String name, Instant at, boolean ours, @Nullable Fingerprint value) {

    public enum Kind {
        CHANGED,
        CREATED,
        DELETED,
        RESTORED,
        MERGED,
        PRIVACY_DELETED,
        /** A backfill is to align a mapped field. */
        ALIGN,
        /** A person takes back a write of ours. */
        UNDO;

        public static Kind of(Hint.Kind kind) {
            return switch (kind) {
                case CHANGED -> CHANGED;
                case CREATED -> CREATED;
                case DELETED -> DELETED;
                case RESTORED -> RESTORED;
                case MERGED -> MERGED;
                case PRIVACY_DELETED -> PRIVACY_DELETED;
            };
        }
    }

    /** All that is kept of a person who was forgotten. */
    public static final Noted FORGOTTEN =
            new Noted(Side.HUBSPOT, Kind.PRIVACY_DELETED, "", Instant.EPOCH, false);

    /** That somebody may have changed it then, to whatever. */
    public static Noted changed(Side side, String name, Instant at) {
        return new Noted(side, Kind.CHANGED, name, at, false);
    }

    public Noted(Side side, Kind kind, String name, Instant at, boolean ours) {
        this(side, kind, name, at, ours, null);
    }

    /** The same in every process, as that of {@link RecordKey}. */
    @Override
    public int hashCode() {
        return ((name.hashCode() * 31 + at.hashCode()) * 31 + kind.ordinal()) * 31 + side.ordinal();
    }

    /**
     * Which of two hints of one name tells what came last; at the same time the one that says it.
     */
    public static Noted later(Noted a, Noted b) {
        int order = a.at().compareTo(b.at());
        return order < 0 || order == 0 && a.value() == null ? b : a;
    }

    public boolean isPrivacyDeletion() {
        return kind == Kind.PRIVACY_DELETED;
    }

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
                + (value == null ? "" : value)
                + "|"
                + name;
    }

    static Noted parse(String text) {
        String[] parts = text.split("\\|", 6);
        return new Noted(
                parts[0].equals("H") ? Side.HUBSPOT : Side.SALESFORCE,
                Kind.valueOf(parts[1]),
                parts[5],
                Instant.ofEpochMilli(Long.parseLong(parts[3])),
                parts[2].equals("o"),
                parts[4].isEmpty() ? null : Fingerprint.parse(parts[4]));
    }
}
