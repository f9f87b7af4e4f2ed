package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RunNote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Picks the hints that stay on a link after a look: those of fields that it could not settle
 * (refused, held back, hidden by a CRM, or written over meanwhile), of each the newest.
 */
final class OpenHints {
    private OpenHints() {}

    static Set<Noted> of(List<Noted> hints, MappingPlan plan, LinkWork work) {
        Set<Noted> kept = new HashSet<>();
        Map<String, Noted> newest = new HashMap<>();
        for (Noted hint : hints) {
            switch (hint.kind()) {
                case CHANGED -> {
                    if (!hint.ours() && isOpen(hint, plan, work)) {
                        newest.merge(hint.side() + hint.name(), hint, Noted::later);
                    }
                }
                case ALIGN, UNDO -> {
                    RunNote note = RunNote.of(hint);
                    if (note != null && isOpen(note, plan, work)) {
                        kept.add(hint);
                    }
                }
                case CREATED, DELETED, RESTORED, MERGED, PRIVACY_DELETED -> {
                    // The look has dealt with the record as a whole.
                }
            }
        }
        kept.addAll(newest.values());
        return kept;
    }

    private static boolean isOpen(RunNote note, MappingPlan plan, LinkWork work) {
        if (note.kind() == Noted.Kind.UNDO) {
            return openTakebacks(work).stream()
                    .map(id -> work.seen().asked().takebacks().get(id))
                    .anyMatch(takeback -> takeback != null && takeback.takes(note.what()));
        }
        boolean syncs =
                plan.fields().stream().anyMatch(field -> Asked.isOf(note, field.mapping()))
                        || plan.unplanned().stream().anyMatch(its -> Asked.isOf(note, its));
        return syncs && !work.isSettled(note.what());
    }

    /** Mapping ids of writes that are to be taken back, and could not be yet. */
    static Set<String> openTakebacks(LinkWork work) {
        Set<String> open = new HashSet<>();
        for (FieldDecision decided : work.decisions()) {
            String id = decided.mappingId();
            if (decided.undoes() && !work.isSettled(id) && !work.refusals().containsKey(id)) {
                open.add(id);
            }
        }
        return open;
    }

    private static boolean isOpen(Noted hint, MappingPlan plan, LinkWork work) {
        PlannedField field = plan.of(hint.side(), hint.name());
        return field == null
                ? plan.mayPlan(hint.side(), hint.name())
                : !work.isSettled(field.mapping().id());
    }
}
