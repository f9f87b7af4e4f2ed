package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CreateOutcome.Created;
import io.crosswalk.records.CreateOutcome.Exists;
import io.crosswalk.records.CreateOutcome.Refused;
import io.crosswalk.records.CreateOutcome.RetryLater;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.CreationEntries.Told;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ends that making a record can come to. */
final class CreationEnds {
    private final RecordStore store;
    private final Journal journal;
    private final CreationEntries entries;
    private final MatchNotes notes;
    private final UnlinkedEnds ends;
    private final Waiters waiters;
    private final Backoff backoff;
    private final Duration searchSettled;
    private final LookListener listener;
    private final Clock clock;

    CreationEnds(
            RecordStore store,
            Journal journal,
            CreationEntries entries,
            MatchNotes notes,
            UnlinkedEnds ends,
            Waiters waiters,
            Backoff backoff,
            Duration searchSettled,
            LookListener listener,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.entries = entries;
        this.notes = notes;
        this.ends = ends;
        this.waiters = waiters;
        this.backoff = backoff;
        this.searchSettled = searchSettled;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * @param triedBefore whether an earlier making of it may have happened
     * @return whether people were told of others that are in the way
     */
    boolean take(MappingPlan plan, NewRecord record, CreateOutcome outcome, boolean triedBefore) {
        Seeker seeker = record.seeker();
        if (outcome instanceof Created created) {
            adopt(plan, record, created.id());
        } else if (outcome instanceof Exists exists) {
            return exists(plan, record, exists, triedBefore);
        } else if (outcome instanceof Refused refused) {
            ends.notMade(
                    plan,
                    seeker,
                    PartnerProblems.notCreated(plan.object(), record, refused),
                    retry(seeker, refused));
        } else if (outcome instanceof RetryLater later) {
            Duration wait = backoff.delay(seeker.link().due().attempts(), later.after());
            boolean unknown = later.mayHaveHappened();
            Duration atLeast = unknown && wait.compareTo(searchSettled) < 0 ? searchSettled : wait;
            ends.later(seeker.link(), clock.instant().plus(atLeast), unknown);
        } else {
            throw new AssertionError(outcome);
        }
        return false;
    }

    /** Null where only another record can be made. Who edits it, or asks, has it begin anew. */
    private @Nullable Retry retry(Seeker seeker, Refused refused) {
        Retry before = seeker.link().findings().retries().get(MatchKey.PARTNER);
        Instant since = seeker.link().due().since();
        boolean early = before != null && since != null && since.isBefore(before.at());
        return Retries.next(
                RefusalCauses.code(seeker.side().other(), refused.code()),
                early ? null : before,
                clock.instant());
    }

    private boolean exists(MappingPlan plan, NewRecord record, Exists exists, boolean triedBefore) {
        Seeker seeker = record.seeker();
        boolean linked =
                exists.same()
                        && exists.ids().size() == 1
                        && !isDeclined(seeker, exists.ids().get(0))
                        && pair(plan, seeker, exists.ids().get(0), told(seeker, triedBefore));
        if (!linked) {
            Side side = seeker.side().other();
            waiters.await(
                    exists.ids().stream()
                            .map(id -> new RecordKey(plan.object().name(), side, id))
                            .collect(Collectors.toSet()),
                    seeker.link().key());
            ends.problem(plan, seeker, PartnerProblems.exists(plan.object(), seeker, exists));
        }
        return !linked;
    }

    /** That it was not made, unless an earlier try may have. */
    private static List<Noted> told(Seeker seeker, boolean triedBefore) {
        return triedBefore ? List.of() : List.of(UntoldMakings.told(making(seeker)));
    }

    /** A person has parted the two. */
    private boolean isDeclined(Seeker seeker, String id) {
        RecordKey key = seeker.link().key();
        return notes.load(Set.of(key)).getOrDefault(key, Notes.NONE).declines(id);
    }

    /** One that was made before, and of which only now is known which it is. */
    void found(MappingPlan plan, Seeker seeker, String id) {
        pairMade(plan, seeker, id, List.of());
    }

    private void adopt(MappingPlan plan, NewRecord record, String id) {
        Seeker seeker = record.seeker();
        boolean inHubspot = seeker.side() == Side.HUBSPOT;
        Intent making = making(seeker);
        RecordKey link = RecordKey.hubspot(plan.object().name(), inHubspot ? seeker.id() : id);
        String salesforceId = inHubspot ? id : seeker.id();
        listener.made(link, salesforceId, making.side());
        journal.write(
                entries.of(
                        link,
                        salesforceId,
                        making.side(),
                        record.carried().stream()
                                .map(
                                        carried ->
                                                Told.written(
                                                        carried.field().mapping(),
                                                        carried.from(),
                                                        carried.to()))
                                .toList(),
                        making.at()));
        List<Noted> hints =
                new ArrayList<>(
                        UntoldMakings.edits(plan, seeker.link(), seeker.side(), seeker.record()));
        hints.add(UntoldMakings.told(making));
        pairMade(plan, seeker, id, hints);
    }

    private static Intent making(Seeker seeker) {
        return Objects.requireNonNull(Traces.intent(seeker.link()), "nothing is made without");
    }

    private void pairMade(MappingPlan plan, Seeker seeker, String id, List<Noted> hints) {
        if (!pair(plan, seeker, id, hints)) {
            uncertain(plan, seeker, Set.of(id));
        }
    }

    /**
     * @param hints for the first look
     */
    private boolean pair(MappingPlan plan, Seeker seeker, String id, List<Noted> hints) {
        String object = plan.object().name();
        boolean inHubspot = seeker.side() == Side.HUBSPOT;
        String hubspotId = inHubspot ? seeker.id() : id;
        Link known = inHubspot ? seeker.link() : null;
        if (!hints.isEmpty()) {
            // Before they are a pair: should this sync stop, nothing is told twice, or wrongly.
            store.mark(Map.of(RecordKey.hubspot(object, hubspotId), hints));
        }
        if (!ends.link(object, hubspotId, inHubspot ? id : seeker.id(), known)) {
            return false;
        }
        ends.linked(seeker.link());
        return true;
    }

    /** It may be there or not, and a second one must not be. */
    void uncertain(MappingPlan plan, Seeker seeker, Set<String> candidates) {
        ends.uncertain(plan, seeker, PartnerProblems.uncertain(seeker, candidates));
    }
}
