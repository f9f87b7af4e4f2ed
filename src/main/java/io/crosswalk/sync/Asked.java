package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.Base;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RunNote;
import io.crosswalk.rules.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people asked of a link, beyond what changed: to bring fields in step, to take writes back.
 *
 * @param notes as they stand on the link
 * @param takebacks per mapping id the writes to take back, once the journal was asked for them
 * @param unknown notes whose entries the journal does not have
 */
record Asked(List<RunNote> notes, Map<String, Takeback> takebacks, List<RunNote> unknown) {
    static final Asked NOTHING = new Asked(List.of(), Map.of(), List.of());

    Asked {
        notes = List.copyOf(notes);
        takebacks = Map.copyOf(takebacks);
        unknown = List.copyOf(unknown);
    }

    static Asked of(List<Noted> hints) {
        List<RunNote> notes = null;
        for (Noted hint : hints) {
            RunNote note = RunNote.of(hint);
            if (note != null) {
                notes = notes == null ? new ArrayList<>() : notes;
                notes.add(note);
            }
        }
        return notes == null ? NOTHING : new Asked(notes, Map.of(), List.of());
    }

    /** The hints that are no run's. */
    static Set<Noted> without(List<Noted> hints) {
        return hints.stream()
                .filter(hint -> !RunNote.isOne(hint))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isEmpty() {
        return notes.isEmpty();
    }

    /** The runs that only want the link to be looked at. */
    Set<String> looking() {
        Set<String> runs = new HashSet<>();
        for (RunNote note : notes) {
            if (note.kind() == Noted.Kind.ALIGN && note.what().equals(RunNote.NOTHING)) {
                runs.add(note.run());
            }
        }
        return runs;
    }

    /** A field that changed is decided as always, whatever a backfill asks. */
    boolean aligns(Mapping mapping, @Nullable Base before, Base now) {
        return (before == null || before.equals(now)) && alignedBy(mapping) != null;
    }

    /**
     * The run that asked to align a mapped field by the rule that it has; of several the newest;
     * null if none did.
     */
    @Nullable String alignedBy(Mapping mapping) {
        String run = null;
        for (RunNote note : notes) {
            if (isOf(note, mapping) && (run == null || note.run().compareTo(run) > 0)) {
                run = note.run();
            }
        }
        return run;
    }

    static boolean isOf(RunNote note, Mapping mapping) {
        return note.aligns(mapping.id(), mapping.choice()::ruleStamp);
    }

    /** The run that asked for a write; null if a change did. */
    @Nullable String run(FieldDecision decided) {
        if (decided.undoes()) {
            Takeback takeback = takebacks.get(decided.mappingId());
            return takeback == null ? null : takeback.run();
        }
        return decided.decision() instanceof Decision decision && decision.fills()
                ? alignedBy(decided.field().mapping())
                : null;
    }
}
