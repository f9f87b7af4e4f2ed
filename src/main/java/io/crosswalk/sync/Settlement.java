package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ends that a look at a link can come to. */
final class Settlement {
    private final RecordStore store;
    private final RecordProblems problems;
    private final LinkFindings findings;
    private final Tallying tallying;
    private final Backoff backoff;
    private final Turns turns;
    private final LookListener listener;
    private final Clock clock;

    Settlement(
            RecordStore store,
            RecordProblems problems,
            LinkFindings findings,
            Tallying tallying,
            Backoff backoff,
            Turns turns,
            LookListener listener,
            Clock clock) {
        this.store = store;
        this.problems = problems;
        this.findings = findings;
        this.tallying = tallying;
        this.backoff = backoff;
        this.turns = turns;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Everything that was written and found is acknowledged, and told to people.
     *
     * @return those of which nobody else has decided meanwhile
     */
    List<LinkWork> settle(MappingPlan plan, List<LinkWork> works) {
        problems.tell(works);
        markAgain(works);
        Map<Link, Acknowledgement> acknowledgements = new LinkedHashMap<>();
        Instant now = clock.instant();
        works.forEach(work -> acknowledgements.put(work.link, acknowledgement(plan, work, now)));
        Set<RecordKey> done = store.acknowledge(acknowledgements);
        works.stream().filter(work -> !done.contains(work.link.key())).forEach(this::tooLate);
        tallying.tell(works, done);
        return works.stream().filter(work -> done.contains(work.link.key())).toList();
    }

    /** Somebody else has decided meanwhile: another look brings the problems in line. */
    private void tooLate(LinkWork work) {
        work.told().forEach(id -> store.retry(work.link.key(), id));
        if (work.toldOfRecord()) {
            store.retry(work.link.key(), null);
        }
    }

    private Acknowledgement acknowledgement(MappingPlan plan, LinkWork work, Instant now) {
        Unseen unseen = Unseen.of(plan, work);
        Findings left = findings.of(work, unseen, now).withLookedUnder(plan.version());
        Set<Noted> hints = work.keptHints(plan);
        Link seen = work.seen().link();
        work.keptIntents.addAll(unseen.intents(seen).keySet());
        boolean failed = work.again != null;
        return new Acknowledgement(
                work.bases(),
                left,
                work.keptIntents,
                hints,
                failed
                        ? work.again
                        : earlier(
                                earlier(LinkFindings.nextRetry(left), work.revisitAt()),
                                unseen.again(plan, seen, hints, now)),
                failed ? work.link.due().attempts() + 1 : 0);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /**
     * Before the acknowledgement, which leaves them due then: an edit that was put back is news.
     */
    private void markAgain(List<LinkWork> works) {
        Map<RecordKey, List<Noted>> marks = new LinkedHashMap<>();
        for (LinkWork work : works) {
            if (!work.restored.isEmpty() || work.changedMeanwhile || work.atOnce) {
                marks.put(work.link.key(), List.of());
            }
        }
        if (!marks.isEmpty()) {
            store.mark(marks);
        }
    }

    /** Nothing to do for it; what is known of it stays. */
    void quiet(Link link) {
        keep(link, Parking.mayBeParked(link), link.gone(), Set.copyOf(link.due().hints()), null);
    }

    /**
     * The record is not there any more on a side: nothing is written until it is back. What a run
     * asked of it ends.
     */
    void gone(Link link, Set<Side> sides) {
        gone(link, sides, () -> problems.gone(link, sides));
    }

    /**
     * Likewise, where people are told something else.
     *
     * @param telling opens and closes problems; not called if somebody else took the turn
     */
    void gone(Link link, Set<Side> sides, Runnable telling) {
        // Also where it was gone before: somebody may forget the record between look and telling.
        Link mine = turns.take(link);
        if (mine == null) {
            return;
        }
        telling.run();
        // Where both are gone their problems are closed: should they come back, all is tried anew.
        Map<String, Base> parked =
                sides.size() == Side.values().length ? Map.of() : Parking.mayBeParked(link);
        if (!keep(mine, parked, sides, Asked.without(link.due().hints()), null)) {
            // It was forgotten, or somebody else looked: another look brings the problems in line.
            store.retry(link.key(), null);
            return;
        }
        tallying.gone(mine);
    }

    /** It is about to be no pair any more: what people were told of it is of no use. */
    void parted(Link link) {
        problems.closeAll(link);
    }

    /** It is no pair any more, and its hints went where they belong. */
    void dissolved(Link link) {
        tallying.gone(link);
        store.acknowledge(
                Map.of(link, new Acknowledgement(Map.of(), Findings.NONE, Set.of(), Set.of())));
    }

    /** It could not be looked at; the hints stay. */
    void postpone(Link link, ReadOutcome.@Nullable Failure failure) {
        if (failure == null) {
            postpone(link, Duration.ZERO);
        } else {
            postpone(link, failure.code(), failure.after());
        }
    }

    void postpone(Link link, CrmUnavailable away) {
        postpone(link, away.code(), away.after());
    }

    void postpone(Link link, Duration atLeast) {
        postpone(link, LookListener.ANOTHER_LOOK, atLeast);
    }

    void postpone(Link link, String why, Duration atLeast) {
        listener.putOff(link.key(), link.partnerId(), why);
        Instant again = clock.instant().plus(backoff.delay(link.due().attempts(), atLeast));
        keep(link, Parking.mayBeParked(link), link.gone(), Set.copyOf(link.due().hints()), again);
    }

    /** It is not to be forgotten after all, and looked at as any other. */
    void remember(Link link) {
        Set<Noted> kept = new HashSet<>(link.due().hints());
        kept.removeIf(Noted::isPrivacyDeletion);
        keep(link, Parking.mayBeParked(link), link.gone(), kept, clock.instant());
    }

    /** There were no calls left for it: that is no failure of the link's, and its hints stay. */
    void defer(Collection<Link> links, Duration wait) {
        Instant now = clock.instant();
        Map<Link, Instant> until = new LinkedHashMap<>();
        links.forEach(link -> until.put(link, now.plus(backoff.spread(wait))));
        links.forEach(link -> listener.putOff(link.key(), link.partnerId(), LookListener.NO_CALLS));
        store.defer(until);
    }

    private boolean keep(
            Link link,
            Map<String, Base> parked,
            Set<Side> gone,
            Set<Noted> keptHints,
            @Nullable Instant again) {
        Findings left = link.findings().withParked(parked);
        Acknowledgement kept =
                new Acknowledgement(
                        Map.of(),
                        left.withGone(gone),
                        link.intents().keySet(),
                        keptHints,
                        again,
                        again == null ? 0 : link.due().attempts() + 1);
        return store.acknowledge(Map.of(link, kept)).contains(link.key());
    }
}
