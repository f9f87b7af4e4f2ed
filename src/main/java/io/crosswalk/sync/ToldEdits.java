package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Hint;
import io.crosswalk.records.Hint.Change;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of Salesforce edits that a change event tells of near a write of ours. Such an
 * edit may have been overwritten before any look saw it, and Salesforce has no history to ask:
 * without this its value would be gone. HubSpot's edits need none of this, because it has.
 */
final class ToldEdits {
    private final Journal journal;
    private final JournalWriter entries;

    ToldEdits(Journal journal, JournalWriter entries) {
        this.journal = journal;
        this.entries = entries;
    }

    /**
     * @param raw whether the value is as Salesforce told it, because its type was not known
     */
    record Told(RecordKey link, Mapping mapping, Value value, boolean raw, Instant at) {}

    /**
     * None, or the edit that the event tells of.
     *
     * @param plan null if there is none without the CRMs' metadata: then the value is kept as it is
     * @param mappings of the object, but for those that the plan has
     */
    static List<Told> of(
            @Nullable MappingPlan plan,
            Collection<Mapping> mappings,
            RecordKey link,
            Hint hint,
            Change change) {
        boolean matters =
                hint.side() == Side.SALESFORCE
                        && !hint.ours()
                        && change.wireKnown()
                        && link.side() == Side.HUBSPOT;
        if (!matters) {
            return List.of();
        }
        PlannedField field = HintIntake.field(plan, hint.side(), change);
        if (field != null) {
            Value value = field.of(hint.side(), change.wire());
            return List.of(new Told(link, field.mapping(), value, false, change.at()));
        }
        Value value = change.wire() == null ? Value.BLANK : Value.of(change.wire());
        return mappings.stream()
                .filter(mapping -> mapping.salesforceField().equals(change.name()))
                .map(mapping -> new Told(link, mapping, value, true, change.at()))
                .toList();
    }

    /**
     * @param marked the links after the hints were stored, so that no write can begin unseen
     */
    void keep(List<Told> edits, Map<RecordKey, Link> marked) {
        Map<JournalEntry.Key, JournalEntry> kept = new LinkedHashMap<>();
        for (Told edit : edits) {
            Link link = marked.get(edit.link());
            String id = edit.mapping().id();
            if (link != null
                    && link.partnerId() != null
                    && !link.isForgotten()
                    && wroteNear(link, id, edit.at())) {
                add(kept, link, edit);
            }
        }
        if (!kept.isEmpty()) {
            journal.write(kept.values());
        }
    }

    /** Mappings whose numbers are the same, edited in one save, have keys of their own. */
    private void add(Map<JournalEntry.Key, JournalEntry> kept, Link link, Told edit) {
        JournalEntry entry = entries.told(link, edit, 0);
        for (int others = 1; isAnothers(kept.get(entry.key()), edit); others++) {
            entry = entries.told(link, edit, others);
        }
        kept.put(entry.key(), entry);
    }

    private static boolean isAnothers(@Nullable JournalEntry kept, Told edit) {
        return kept != null && !kept.mapping().id().equals(edit.mapping().id());
    }

    private static boolean wroteNear(Link link, String mappingId, Instant at) {
        return link.ourWrites(mappingId, Side.SALESFORCE).stream()
                .anyMatch(decidedAt -> RecentWrites.mayHaveMet(decidedAt, at));
    }
}
