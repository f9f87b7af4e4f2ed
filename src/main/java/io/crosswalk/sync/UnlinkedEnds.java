package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ends that a look at a record without a partner can come to. */
final class UnlinkedEnds {
    private final RecordStore store;
    private final MatchNotes notes;
    private final PartnerProblems problems;
    private final Fingerprints fingerprints;
    private final Turns turns;

    UnlinkedEnds(
            RecordStore store,
            MatchNotes notes,
            PartnerProblems problems,
            Fingerprints fingerprints,
            Turns turns) {
        this.store = store;
        this.notes = notes;
        this.problems = problems;
        this.fingerprints = fingerprints;
        this.turns = turns;
    }

    /** There is no such record (any more). */
    void missing(Link link) {
        closeProblems(link);
        acknowledge(link, Map.of(), false, Set.of(link.key().side()), null);
    }

    /** Nobody belongs to it, for all that can be seen now. */
    void alone(MappingPlan plan, Seeker seeker) {
        closeProblems(seeker.link());
        acknowledge(seeker.link(), looked(plan, seeker), false, Set.of(), null);
    }

    /** Somebody else tells of it, or looks again. */
    void quiet(Link link) {
        Base problem = link.parked().get(MatchKey.PARTNER);
        acknowledge(link, Map.of(), problem, link.intents().keySet(), null);
    }

    /** It cannot be decided without a person. */
    void problem(MappingPlan plan, Seeker seeker, ProblemCause cause) {
        Link mine = turns.take(seeker.link());
        if (mine == null) {
            return;
        }
        problems.raise(mine.key(), cause);
        // What it was about to make may be among those that cannot be told apart.
        Set<String> intents = mine.intents().keySet();
        boolean done = acknowledge(mine, looked(plan, seeker), Base.OF_NOTHING, intents, null);
        if (!done && hasPartner(mine.key())) {
            problems.close(mine.key());
        }
    }

    private boolean hasPartner(RecordKey key) {
        Link now = store.load(List.of(key)).get(key);
        return now != null && now.partnerId() != null;
    }

    /** If it is the pointer of a pair now; what else is left of it ends with its next look. */
    void linked(Link link) {
        if (link.key().side() == Side.SALESFORCE) {
            closeProblems(link);
        }
    }

    /** Its hints went elsewhere. */
    void forwarded(Link link) {
        closeProblems(link);
        Map<String, Base> parked = new HashMap<>(link.parked());
        parked.remove(MatchKey.PARTNER);
        store.acknowledge(
                Map.of(
                        link,
                        new Acknowledgement(
                                Map.of(), link.findings().withParked(parked), Set.of(), Set.of())));
    }

    /** They wait for what becomes of those. */
    void await(Set<RecordKey> candidates, RecordKey waiting) {
        notes.await(candidates, waiting);
    }

    /** It looks again, with all its hints. */
    void again(Link link, Instant at) {
        acknowledge(link, Map.of(), hasProblem(link), Set.of(), at);
    }

    /**
     * Makes a pair of them, which is due then.
     *
     * @param hubspot what is known of the HubSpot record; null if it is new
     * @return whether they are one now
     */
    boolean link(String object, String hubspotId, String salesforceId, @Nullable Link hubspot) {
        if (!store.link(object, hubspotId, salesforceId)) {
            return false;
        }
        if (hubspot != null) {
            closeProblems(hubspot);
        }
        return true;
    }

    /**
     * Has those look again that could not be linked because of these.
     *
     * @param settled records that are gone, have a partner, or belong to nobody
     */
    void release(Collection<RecordKey> settled) {
        Map<RecordKey, Notes> noted = settled.isEmpty() ? Map.of() : notes.load(settled);
        Map<RecordKey, Set<RecordKey>> awaited = new HashMap<>();
        noted.forEach(
                (key, its) -> {
                    if (!its.waiting().isEmpty()) {
                        awaited.put(key, its.waiting());
                    }
                });
        Set<RecordKey> waiting = new HashSet<>();
        awaited.values().forEach(waiting::addAll);
        waiting.removeAll(settled);
        if (!waiting.isEmpty()) {
            store.mark(waiting.stream().collect(Collectors.toMap(key -> key, key -> List.of())));
        }
        if (!awaited.isEmpty()) {
            notes.release(awaited);
        }
    }

    static boolean hasProblem(Link link) {
        return link.parked().containsKey(MatchKey.PARTNER);
    }

    /** Also those of which a look that stopped may have told, when it had a partner yet as well. */
    void closeProblems(Link link) {
        if (link.due().turn().isOpen()) {
            problems.closeAll(link.key());
        } else if (hasProblem(link)) {
            problems.close(link.key());
        }
    }

    private Map<String, Base> looked(MappingPlan plan, Seeker seeker) {
        return Map.of(MatchKey.PARTNER, lookedFor(plan, seeker));
    }

    /** What it is looked for by, as a fingerprint. */
    Base lookedFor(MappingPlan plan, Seeker seeker) {
        Side side = seeker.side();
        RecordKey key = seeker.link().key();
        Value all = plan.partnerValues(side, seeker.record().values());
        return side == Side.HUBSPOT
                ? fingerprints.base(key, MatchKey.PARTNER, all, Value.BLANK)
                : fingerprints.base(key, MatchKey.PARTNER, Value.BLANK, all);
    }

    /** It looks again; what it was about to make is remembered only if it may be there. */
    void later(Link link, Instant at, boolean mayBeThere) {
        Base problem = link.parked().get(MatchKey.PARTNER);
        Set<String> intents = mayBeThere ? link.intents().keySet() : Set.of();
        acknowledge(link, Map.of(), problem, intents, at);
    }

    /** A person must say that there is none before it is made again. */
    void uncertain(MappingPlan plan, Seeker seeker, ProblemCause cause) {
        Link mine = turns.take(seeker.link());
        if (mine != null) {
            problems.raise(mine.key(), cause);
            Base looked = lookedFor(plan, seeker);
            acknowledge(mine, Map.of(MatchKey.PARTNER, looked), looked, Set.of(), null);
        }
    }

    private void acknowledge(
            Link link,
            Map<String, Base> base,
            boolean problem,
            Set<Side> gone,
            @Nullable Instant again) {
        Base kept = link.parked().getOrDefault(MatchKey.PARTNER, Base.OF_NOTHING);
        Set<String> intents = again == null ? Set.of() : link.intents().keySet();
        Link seen =
                new Link(
                        link.key(),
                        link.partnerId(),
                        link.due(),
                        link.base(),
                        link.intents(),
                        link.findings().withGone(gone));
        acknowledge(seen, base, problem ? kept : null, intents, again);
    }

    /** Whether nobody else has taken it up since it was seen. */
    private boolean acknowledge(
            Link link,
            Map<String, Base> base,
            @Nullable Base problem,
            Set<String> keptIntents,
            @Nullable Instant again) {
        Map<String, Base> parked = new HashMap<>(link.parked());
        parked.remove(MatchKey.PARTNER);
        if (problem != null) {
            parked.put(MatchKey.PARTNER, problem);
        }
        Set<Noted> kept =
                link.due().hints().stream()
                        .filter(hint -> again != null || hint.kind() == Noted.Kind.CHANGED)
                        .collect(Collectors.toSet());
        Acknowledgement its =
                new Acknowledgement(
                        base,
                        link.findings().withParked(parked),
                        keptIntents,
                        kept,
                        again,
                        again == null ? 0 : link.due().attempts() + 1);
        return store.acknowledge(Map.of(link, its)).contains(link.key());
    }
}
