package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.SalesforceId;
import io.crosswalk.sync.CreationEntries.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of which one record was made for the other, and nobody has told of it: no answer had come,
 * or the sync stopped. Whoever linked the two, their first look does what would have been done
 * then. The intents say what was sent, the record says what of that is there.
 */
final class UntoldMakings {
    private final RecordStore store;
    private final CreationEntries entries;
    private final Fingerprints fingerprints;
    private final ArrivedWrites arrivedWrites;

    UntoldMakings(RecordStore store, CreationEntries entries, Fingerprints fingerprints) {
        this.store = store;
        this.entries = entries;
        this.fingerprints = fingerprints;
        this.arrivedWrites = new ArrivedWrites(fingerprints);
    }

    /** Stands on a pair of which it was told, or that was not made. */
    static Noted told(Intent making) {
        return new Noted(making.side(), Noted.Kind.CREATED, MatchKey.PARTNER, making.at(), true);
    }

    /** Stands on a pair of which one was found by what it was made with. */
    static Noted found(Intent making) {
        return new Noted(making.side(), Noted.Kind.CREATED, MatchKey.PARTNER, making.at(), false);
    }

    /**
     * What the first look is to take for edits of the record that another was made for, so that it
     * tells of what could not be carried over.
     *
     * @param maker with the intents of the making
     */
    static List<Noted> edits(MappingPlan plan, Link maker, Side side, CrmRecord record) {
        return plan.fields().stream()
                .filter(field -> intent(maker, field) == null)
                .filter(field -> !field.value(side, record.values()).isBlank())
                .map(field -> edit(maker, field, side, record))
                .toList();
    }

    private static Noted edit(Link maker, PlannedField field, Side side, CrmRecord record) {
        Instant begun = Traces.begun(maker);
        Instant at = record.modifiedAt() == null ? begun : record.modifiedAt();
        return new Noted(
                side, Noted.Kind.CHANGED, field.name(side), at == null ? Instant.EPOCH : at, false);
    }

    /**
     * With such edits. So counts what was carried over and is not there: the record holds it in a
     * form that the CRM gave it, or somebody has changed it, of which a hint tells then.
     */
    List<Observation> hinted(MappingPlan plan, List<Observation> observations) {
        Map<RecordKey, List<Noted>> marks = new HashMap<>();
        List<Observation> hinted = new ArrayList<>(observations.size());
        for (Observation seen : observations) {
            Intent making = Traces.intent(seen.link());
            hinted.add(making == null ? seen : hinted(plan, seen, making, marks));
        }
        if (!marks.isEmpty()) {
            store.mark(marks);
        }
        return hinted;
    }

    /**
     * @param marks what is stored as well, should this look not come to its end
     */
    private Observation hinted(
            MappingPlan plan, Observation seen, Intent making, Map<RecordKey, List<Noted>> marks) {
        Link link = seen.link();
        boolean untold = isUntold(plan, seen, making);
        if (!untold && !isTold(link, making)) {
            return seen;
        }
        Side from = making.side().other();
        Set<Noted> hints = new HashSet<>(link.due().hints());
        if (untold) {
            marks.put(link.key(), edits(plan, link, from, seen.record(from)));
            hints.addAll(marks.get(link.key()));
        }
        for (PlannedField field : plan.fields()) {
            Intent intent = intent(link, field);
            boolean met = link.base().containsKey(field.mapping().id());
            if (intent != null && !met && seen.shows(field) && !holds(intent, seen, field)) {
                hints.add(edit(link, field, from, seen.record(from)));
            }
        }
        return seen.with(link.withHints(List.copyOf(hints)));
    }

    private static boolean isTold(Link link, Intent making) {
        return link.due().hints().contains(told(making));
    }

    /** Whether one of the two was made for the other, and nobody has told of it. */
    private boolean isUntold(MappingPlan plan, Observation seen, Intent making) {
        return !isTold(seen.link(), making)
                && (seen.link().due().hints().contains(found(making))
                        || isTheOneMade(plan, seen, making.side()));
    }

    /** By what it would have been found by, or its name for the other; else it is somebody else. */
    private boolean isTheOneMade(MappingPlan plan, Observation seen, Side side) {
        String named = seen.hubspot().values().get(plan.object().salesforceIdProperty());
        if (side == Side.HUBSPOT
                && named != null
                && SalesforceId.named(named).equals(seen.salesforceId())) {
            return true;
        }
        Set<String> names = new HashSet<>();
        List<MatchKey> keys = MatchKey.of(plan.object().name());
        keys.forEach(key -> names.add(key.name(side)));
        if (keys.isEmpty()) {
            names.add(Traces.name(side));
        }
        return plan.fields().stream()
                .filter(field -> names.contains(field.name(side)))
                .anyMatch(
                        field -> {
                            Intent intent = intent(seen.link(), field);
                            return intent != null && holds(intent, seen, field);
                        });
    }

    private static @Nullable Intent intent(Link maker, PlannedField field) {
        return maker.intents().get(MatchKey.partnersField(field.mapping().id()));
    }

    private boolean holds(Intent intent, Observation seen, PlannedField field) {
        RecordKey maker = ArrivedWrites.maker(intent, seen.link());
        Value there = seen.value(field, intent.side());
        return arrivedWrites.isFolded(intent, maker, field.mapping().id(), there);
    }

    /**
     * What is to be told of a pair, with keys that telling it again has as well.
     *
     * @return empty if there is nothing
     */
    List<JournalEntry> entries(MappingPlan plan, Observation seen) {
        Intent making = Traces.intent(seen.link());
        if (making == null || !isUntold(plan, seen, making)) {
            return List.of();
        }
        List<Told> told = new ArrayList<>();
        for (PlannedField field : plan.fields()) {
            Intent intent = intent(seen.link(), field);
            if (intent != null) {
                told.add(told(intent, plan, seen, field));
            }
        }
        return entries.of(seen.link().key(), seen.salesforceId(), making.side(), told, making.at());
    }

    /** What was noted down of a making, by the names of intents. */
    static Map<String, Intent> intents(Link link) {
        Map<String, Intent> making = new LinkedHashMap<>();
        link.intents()
                .forEach(
                        (id, intent) -> {
                            if (id.startsWith(MatchKey.PARTNER)) {
                                making.put(id, intent);
                            }
                        });
        return making;
    }

    private Told told(Intent intent, MappingPlan plan, Observation seen, PlannedField field) {
        Side side = intent.side();
        Mapping mapping = field.mapping();
        RecordKey maker = ArrivedWrites.maker(intent, seen.link());
        Value from = seen.value(field, side.other());
        Value there = seen.value(field, side);
        boolean holds = holds(intent, seen, field);
        String pipeline =
                holds
                        ? field.pipeline(there)
                        : NewRecords.pipeline(plan, side, its -> seen.value(its, side.other()));
        Converted converted = field.convertedTo(side, from, pipeline);
        Value to = converted instanceof Converted.Ok ok ? ok.value() : null;
        boolean same =
                to != null && fingerprints.of(maker, mapping.id(), side, to).equals(intent.sent());
        if (holds) {
            return Told.written(mapping, same ? from : there, there);
        }
        return same ? Told.notThere(mapping, from, to) : Told.notKnown(mapping, intent.sent());
    }
}
