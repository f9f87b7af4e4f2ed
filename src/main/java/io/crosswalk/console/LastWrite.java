package io.crosswalk.console;

import io.crosswalk.records.JournalEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a mapping wrote last.
 *
 * @param ago null if the journal knows of no write
 * @param hubspotId of the record that was written
 */
public record LastWrite(
        String mappingId, String object, @Nullable Ago ago, String side, String hubspotId) {

    static LastWrite of(
            String object, String mappingId, @Nullable JournalEntry entry, Instant now) {
        if (entry == null) {
            return new LastWrite(mappingId, object, null, "", "");
        }
        boolean hubspot = "HUBSPOT".equals(entry.verdict().writes());
        return new LastWrite(
                mappingId,
                object,
                Ago.of(entry.decidedAt(), now),
                hubspot ? "HubSpot" : "Salesforce",
                entry.link().recordId());
    }
}
