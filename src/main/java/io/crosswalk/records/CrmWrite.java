package io.crosswalk.records;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record's changes for a batch update.
 *
 * @param id the record; at most once per batch
 * @param values wire text per property or field to set; null clears it. Not empty
 * @param unmodifiedSince the record is only written if nothing of it has changed later than that,
 *     at the CRM's own grain; null writes it in any case. HubSpot has no such thing
 */
public record CrmWrite(
        String id, Map<String, @Nullable String> values, @Nullable Instant unmodifiedSince) {

    public CrmWrite(String id, Map<String, @Nullable String> values) {
        this(id, values, null);
    }
}
