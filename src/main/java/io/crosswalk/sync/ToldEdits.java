package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Hint;
import io.crosswalk.records.Hint.Change;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of Salesforce edits that a change event tells of near a write of ours. Such an
 * edit may have been overwritten before any look saw it, and Salesforce has no history to ask:
 * without this its value would be gone. HubSpot's edits need none of this, because it has.
 */
final class ToldEdits {
    /** An edit and a write of ours may have met if they are no further apart: clocks differ. */
    static final Duration NEAR = Duration.ofSeconds(30);

    private final Journal journal;
    private final JournalWriter entries;

    ToldEdits(Journal journal, JournalWriter entries) {
        this.journal = journal;
        this.entries = entries;
    }

    record Told(RecordKey link, PlannedField field, Value value, Instant at) {}

    /** None, or the edit that the event tells of. */
    static List<Told> of(@Nullable MappingPlan plan, RecordKey link, Hint hint, Change change) {
        PlannedField field = HintIntake.field(plan, hint.side(), change);
        boolean matters =
                hint.side() == Side.SALESFORCE
                        && !hint.ours()
                        && field != null
                        && change.wireKnown()
                        && link.side() == Side.HUBSPOT;
        return matters
                ? List.of(new Told(link, field, field.of(hint.side(), change.wire()), change.at()))
                : List.of();
    }

    /**
     * @param marked the links after the hints were stored, so that no write can begin unseen
     */
    void keep(List<Told> edits, Map<RecordKey, Link> marked) {
        List<JournalEntry> kept = new ArrayList<>();
        for (Told edit : edits) {
            Link link = marked.get(edit.link());
            String id = edit.field().mapping().id();
            if (link != null && link.partnerId() != null && wroteNear(link, id, edit.at())) {
                kept.add(entries.told(link, edit));
            }
        }
        if (!kept.isEmpty()) {
            journal.write(kept);
        }
    }

    private static boolean wroteNear(Link link, String mappingId, Instant at) {
        return link.ourWrites(mappingId, Side.SALESFORCE).stream()
                .anyMatch(write -> Duration.between(write, at).abs().compareTo(NEAR) <= 0);
    }
}
