package io.crosswalk.budget;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CRM's calls of a day, everybody's as far as the CRM tells.
 *
 * @param limit as the CRM's header said; 0 if it never did
 * @param used as the header said, others' calls included; 0 if it never did on this day
 * @param since what we were granted since the header, or since the day began, but for what we told
 *     was not called
 * @param from when the day began
 * @param seenAt when the header came
 * @param probedAt when a call was last let through to see whether there is room again
 */
public record DayUse(
        long limit,
        long used,
        long since,
        Instant from,
        @Nullable Instant seenAt,
        @Nullable Instant probedAt) {

    static final DayUse UNKNOWN = new DayUse(0, 0, 0, Instant.EPOCH, null, null);

    /** What a header said. */
    record Seen(long limit, long used, Instant at) {}

    DayUse at(Instant dayStart, boolean rolling) {
        boolean newDay = dayStart.isAfter(from) && !(rolling && seenAt != null);
        return newDay ? new DayUse(limit, 0, 0, dayStart, seenAt, null) : this;
    }

    /** A header of yesterday, or one that is older than what is known, changes nothing. */
    DayUse with(@Nullable Seen seen, boolean rolling) {
        boolean news =
                seen != null
                        && (seenAt == null || seen.at().isAfter(seenAt))
                        && (rolling || !seen.at().isBefore(from));
        return seen != null && news
                ? new DayUse(seen.limit(), seen.used(), 0, from, seen.at(), probedAt)
                : this;
    }

    DayUse plus(long calls) {
        return calls == 0 ? this : new DayUse(limit, used, since + calls, from, seenAt, probedAt);
    }

    /** What was granted and not made: never below what the header said. */
    DayUse minus(long calls) {
        return plus(-Math.min(calls, since));
    }

    DayUse probed(Instant now) {
        return new DayUse(limit, used, since, from, seenAt, now);
    }

    /**
     * @param configured holds where the CRM has never said
     */
    long limit(long configured) {
        return limit == 0 ? configured : limit;
    }

    /** Below zero if others, or calls that nobody asked for, went beyond it. */
    long left(long configured) {
        return limit(configured) - used - since;
    }

    /** When what is known was last put to the test; null if the CRM never says anything. */
    @Nullable Instant testedAt() {
        return probedAt != null && (seenAt == null || probedAt.isAfter(seenAt)) ? probedAt : seenAt;
    }
}
