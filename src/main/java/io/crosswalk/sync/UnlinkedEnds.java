package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ends that a look at a record without a partner can come to. */
final class UnlinkedEnds {
    private final RecordStore store;
    private final PartnerProblems problems;
    private final SoughtValues sought;
    private final Turns turns;

    UnlinkedEnds(
            RecordStore store, PartnerProblems problems, Fingerprints fingerprints, Turns turns) {
        this.store = store;
        this.problems = problems;
        this.sought = new SoughtValues(fingerprints);
        this.turns = turns;
    }

    /** There is no such record (any more). */
    void missing(Link link) {
        closeProblems(link);
        acknowledge(seen(link, link.key().side()), Map.of(), closed(link), Set.of(), null);
    }

    /** Nobody belongs to it, for all that can be seen now. */
    void alone(MappingPlan plan, Seeker seeker) {
        closeProblems(seeker.link());
        Link link = seeker.link();
        acknowledge(seen(link), looked(plan, seeker), closed(link), Set.of(), null);
    }

    /** Somebody else tells of it, or looks again. */
    void quiet(Link link) {
        acknowledge(seen(link), Map.of(), told(link), link.intents().keySet(), null);
    }

    /** As it was found: there, but for that side. */
    private static Link seen(Link link, Side... gone) {
        return new Link(
                link.key(),
                link.partnerId(),
                link.due(),
                link.base(),
                link.intents(),
                link.findings().withGone(Set.of(gone)));
    }

    /** It cannot be decided without a person, and nothing was made. */
    void problem(MappingPlan plan, Seeker seeker, ProblemCause cause) {
        notMade(plan, seeker, cause, null);
    }

    /**
     * The CRM refused to make its partner.
     *
     * @param retry null if it is not tried again by itself
     */
    void notMade(MappingPlan plan, Seeker seeker, ProblemCause cause, @Nullable Retry retry) {
        problem(plan, seeker, cause, Base.OF_NOTHING, Set.of(), retry);
    }

    /**
     * Likewise, where what was about to be made for it may be among those that cannot be told
     * apart, or was looked for in vain before.
     */
    void undecided(MappingPlan plan, Seeker seeker, ProblemCause cause) {
        Base asked = seeker.link().parked().getOrDefault(MatchKey.PARTNER, Base.OF_NOTHING);
        problem(plan, seeker, cause, asked, seeker.link().intents().keySet(), null);
    }

    private void problem(
            MappingPlan plan,
            Seeker seeker,
            ProblemCause cause,
            Base parked,
            Set<String> intents,
            @Nullable Retry retry) {
        Link mine = turns.take(seeker.link());
        if (mine == null) {
            return;
        }
        problems.raise(mine.key(), cause);
        Map<String, Base> told = told(seeker.link(), parked);
        boolean done = acknowledge(seen(mine), looked(plan, seeker), told, intents, retry);
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
        Findings left = link.findings().withParked(closed(link)).withRetries(Map.of());
        store.acknowledge(Map.of(link, new Acknowledgement(Map.of(), left, Set.of(), Set.of())));
    }

    /** It looks again, with all its hints. */
    void again(Link link, Instant at) {
        lookAgain(seen(link), link.intents().keySet(), at);
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

    /** Also those of which a look that stopped may have told, when it had a partner yet as well. */
    void closeProblems(Link link) {
        Map<String, Base> told = told(link);
        if (told.containsKey(Link.ANY_MAPPING)) {
            problems.closeAll(link.key());
        } else if (told.containsKey(MatchKey.PARTNER)) {
            problems.close(link.key());
        }
    }

    /** What people were told of, or may have been by a look that stopped. */
    private static Map<String, Base> told(Link link) {
        return Parking.mayBeParked(link);
    }

    /** Likewise, and now of the partner. */
    private static Map<String, Base> told(Link link, Base partner) {
        Map<String, Base> told = told(link);
        told.put(MatchKey.PARTNER, partner);
        return told;
    }

    /** What is left of that when its problems were closed. */
    private static Map<String, Base> closed(Link link) {
        Map<String, Base> told = told(link);
        told.remove(Link.ANY_MAPPING);
        told.remove(MatchKey.PARTNER);
        return told;
    }

    private Map<String, Base> looked(MappingPlan plan, Seeker seeker) {
        return Map.of(MatchKey.PARTNER, sought.by(plan, seeker));
    }

    /** What a partner that is made for it is found by, as a fingerprint. */
    Base madeOf(MappingPlan plan, Seeker seeker) {
        return sought.madeOf(plan, seeker);
    }

    /** It looks again; what it was about to make is remembered only if it may be there. */
    void later(Link link, Instant at, boolean mayBeThere) {
        lookAgain(seen(link), mayBeThere ? link.intents().keySet() : Set.of(), at);
    }

    /** A person must say that there is none before it is made again. */
    void uncertain(MappingPlan plan, Seeker seeker, ProblemCause cause) {
        Link mine = turns.take(seeker.link());
        if (mine != null) {
            problems.raise(mine.key(), cause);
            Base looked = sought.by(plan, seeker);
            Map<String, Base> told = told(seeker.link(), looked);
            acknowledge(seen(mine), Map.of(MatchKey.PARTNER, looked), told, Set.of(), null);
        }
    }

    /**
     * It was looked at.
     *
     * @param retry when that is done once more though nobody asks, and how often it was in vain
     * @return whether nobody else has taken it up since it was seen
     */
    private boolean acknowledge(
            Link link,
            Map<String, Base> base,
            Map<String, Base> parked,
            Set<String> keptIntents,
            @Nullable Retry retry) {
        // Edits stay: they may be why its partner is made, once it can be.
        Set<Noted> edits =
                link.due().hints().stream()
                        .filter(hint -> hint.kind() == Noted.Kind.CHANGED)
                        .collect(Collectors.toSet());
        Map<String, Retry> retries = retry == null ? Map.of() : Map.of(MatchKey.PARTNER, retry);
        Acknowledgement its =
                new Acknowledgement(
                        base,
                        link.findings().withParked(parked).withRetries(retries),
                        keptIntents,
                        edits,
                        retry == null ? null : retry.at(),
                        0);
        return store.acknowledge(Map.of(link, its)).contains(link.key());
    }

    private void lookAgain(Link link, Set<String> keptIntents, Instant at) {
        Acknowledgement its =
                new Acknowledgement(
                        Map.of(),
                        link.findings().withParked(told(link)),
                        keptIntents,
                        Set.copyOf(link.due().hints()),
                        at,
                        link.due().attempts() + 1);
        store.acknowledge(Map.of(link, its));
    }
}
