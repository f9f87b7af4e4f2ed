package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CreateOutcome.Created;
import io.crosswalk.records.CreateOutcome.Exists;
import io.crosswalk.records.CreateOutcome.Refused;
import io.crosswalk.records.CreateOutcome.RetryLater;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.CreationEntries.Told;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ends that making a record can come to. */
final class CreationEnds {
    private final RecordStore store;
    private final Journal journal;
    private final CreationEntries entries;
    private final UnansweredCreations unanswered;
    private final MatchNotes notes;
    private final UnlinkedEnds ends;
    private final Waiters waiters;
    private final Backoff backoff;
    private final Duration searchSettled;
    private final Clock clock;

    CreationEnds(
            RecordStore store,
            Journal journal,
            CreationEntries entries,
            UnansweredCreations unanswered,
            MatchNotes notes,
            UnlinkedEnds ends,
            Waiters waiters,
            Backoff backoff,
            Duration searchSettled,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.entries = entries;
        this.unanswered = unanswered;
        this.notes = notes;
        this.ends = ends;
        this.waiters = waiters;
        this.backoff = backoff;
        this.searchSettled = searchSettled;
        this.clock = clock;
    }

    /** Whether people were told of others that are in the way. */
    boolean take(MappingPlan plan, NewRecord record, CreateOutcome outcome) {
        Seeker seeker = record.seeker();
        if (outcome instanceof Created created) {
            adopt(plan, record, created.id());
        } else if (outcome instanceof Exists exists) {
            return exists(plan, record, exists);
        } else if (outcome instanceof Refused refused) {
            ends.problem(plan, seeker, PartnerProblems.notCreated(plan.object(), record, refused));
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

    private boolean exists(MappingPlan plan, NewRecord record, Exists exists) {
        Seeker seeker = record.seeker();
        boolean linked =
                exists.ids().size() == 1
                        && !isDeclined(seeker, exists.ids().get(0))
                        && pair(plan, seeker, exists.ids().get(0), List.of());
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

    /** A person has parted the two. */
    private boolean isDeclined(Seeker seeker, String id) {
        RecordKey key = seeker.link().key();
        return notes.load(Set.of(key)).getOrDefault(key, Notes.NONE).declines(id);
    }

    /** One that was made before, and of which only now is known which it is. */
    void found(MappingPlan plan, Seeker seeker, String id) {
        if (tell(plan, seeker, id)) {
            pairMade(plan, seeker, id);
        } else {
            ends.again(seeker.link(), clock.instant().plus(backoff.delay(0, Duration.ZERO)));
        }
    }

    /**
     * Of one that we may have made, before they are linked: then there is no pair whose making
     * nobody has told of.
     *
     * @return false if it cannot be said now what there is to tell
     */
    boolean tell(MappingPlan plan, Seeker seeker, String id) {
        List<Told> told = unanswered.told(plan, seeker, id);
        if (told != null) {
            tell(plan, seeker, id, told);
        }
        return told != null;
    }

    private void tell(MappingPlan plan, Seeker seeker, String id, List<Told> told) {
        boolean inHubspot = seeker.side() == Side.HUBSPOT;
        journal.write(
                entries.of(
                        RecordKey.hubspot(plan.object().name(), inHubspot ? seeker.id() : id),
                        inHubspot ? id : seeker.id(),
                        seeker.side().other(),
                        told,
                        clock.instant()));
    }

    private void adopt(MappingPlan plan, NewRecord record, String id) {
        tell(plan, record.seeker(), id, record.carried().stream().map(Told::written).toList());
        pairMade(plan, record.seeker(), id);
    }

    private void pairMade(MappingPlan plan, Seeker seeker, String id) {
        if (!pair(plan, seeker, id, edits(plan, seeker))) {
            uncertain(plan, seeker, Set.of(id));
        }
    }

    /**
     * @param edits what the first look is to take for edits of the seeking record: of one that was
     *     made, so that it tells of what could not be carried over; of one that was there, nothing
     */
    private boolean pair(MappingPlan plan, Seeker seeker, String id, List<Noted> edits) {
        String object = plan.object().name();
        boolean inHubspot = seeker.side() == Side.HUBSPOT;
        String hubspotId = inHubspot ? seeker.id() : id;
        Link known = inHubspot ? seeker.link() : null;
        if (!ends.link(object, hubspotId, inHubspot ? id : seeker.id(), known)) {
            return false;
        }
        store.mark(Map.of(RecordKey.hubspot(object, hubspotId), edits));
        ends.linked(seeker.link());
        return true;
    }

    private List<Noted> edits(MappingPlan plan, Seeker seeker) {
        Instant now = clock.instant();
        Instant at = seeker.record().modifiedAt() == null ? now : seeker.record().modifiedAt();
        List<Noted> edits = new ArrayList<>();
        plan.fields()
                .forEach(
                        field -> {
                            if (!seeker.value(field).isBlank()) {
                                edits.add(
                                        new Noted(
                                                seeker.side(),
                                                Noted.Kind.CHANGED,
                                                field.name(seeker.side()),
                                                at,
                                                false));
                            }
                        });
        return edits;
    }

    /** It may be there or not, and a second one must not be. */
    void uncertain(MappingPlan plan, Seeker seeker, Set<String> candidates) {
        ends.uncertain(plan, seeker, PartnerProblems.uncertain(seeker, candidates));
    }
}
