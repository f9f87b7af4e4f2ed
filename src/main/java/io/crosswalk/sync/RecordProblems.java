package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens problems of records for what could not be written, and closes them when it was. All before
 * the acknowledgement, so that a sync that stops in between does it again. A link without anything
 * parked or gone costs no call.
 */
final class RecordProblems {
    private final ProblemStore store;

    RecordProblems(ProblemStore store) {
        this.store = store;
    }

    void tell(List<LinkWork> works) {
        List<Found> found = new ArrayList<>();
        works.forEach(work -> found.addAll(found(work)));
        if (!found.isEmpty()) {
            store.raise(found);
        }
        closeMended(works);
    }

    private static List<Found> found(LinkWork work) {
        List<Found> found = new ArrayList<>();
        for (FieldDecision decided : work.decisions()) {
            ProblemCause cause = work.refusals().get(decided.mappingId());
            if (cause != null) {
                found.add(new Found(place(work, decided.field().mapping()), cause));
            }
        }
        work.gone.forEach(side -> found.add(gone(work.link, side)));
        return found;
    }

    private static ProblemPlace place(LinkWork work, Mapping mapping) {
        return ProblemPlace.mapping(
                        mapping.object(),
                        mapping.id(),
                        mapping.hubspotProperty(),
                        mapping.salesforceField())
                .withRecord(work.link.key(), work.seen().salesforceId());
    }

    /** Asks for all of them at once what is open: a sync may have hundreds to close. */
    private void closeMended(List<LinkWork> works) {
        List<RecordKey> maybe = new ArrayList<>();
        for (LinkWork work : works) {
            if (mayMend(work)) {
                maybe.add(work.link.key());
            }
        }
        if (maybe.isEmpty()) {
            return;
        }
        Map<RecordKey, List<Problem>> open = store.ofRecords(maybe);
        List<ProblemId> mended = new ArrayList<>();
        for (LinkWork work : works) {
            for (Problem problem : open.getOrDefault(work.link.key(), List.of())) {
                if (isMended(work, problem)) {
                    work.mended.add(problem.id());
                }
            }
            mended.addAll(work.mended);
        }
        store.close(mended);
    }

    /** It is written or settled now, has a new reason, or the record is back. */
    private static boolean isMended(LinkWork work, Problem problem) {
        ProblemCode code = problem.cause().code();
        String id = problem.id().mappingId();
        if (id != null) {
            ProblemCause again = work.refusals().get(id);
            return again == null ? work.base.containsKey(id) : again.code() != code;
        }
        // A record may have been made besides its partner: people say when that is seen to.
        Base asked = work.seen().link().parked().get(MatchKey.PARTNER);
        boolean stays = code == ProblemCode.CREATION_UNCERTAIN && !Base.OF_NOTHING.equals(asked);
        return work.gone.isEmpty() && !stays;
    }

    /**
     * Whether something that was parked when the sync began is settled or refused anew, or the
     * record is back. A sync that stopped before its acknowledgement may have told of anything.
     */
    private static boolean mayMend(LinkWork work) {
        Link link = work.seen().link();
        Set<String> told = Parking.mayBeParked(link).keySet();
        return told.contains(Link.ANY_MAPPING)
                || told.contains(MatchKey.PARTNER)
                || !link.gone().isEmpty()
                || told.stream()
                        .anyMatch(id -> work.isSettled(id) || work.refusals().containsKey(id))
                || link.due().hints().stream().anyMatch(hint -> hint.kind() == Noted.Kind.RESTORED);
    }

    /**
     * The record is not there any more on these sides. Where both are gone there is nothing left to
     * act upon.
     */
    void gone(Link link, Set<Side> sides) {
        if (sides.size() == 1) {
            sides.forEach(side -> store.raise(List.of(gone(link, side))));
        } else if (mayBeTold(link)) {
            store.closeAllOf(link.key());
        }
    }

    /** As it was loaded, before this look took the turn. */
    private static boolean mayBeTold(Link link) {
        return !link.gone().isEmpty() || !Parking.mayBeParked(link).isEmpty();
    }

    /** Nothing is left to act upon. */
    void closeAll(Link link) {
        if (mayBeTold(link)) {
            store.closeAllOf(link.key());
        }
    }

    /**
     * The record on a side lost a merge, and the winner has a partner of its own.
     *
     * @param partner the winner's; null if it could not be seen
     */
    void merged(Link link, Side side, String winner, @Nullable String partner) {
        boolean inHubspot = side == Side.HUBSPOT;
        String loser = inHubspot ? link.key().recordId() : String.valueOf(link.partnerId());
        String left = inHubspot ? String.valueOf(link.partnerId()) : link.key().recordId();
        ProblemCode code =
                inHubspot ? ProblemCode.MERGED_IN_HUBSPOT : ProblemCode.MERGED_IN_SALESFORCE;
        String text =
                "In "
                        + side.label()
                        + " record "
                        + loser
                        + " was merged into "
                        + winner
                        + ". In "
                        + side.other().label()
                        + " record "
                        + left
                        + " is left over, and nothing is written to it; the winner's partner there"
                        + " is "
                        + (partner == null ? "another one" : partner)
                        + ". "
                        + code.mending();
        List<String> two = partner == null ? List.of(left) : List.of(left, partner);
        Map<String, List<String>> details =
                Map.of(
                        inHubspot ? "hubspotIds" : "salesforceIds",
                        List.of(loser, winner),
                        inHubspot ? "salesforceIds" : "hubspotIds",
                        two);
        store.raise(
                List.of(
                        new Found(
                                ProblemPlace.record(link.key(), link.partnerId()),
                                new ProblemCause(code, code.action(), text, details, null))));
        store.closeAllOf(link.key(), null, code);
    }

    private static Found gone(Link link, Side side) {
        ProblemCode code = ProblemCode.RECORD_GONE;
        String text =
                "The "
                        + link.key().object()
                        + " is not in "
                        + side.label()
                        + " any more: it was deleted or merged into another"
                        + (side == Side.SALESFORCE
                                ? ", or the integration user may not see it (sharing, territories)"
                                : "")
                        + ". Nothing is written to the record in "
                        + side.other().label()
                        + ". "
                        + code.mending();
        return new Found(
                ProblemPlace.record(link.key(), link.partnerId()),
                new ProblemCause(
                        code, code.action(), text, Map.of("side", List.of(side.name())), null));
    }
}
