package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.Suspects.Suspect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds edits that no look has seen, because a write of ours overwrote them. A hint tells of them:
 * a person's, with another value than the side has now, at about the time of a write of ours. What
 * really happened then stands in HubSpot's history, or in what {@link ToldEdits} has kept. Without
 * such a hint this costs nothing.
 */
final class UnseenEdits {
    /** A look writes up to 500, and tells of as many that were overwritten. */
    private static final int ENTRIES_MAX = 1_000;

    /** A page ends at 1 MB too: so much of long texts is read at most. */
    static final int PAGES_MAX = 20;

    private final Observing observing;
    private final Journal journal;
    private final JournalWriter entries;
    private final Suspects suspects;

    UnseenEdits(
            Observing observing,
            Journal journal,
            JournalWriter entries,
            Fingerprints fingerprints) {
        this.observing = observing;
        this.journal = journal;
        this.entries = entries;
        this.suspects = new Suspects(fingerprints);
    }

    /**
     * @param unclear what cannot be said now, because HubSpot's history cannot be had
     * @param away why; null if nothing is unclear
     */
    record Found(
            Map<Observation, List<UnseenEdit>> edits,
            Map<Observation, List<Noted>> early,
            Set<Observation> unclear,
            @Nullable CrmUnavailable away) {

        /** Hints that are to be judged by a later look, once what else happened is known too. */
        List<Noted> early(Observation seen) {
            return early.getOrDefault(seen, List.of());
        }

        List<UnseenEdit> of(Observation seen) {
            return edits.getOrDefault(seen, List.of());
        }
    }

    Found find(MappingPlan plan, List<Observation> observations, Instant now) {
        Map<Observation, List<Suspect>> suspects = new LinkedHashMap<>();
        Map<Observation, List<Noted>> early = new HashMap<>();
        for (Observation seen : observations) {
            for (Suspect suspect : this.suspects.of(plan, seen)) {
                if (suspect.isEarly(now)) {
                    early.computeIfAbsent(seen, s -> new ArrayList<>()).add(suspect.edit());
                } else {
                    suspects.computeIfAbsent(seen, s -> new ArrayList<>()).add(suspect);
                }
            }
        }
        if (suspects.isEmpty()) {
            return new Found(Map.of(), early, Set.of(), null);
        }
        try {
            Map<String, Map<String, List<Changed>>> histories = histories(plan, suspects);
            Map<Observation, List<UnseenEdit>> found = new HashMap<>();
            suspects.forEach((seen, its) -> found.put(seen, unseen(seen, its, histories)));
            return new Found(found, early, Set.of(), null);
        } catch (CrmUnavailable e) {
            return new Found(Map.of(), early, suspects.keySet(), e);
        }
    }

    private Map<String, Map<String, List<Changed>>> histories(
            MappingPlan plan, Map<Observation, List<Suspect>> suspects) {
        Map<String, Set<String>> asked = new LinkedHashMap<>();
        suspects.forEach(
                (seen, its) ->
                        its.stream()
                                .filter(suspect -> suspect.side() == Side.HUBSPOT)
                                .forEach(
                                        suspect ->
                                                asked.computeIfAbsent(
                                                                seen.hubspot().id(),
                                                                id -> new LinkedHashSet<>())
                                                        .add(
                                                                suspect.field()
                                                                        .mapping()
                                                                        .hubspotProperty())));
        return asked.isEmpty() ? Map.of() : observing.histories(plan, asked);
    }

    /** Whether {@link ToldEdits} may have kept something for this look. */
    static boolean mayBeTold(Observation seen) {
        List<Instant> told = new ArrayList<>();
        for (Noted hint : seen.link().due().hints()) {
            if (hint.side() == Side.SALESFORCE && !hint.ours()) {
                told.add(hint.at());
            }
        }
        if (told.isEmpty()) {
            return false;
        }
        Set<Instant> ours = new HashSet<>();
        for (String id : seen.link().ourMappings()) {
            ours.addAll(seen.link().ourWrites(id, Side.SALESFORCE));
        }
        return told.stream().anyMatch(at -> Suspects.isNear(ours, at));
    }

    /**
     * Drops what {@link ToldEdits} has kept of edits that a look has judged.
     *
     * @param kept the hints that a later look is to judge
     */
    void forget(Observation seen, Collection<Noted> kept) {
        Map<String, Instant> judged = new HashMap<>();
        for (Noted hint : seen.link().due().hints()) {
            if (hint.side() == Side.SALESFORCE && hint.kind() == Noted.Kind.CHANGED) {
                judged.merge(hint.name(), hint.at(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        kept.stream()
                .filter(hint -> hint.side() == Side.SALESFORCE)
                .forEach(hint -> judged.remove(hint.name()));
        if (judged.isEmpty()) {
            return;
        }
        journal.withdraw(
                newest(seen.link().key()).stream()
                        .filter(OurEntries::isTold)
                        .filter(told -> isJudged(told, judged))
                        .toList());
    }

    /** What came while the look was under way is for the next one. */
    private static boolean isJudged(JournalEntry told, Map<String, Instant> judged) {
        Instant newest = judged.get(told.mapping().salesforceField());
        return newest != null && !told.decidedAt().isAfter(newest);
    }

    private List<JournalEntry> newest(RecordKey link) {
        Journal.Page page = journal.page(link, ENTRIES_MAX, null);
        List<JournalEntry> newest = new ArrayList<>(page.items());
        for (int pages = 1; pages < PAGES_MAX && page.next() != null; pages++) {
            int left = ENTRIES_MAX - newest.size();
            if (left == 0) {
                break;
            }
            page = journal.page(link, left, page.next());
            newest.addAll(page.items());
        }
        return newest;
    }

    private List<UnseenEdit> unseen(
            Observation seen,
            List<Suspect> suspects,
            Map<String, Map<String, List<Changed>>> histories) {
        List<JournalEntry> newest = newest(seen.link().key());
        List<UnseenEdit> unseen = new ArrayList<>();
        for (Suspect suspect : suspects) {
            OurEntries ours =
                    new OurEntries(
                            newest,
                            suspect.field(),
                            suspect.side(),
                            seen.link(),
                            entries,
                            seen.value(suspect.field(), suspect.side()),
                            seen.value(suspect.field(), suspect.side().other()));
            UnseenEdit edit =
                    suspect.side() == Side.HUBSPOT
                            ? ours.inHistory(
                                    histories
                                            .getOrDefault(seen.hubspot().id(), Map.of())
                                            .getOrDefault(
                                                    suspect.field().mapping().hubspotProperty(),
                                                    List.of()),
                                    observing.recognisesOurWrites()
                                            && suspect.field().reference() == null)
                            : ours.told(suspect.edit());
            if (edit != null) {
                unseen.add(edit);
            }
        }
        return unseen;
    }
}
