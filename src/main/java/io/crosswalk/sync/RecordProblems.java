package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
        works.forEach(this::closeMended);
    }

    private static List<Found> found(LinkWork work) {
        List<Found> found = new ArrayList<>();
        for (FieldDecision decided : work.decisions()) {
            ProblemCause cause = work.refusals.get(decided.mappingId());
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

    /**
     * What was parked when the sync began and is written or settled now, or has a new reason. A
     * sync that stopped before its acknowledgement may have told of anything.
     */
    private void closeMended(LinkWork work) {
        RecordKey link = work.link.key();
        Set<String> told = new TreeSet<>(LinkWork.mayBeParked(work.seen().link()).keySet());
        boolean mayBeTold = told.remove(Link.ANY_MAPPING);
        if (mayBeTold) {
            store.ofRecord(link).stream()
                    .map(open -> open.id().mappingId())
                    .filter(Objects::nonNull)
                    .forEach(told::add);
        }
        for (String id : told) {
            ProblemCause again = work.refusals.get(id);
            if (again != null) {
                store.closeAllOf(link, id, again.code());
            } else if (work.base.containsKey(id)) {
                store.closeAllOf(link, id, null);
            }
        }
        boolean isBack =
                !work.seen().link().gone().isEmpty()
                        || mayBeTold
                        || told.contains(MatchKey.PARTNER)
                        || work.seen().link().due().hints().stream()
                                .anyMatch(hint -> hint.kind() == Noted.Kind.RESTORED);
        if (isBack && work.gone.isEmpty()) {
            // A record may have been made besides its partner: people say when that is seen to.
            Base asked = work.seen().link().parked().get(MatchKey.PARTNER);
            boolean seenTo = Base.OF_NOTHING.equals(asked);
            store.closeAllOf(link, null, seenTo ? null : ProblemCode.CREATION_UNCERTAIN);
        }
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
        return !link.gone().isEmpty() || !LinkWork.mayBeParked(link).isEmpty();
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
                        + " is left over, and nothing is written to it; the winner's partner there is "
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
                        + " any more: it was deleted or merged into another. Nothing is written to"
                        + " the record in "
                        + side.other().label()
                        + ". "
                        + code.mending();
        return new Found(
                ProblemPlace.record(link.key(), link.partnerId()),
                new ProblemCause(
                        code, code.action(), text, Map.of("side", List.of(side.name())), null));
    }
}
