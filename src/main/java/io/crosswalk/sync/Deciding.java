package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.AskHistory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides a batch: asks HubSpot's history only where the times decide or an edit was unseen. */
final class Deciding {
    private final Observing observing;
    private final LinkDecisions decisions;
    private final UnseenEdits unseen;
    private final UnseenDecisions unseenDecisions;
    private final Takebacks takebacks;
    private final LeftAside leftAside;
    private final Clock clock;

    Deciding(
            Observing observing,
            LinkDecisions decisions,
            UnseenEdits unseen,
            UnseenDecisions unseenDecisions,
            Takebacks takebacks,
            LeftAside leftAside,
            Clock clock) {
        this.observing = observing;
        this.decisions = decisions;
        this.unseen = unseen;
        this.unseenDecisions = unseenDecisions;
        this.takebacks = takebacks;
        this.leftAside = leftAside;
        this.clock = clock;
    }

    /** Links of which something must be known that cannot be had now are postponed. */
    List<LinkWork> decide(MappingPlan plan, List<Observation> uninformed) {
        Instant now = clock.instant();
        List<Observation> observations = takebacks.informed(uninformed);
        UnseenEdits.Found found = unseen.find(plan, observations, now);
        CrmUnavailable away = found.away();
        List<LinkWork> works = new ArrayList<>(observations.size());
        Map<Observation, List<FieldDecision>> asking = new LinkedHashMap<>();
        for (Observation seen : observations) {
            if (away != null && found.unclear().contains(seen)) {
                leftAside.postpone(seen.link(), away);
                continue;
            }
            List<FieldDecision> decided = decisions.decide(plan, seen, false, now);
            if (decided.stream().anyMatch(d -> d.action() instanceof AskHistory)) {
                asking.put(seen, decided);
            } else {
                works.add(work(seen, decided, found.of(seen), found.early(seen)));
            }
        }
        if (!asking.isEmpty()) {
            works.addAll(decideWithHistory(plan, asking, found, now));
        }
        return works;
    }

    private List<LinkWork> decideWithHistory(
            MappingPlan plan,
            Map<Observation, List<FieldDecision>> asking,
            UnseenEdits.Found found,
            Instant now) {
        Map<String, Set<String>> asked = new LinkedHashMap<>();
        asking.forEach(
                (seen, decided) ->
                        decided.stream()
                                .filter(d -> d.action() instanceof AskHistory)
                                .map(d -> d.field().mapping().hubspotProperty())
                                .forEach(
                                        property ->
                                                asked.computeIfAbsent(
                                                                seen.hubspot().id(),
                                                                id -> new LinkedHashSet<>())
                                                        .add(property)));
        List<LinkWork> works = new ArrayList<>();
        try {
            Map<String, Map<String, List<Changed>>> histories = observing.histories(plan, asked);
            asking.forEach(
                    (seen, decided) -> {
                        Observation known =
                                seen.withHubspotTimes(
                                        times(
                                                plan,
                                                seen,
                                                histories.getOrDefault(
                                                        seen.hubspot().id(), Map.of())));
                        works.add(
                                work(
                                        known,
                                        decisions.decide(plan, known, true, now),
                                        found.of(seen),
                                        found.early(seen)));
                    });
        } catch (CrmUnavailable e) {
            asking.keySet().forEach(seen -> leftAside.postpone(seen.link(), e));
        }
        return works;
    }

    /** Per property since when a person has set it to what it is now. */
    private static Map<String, Instant> times(
            MappingPlan plan, Observation seen, Map<String, List<Changed>> histories) {
        Map<String, Instant> times = new HashMap<>();
        histories.forEach(
                (property, history) -> {
                    PlannedField field = plan.ofProperty(property);
                    Instant since =
                            field == null ? null : since(field, seen.hubspot(field), history);
                    if (since != null) {
                        times.put(property, since);
                    }
                });
        return times;
    }

    /** Null if it has been set to something else since it was read. */
    private static @Nullable Instant since(PlannedField field, Value now, List<Changed> history) {
        for (Changed change : history) {
            if (!change.ours() && field.ofHubspot(change.wire()).equals(now)) {
                return change.at();
            }
        }
        Changed newest = history.get(0);
        return field.ofHubspot(newest.wire()).equals(now) ? newest.at() : null;
    }

    private LinkWork work(
            Observation seen,
            List<FieldDecision> decided,
            List<UnseenEdit> unseenEdits,
            List<Noted> early) {
        List<FieldDecision> all = new ArrayList<>(decided);
        List<LateEntry> late = new ArrayList<>();
        for (UnseenEdit edit : unseenEdits) {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).mappingId().equals(edit.field().mapping().id())) {
                    all.set(i, withUnseen(seen, all.get(i), edit, late));
                }
            }
        }
        LinkWork work = new LinkWork(seen, all);
        work.late.addAll(late);
        early.forEach(hint -> work.revisit(hint, hint.at().plus(Suspects.SETTLED_AFTER)));
        return work;
    }

    private FieldDecision withUnseen(
            Observation seen, FieldDecision decided, UnseenEdit edit, List<LateEntry> late) {
        Decision decision = unseenDecisions.decide(edit, decided);
        if (decision == null || decided.before() == null) {
            return decided;
        }
        if (UnseenDecisions.counts(edit, decision)) {
            return unseenDecisions.restored(edit, decided, seen, decided.before());
        }
        late.add(new LateEntry(edit, decision));
        return decided;
    }

    /** What was kept of edits for these looks to judge is not needed any more. */
    void forgetTold(MappingPlan plan, List<LinkWork> works) {
        for (LinkWork work : works) {
            if (UnseenEdits.mayBeTold(work.seen())) {
                unseen.forget(work.seen(), work.keptHints(plan));
            }
        }
    }
}
