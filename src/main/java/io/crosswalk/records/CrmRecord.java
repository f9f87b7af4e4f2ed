package io.crosswalk.records;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as one CRM holds it now.
 *
 * @param id HubSpot's object id, or Salesforce's 18-character id. The id that was asked for: where
 *     HubSpot answers with a merge's winner, {@code currentId} differs
 * @param currentId the id that the CRM answered with
 * @param values wire text per property or field that was asked for and exists; a null value is
 *     blank. Numbers and booleans are their JSON text. Unmodifiable, keeps nulls
 * @param modifiedAt when any of its properties or fields changed last: an upper bound, never a
 *     field's time
 */
public record CrmRecord(
        String id,
        String currentId,
        Map<String, @Nullable String> values,
        @Nullable Instant modifiedAt) {}
