package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Side;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records whose missing partner is made: those that were made or edited since that is wanted,
 * or that a person asks about since then. What was there before and rests is nobody's newcomer.
 */
final class Newcomers {
    /** Salesforce writes the offset without a colon. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX]")
                    .toFormatter(Locale.ROOT);

    /** Of a deal people set the first as they like, of old deals that they import. */
    private static final Map<Side, List<String>> MADE_AT =
            Map.of(
                    Side.HUBSPOT, List.of("createdate", "hs_createdate"),
                    Side.SALESFORCE, List.of("CreatedDate"));

    private Newcomers() {}

    /** What to read of a record, beyond its mapped values, to know it for one. */
    static Set<String> names(MappingPlan plan, Side side) {
        Set<String> mapped =
                side == Side.HUBSPOT ? plan.hubspotProperties() : plan.salesforceFields();
        if (!plan.linking().createSince().containsKey(side.other())) {
            return mapped;
        }
        Set<String> names = new LinkedHashSet<>(mapped);
        names.addAll(MADE_AT.get(side));
        return names;
    }

    /** Whether its partner is to be made, should there be none. What was begun goes on. */
    static boolean isOne(MappingPlan plan, Seeker seeker) {
        Side target = seeker.side().other();
        if (!plan.linking().create().in(target)) {
            return false;
        }
        // Salesforce's stamps have whole seconds.
        Instant since = plan.linking().createSince(target).truncatedTo(ChronoUnit.SECONDS);
        Instant madeAt = madeAt(seeker.side(), seeker.record());
        return since.equals(Instant.EPOCH)
                || Traces.intent(seeker.link()) != null
                || madeAt != null && !madeAt.isBefore(since)
                || seeker.link().due().hints().stream().anyMatch(it -> isEdit(it, seeker, since));
    }

    private static boolean isEdit(Noted hint, Seeker seeker, Instant since) {
        return hint.kind() == Noted.Kind.CHANGED
                && hint.side() == seeker.side()
                && !hint.ours()
                && !hint.at().isBefore(since);
    }

    /** The latest time that it shows; null if it shows none that can be read. */
    static @Nullable Instant madeAt(Side side, CrmRecord record) {
        Instant latest = null;
        for (String name : MADE_AT.get(side)) {
            Instant at = time(record.values().get(name));
            if (at != null && (latest == null || at.isAfter(latest))) {
                latest = at;
            }
        }
        return latest;
    }

    private static @Nullable Instant time(@Nullable String stamp) {
        try {
            return stamp == null ? null : OffsetDateTime.parse(stamp, TIME).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
