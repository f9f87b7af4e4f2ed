package io.crosswalk.sync;

import io.crosswalk.records.Journal;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Privacy deletions: everything that is stored of a record is deleted, and nothing is written to
 * the other CRM; likewise of those that were merged into it, of which HubSpot tells nothing more.
 * What was begun goes on until it is done, as the record stays due.
 *
 * <p>What HubSpot still shows is not deleted: an event alone destroys nothing where it can be
 * asked.
 */
final class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    /** A record that HubSpot shows all the same is asked for again then. */
    private static final Duration SHOWN_AGAIN = Duration.ofHours(1);

    /** Then it was no privacy deletion. */
    private static final Duration SHOWN_MAX = Duration.ofDays(1);

    /** Parts of a journal in one look, so that one record does not hold up the others. */
    private static final int PARTS_MAX = 4;

    /** HubSpot merges no more into one. */
    private static final int MERGED_MAX = 250;

    private final StillShown stillShown;
    private final RecordStore store;
    private final Journal journal;
    private final ProblemStore problems;
    private final MatchNotes notes;
    private final Settlement settlement;
    private final Clock clock;

    Forgetting(
            StillShown stillShown,
            RecordStore store,
            Journal journal,
            ProblemStore problems,
            MatchNotes notes,
            Settlement settlement,
            Clock clock) {
        this.stillShown = stillShown;
        this.store = store;
        this.journal = journal;
        this.problems = problems;
        this.notes = notes;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** Whether or not their object syncs, and a CRM has calls left or can be reached. */
    void forget(List<Link> links) {
        Set<RecordKey> shown = stillShown.among(links);
        for (Link link : links) {
            if (shown.contains(link.key())) {
                keep(link);
            } else {
                forget(link);
            }
        }
    }

    /**
     * Who is there was not forgotten, at least not yet: the event may be another portal's, or
     * somebody's who has the webhook's secret.
     */
    private void keep(Link link) {
        Instant since = link.due().since();
        if (since == null || since.plus(SHOWN_MAX).isAfter(clock.instant())) {
            settlement.postpone(link, SHOWN_AGAIN);
        } else {
            LOG.warnf(
                    "HubSpot told of a privacy deletion of %s and has shown the record for a day"
                            + " since: it is not forgotten, and syncs again",
                    link.key().text());
            settlement.remember(link);
        }
    }

    private void forget(Link link) {
        for (RecordKey loser : mergedInto(link.key())) {
            Link its = store.load(List.of(loser)).get(loser);
            boolean held = its != null && its.due().turn().isHeldAt(clock.instant());
            if (held || !forgets(loser, its)) {
                settlement.postpone(link, Duration.ZERO);
                return;
            }
        }
        // At last, as it knows the others.
        if (!forgets(link.key(), link)) {
            settlement.postpone(link, Duration.ZERO);
        }
    }

    private Set<RecordKey> mergedInto(RecordKey winner) {
        Set<RecordKey> losers = new LinkedHashSet<>();
        Deque<RecordKey> open = new ArrayDeque<>(List.of(winner));
        while (!open.isEmpty() && losers.size() < MERGED_MAX) {
            RecordKey key = open.remove();
            for (RecordKey loser :
                    notes.load(List.of(key)).getOrDefault(key, Notes.NONE).merged()) {
                if (!loser.equals(winner) && losers.add(loser)) {
                    open.add(loser);
                }
            }
        }
        return losers;
    }

    /**
     * Whether nothing is left.
     *
     * @param link null if there is none any more
     */
    private boolean forgets(RecordKey key, @Nullable Link link) {
        problems.closeAllOf(key);
        boolean purged = false;
        for (int part = 0; part < PARTS_MAX && !purged; part++) {
            purged = journal.purge(key);
        }
        if (!purged || link == null) {
            return purged;
        }
        Set<RecordKey> waiting = notes.load(List.of(key)).getOrDefault(key, Notes.NONE).waiting();
        if (!store.forget(link)) {
            return false;
        }
        if (!waiting.isEmpty()) {
            store.mark(waiting.stream().collect(Collectors.toMap(it -> it, it -> List.of())));
        }
        return true;
    }
}
