package io.crosswalk.console;

import io.crosswalk.mapping.LastWrites;
import io.crosswalk.records.JournalEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a mapping wrote last.
 *
 * @param ago null if none of its newest entries in the journal is a write
 * @param entries whether there are entries at all: without a write among the newest, it may have
 *     written before
 * @param hubspotId of the record that was written
 */
public record LastWrite(
        String mappingId,
        String object,
        @Nullable Ago ago,
        boolean entries,
        String side,
        String hubspotId) {

    static LastWrite of(String object, String mappingId, LastWrites.Found last, Instant now) {
        JournalEntry entry = last.writes().get(mappingId);
        if (entry == null) {
            return new LastWrite(
                    mappingId, object, null, last.others().contains(mappingId), "", "");
        }
        boolean hubspot = "HUBSPOT".equals(entry.verdict().writes());
        return new LastWrite(
                mappingId,
                object,
                Ago.of(entry.decidedAt(), now),
                true,
                hubspot ? "HubSpot" : "Salesforce",
                entry.link().recordId());
    }
}
