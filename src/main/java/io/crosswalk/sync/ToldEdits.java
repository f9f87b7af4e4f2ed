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

    /**
     * @param field null if nobody could say what the event means
     */
    record Told(RecordKey link, @Nullable PlannedField field, Value value, Instant at) {}

    /**
     * None, or the edit that the event tells of.
     *
     * @param plan null if there is none without the CRMs' metadata
     */
    static List<Told> of(@Nullable MappingPlan plan, RecordKey link, Hint hint, Change change) {
        boolean matters =
                hint.side() == Side.SALESFORCE
                        && !hint.ours()
                        && change.wireKnown()
                        && link.side() == Side.HUBSPOT;
        if (matters && plan == null) {
            return List.of(new Told(link, null, Value.BLANK, change.at()));
        }
        PlannedField field = HintIntake.field(plan, hint.side(), change);
        return matters && field != null
                ? List.of(new Told(link, field, field.of(hint.side(), change.wire()), change.at()))
                : List.of();
    }

    /**
     * @param marked the links after the hints were stored, so that no write can begin unseen
     * @return whether everything was kept that may matter: else the events are to be told again
     */
    boolean keep(List<Told> edits, Map<RecordKey, Link> marked) {
        List<JournalEntry> kept = new ArrayList<>();
        boolean whole = true;
        for (Told edit : edits) {
            Link link = marked.get(edit.link());
            if (link == null || link.partnerId() == null) {
                continue;
            }
            PlannedField field = edit.field();
            if (field == null) {
                whole &=
                        link.ourMappings().stream().noneMatch(id -> wroteNear(link, id, edit.at()));
            } else if (wroteNear(link, field.mapping().id(), edit.at())) {
                kept.add(entries.told(link, field, edit));
            }
        }
        if (!kept.isEmpty()) {
            journal.write(kept);
        }
        return whole;
    }

    private static boolean wroteNear(Link link, String mappingId, Instant at) {
        return link.ourWrites(mappingId, Side.SALESFORCE).stream()
                .anyMatch(write -> Duration.between(write, at).abs().compareTo(NEAR) <= 0);
    }
}
