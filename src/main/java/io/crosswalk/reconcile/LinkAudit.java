package io.crosswalk.reconcile;

import io.crosswalk.mapping.MappingStore;
import io.crosswalk.reconcile.AuditState.Round;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.DriftStore;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.LinkPage;
import io.crosswalk.records.RecordStore.LinkSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads both sides of every link once in a period, whether or not anything told of a change: a
 * formula field moves no time stamp, and a webhook and the search that should have caught it can
 * both miss an edit. What has moved is marked. So many links are read in a run as the period asks
 * for, never more than a set number: what is left over, and what could not be read because a CRM
 * was away, the next runs read.
 */
@ApplicationScoped
public class LinkAudit {
    private static final int PAGE = 500;

    /** Links that are not counted yet: a first page in each run. */
    private static final long UNCOUNTED = PAGE;

    private final RecordStore records;
    private final LinkCheck check;
    private final MappingStore mappings;
    private final DriftStore drift;
    private final AuditState state;
    private final DriftConfig config;
    private final Clock clock;

    public LinkAudit(
            RecordStore records,
            LinkCheck check,
            MappingStore mappings,
            DriftStore drift,
            AuditState state,
            DriftConfig config,
            Clock clock) {
        this.records = records;
        this.check = check;
        this.mappings = mappings;
        this.drift = drift;
        this.state = state;
        this.config = config;
        this.clock = clock;
    }

    public void run() {
        if (config.auditPeriod().isZero()) {
            return;
        }
        for (ObjectPair object : ObjectPairs.all()) {
            if (mappings.settings(object.name()).syncEnabled()) {
                run(object);
            }
        }
    }

    private void run(ObjectPair pair) {
        String object = pair.name();
        Instant now = clock.instant();
        Round round = state.load(object);
        if (round.pacedTo() == null) {
            state.save(object, round, new Round(now, null));
            return;
        }
        long links = drift.figure(object).map(DriftFigure::links).orElse(UNCOUNTED);
        Instant from = later(round.pacedTo(), now.minus(config.auditPeriod()));
        long wanted = wanted(links, Duration.between(from, now));
        if (wanted < 1) {
            return;
        }
        Part part = audit(pair, (int) Math.min(wanted, config.auditMax()), round.after());
        Instant pacedTo = from.plus(share(part.read(), links));
        state.save(object, round, new Round(pacedTo, part.after()));
    }

    /** A whole round is all that there is to make up for. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** How many of the links the time that has passed asks for. */
    private long wanted(long links, Duration passed) {
        double share = (double) passed.toMillis() / config.auditPeriod().toMillis();
        return (long) Math.min(links, links * share);
    }

    /** The part of the period that so many links stand for, so that fractions are not lost. */
    private Duration share(long marked, long links) {
        return Duration.ofMillis(
                Math.round((double) config.auditPeriod().toMillis() * marked / links));
    }

    /**
     * @param read links, or as if, where there were no more of them
     * @param after where the next run goes on; null where a new round begins
     */
    private record Part(int read, @Nullable String after) {}

    private Part audit(ObjectPair object, int wanted, @Nullable String from) {
        @Nullable String after = from;
        int left = wanted;
        while (left > 0) {
            LinkPage page = records.links(object.name(), Math.min(PAGE, left), after);
            List<RecordKey> links = page.items().stream().map(LinkSummary::key).toList();
            Set<RecordKey> found = links.isEmpty() ? Set.of() : check.worthALook(object, links);
            if (found == null) {
                // The next run goes on with this page.
                return new Part(wanted - left, after);
            }
            Map<RecordKey, List<Noted>> marks = new HashMap<>();
            found.forEach(key -> marks.put(key, List.of()));
            records.mark(marks, Priority.RECONCILE);
            after = page.next();
            if (after == null) {
                break;
            }
            left -= Math.max(1, links.size());
        }
        return new Part(wanted, after);
    }
}
