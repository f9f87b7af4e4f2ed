package io.crosswalk.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record's changes for a batch update.
 *
 * @param id the record; at most once per batch
 * @param values wire text per property or field to set; null clears it. Not empty
 */
public record CrmWrite(String id, Map<String, @Nullable String> values) {}
