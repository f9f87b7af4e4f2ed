package io.crosswalk.api;

import io.crosswalk.records.Base;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.rules.Note;
import io.crosswalk.rules.Side;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry as the API shows it.
 *
 * @param id tells the entries of a record apart; what an undo names as {@code at}
 * @param decision the row of the rule's table that decided
 * @param writes the side that was written, HUBSPOT or SALESFORCE; null when nothing was
 * @param value what was written, canonical; "" is blank
 * @param note REJECTED: an edit was overruled; CONFLICT: both sides changed; NONE
 * @param reason the decision as a sentence
 * @param outcome WRITTEN, REFUSED by the CRM, NOT_CONVERTIBLE, NOT_ARRIVED
 * @param run the backfill or undo that asked for it; null for a change
 */
public record EntryView(
        String id,
        Instant at,
        String object,
        String hubspotId,
        String salesforceId,
        JournalEntry.DecidingMapping mapping,
        SideView hubspot,
        SideView salesforce,
        String decision,
        @Schema(nullable = true) @Nullable String writes,
        @Schema(nullable = true) @Nullable String value,
        @Schema(implementation = Note.class, type = SchemaType.STRING) String note,
        String reason,
        JournalEntry.Outcome outcome,
        @Schema(nullable = true) @Nullable String code,
        @Schema(nullable = true) @Nullable String message,
        @Schema(nullable = true) @Nullable String run) {

    /**
     * @param value what this side held, canonical; "" is blank
     * @param base the fingerprint that it was compared with; null at first contact
     * @param changedAt the field's time, where one is known
     */
    public record SideView(
            String value,
            @Schema(nullable = true) @Nullable String base,
            @Schema(nullable = true) @Nullable Instant changedAt) {}

    static EntryView of(JournalEntry entry) {
        JournalEntry.Seen seen = entry.seen();
        JournalEntry.Verdict verdict = entry.verdict();
        return new EntryView(
                entry.at(),
                entry.decidedAt(),
                entry.link().object(),
                entry.link().recordId(),
                entry.salesforceId(),
                entry.mapping(),
                side(seen.hubspot(), seen.base(), Side.HUBSPOT, seen.hubspotAt()),
                side(seen.salesforce(), seen.base(), Side.SALESFORCE, seen.salesforceAt()),
                verdict.decision(),
                verdict.writes(),
                verdict.value(),
                verdict.note(),
                verdict.reason(),
                verdict.result().outcome(),
                verdict.result().code(),
                verdict.result().message(),
                verdict.run());
    }

    private static SideView side(
            String value, @Nullable Base base, Side side, @Nullable Instant changedAt) {
        return new SideView(value, base == null ? null : base.of(side).toString(), changedAt);
    }
}
