package io.crosswalk.sync;

import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How long changes took from one side to the other. */
final class Lag {
    private Lag() {}

    /**
     * The longest of a record's.
     *
     * @param written what the CRM has taken
     * @param answeredAt when
     * @return null where none of it carries a change over, or only what had waited for a person;
     *     not negative, though clocks differ
     */
    static @Nullable Duration of(
            LinkWork work, Collection<FieldDecision> written, Instant answeredAt) {
        Instant oldest = null;
        for (FieldDecision decided : written) {
            Instant changedAt = isChange(work.seen().link(), decided) ? since(work, decided) : null;
            if (changedAt != null) {
                oldest = earlier(oldest, changedAt);
            }
        }
        if (oldest == null) {
            return null;
        }
        Duration lag = Duration.between(oldest, answeredAt);
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    /** Neither what a run asked for, nor what puts something back, nor what was held or refused. */
    private static boolean isChange(Link link, FieldDecision decided) {
        Write write = decided.write();
        boolean fills = decided.decision() instanceof Decision decision && decision.fills();
        boolean waited =
                link.parked().containsKey(decided.mappingId())
                        || link.parked().containsKey(Link.ANY_MAPPING);
        return write != null && !write.restores() && !decided.putsBack() && !fills && !waited;
    }

    /**
     * A change that nothing told of came before it was found, and before either record changed
     * last.
     */
    private static @Nullable Instant since(LinkWork work, FieldDecision decided) {
        Observation seen = work.seen();
        Instant hinted = null;
        Instant modified = null;
        for (Side side : Side.values()) {
            Noted hint = seen.edit(decided.field(), side);
            hinted = later(hinted, hint == null ? null : hint.at());
            modified = later(modified, seen.record(side).modifiedAt());
        }
        if (hinted != null && hinted.isAfter(Instant.EPOCH)) {
            return hinted;
        }
        Link.Due due = seen.link().due();
        boolean asked = due.priority() == Priority.BACKFILL || due.since() == null;
        return asked ? null : earlier(due.since(), modified);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
